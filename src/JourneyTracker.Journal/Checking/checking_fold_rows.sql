-- The current rows of the folds about some journeys, one line each; FoldedLines.cs makes the same lines from the facts.
with chosen as (select * from unnest($1::varchar[], $2::uuid[]) as j (partnership, journey))
select journey, concat_ws('|', 'spell', ordinal, stage, from_day, coalesce(until_day::text, '-'), coalesce(by_fact::text, '-'), agency)
from journeys.current_status_spell join chosen using (partnership, journey)
union all
select journey, concat_ws('|', 'area', ordinal, from_day, area) from journeys.current_status_area join chosen using (partnership, journey)
union all
select journey, concat_ws('|', 'movement', ordinal, day, from_stage, to_stage, coalesce(by_fact::text, '-'))
from journeys.current_movement join chosen using (partnership, journey)
union all
select journey, concat_ws('|', 'finding', ordinal, code, day, fact) from journeys.current_data_quality_finding join chosen using (partnership, journey)
union all
select journey, concat_ws('|', 'merged', survivor) from journeys.current_merged_journey join chosen using (partnership, journey)
union all
select journey, concat_ws('|', 'today', ordinal, first_day, last_day, due_day, case when certain then 'certain' else 'supposed' end) from journeys.current_today_span join chosen using (partnership, journey)
