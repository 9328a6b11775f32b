with before_sentence as (
  select *, lag(day) over (partition by person order by day) as previous_on from (select person, day, any_value(area) as area, bool_or(undated) as undated, min(severity) as severity from occasion group by person, day)
)
select person, area, 'immediate custody' as kind, null as type, case when undated then 'missing' when severity = 1 then 'yes' else 'no' end as answer
from before_sentence s
where day >= $from::date and (day <= $to::date or undated)
  and exists (select 1 from fact report where report.person = s.person and report.name = 'pre-sentence-report' and report.day <= s.day and report.day > coalesce(previous_on, date '0001-01-01'))
