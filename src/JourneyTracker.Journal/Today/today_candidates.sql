-- Women for whom somebody may be needed on day $2: not those of $3; those of $4 alone, when given. Most urgent first, three for whom it is certain for each for whom it turns on what
-- is sealed: most callers may open little, and would else look through many before they come to one of whom something is for them.
with certain as materialized (
  select journey, min(due_day) as due from journeys.current_today_span
  where partnership = $1 and last_day >= $2 and first_day <= $2 and certain and journey <> all ($3) and ($4::uuid[] is null or journey = any ($4))
  group by journey),
supposed as (
  select journey, min(due_day) as due from journeys.current_today_span
  where partnership = $1 and last_day >= $2 and first_day <= $2 and not certain and journey <> all ($3) and ($4::uuid[] is null or journey = any ($4))
    and journey not in (select journey from certain)
  group by journey order by due, journey limit $5 + $6),
placed as (
  select journey, due, row_number() over (order by due, journey) as place from (select journey, due from certain order by due, journey limit $5 + $6) as first_certain
  union all
  select journey, due, 3 * row_number() over (order by due, journey) from supposed)
select journey from placed order by place, due, journey offset $5 limit $6
