-- Women for whom somebody may be needed on day $2: not those of $3; those of $4 alone, when given. Most urgent first, three for whom it is certain for each for whom it turns on what
-- is sealed: most callers may open little, and would else look through many before they come to one of whom something is for them.
with women as materialized (
  select journey, bool_or(certain) as certain, coalesce(min(due_day) filter (where certain), min(due_day)) as due
  from journeys.current_today_span
  where partnership = $1 and last_day >= $2 and first_day <= $2 and journey <> all ($3) and ($4::uuid[] is null or journey = any ($4))
  group by journey),
ordered as (
  select journey, due, row_number() over (order by due, journey) as place from (select journey, due from women where certain order by due, journey limit $5 + $6) as first_certain
  union all
  select journey, due, 3 * row_number() over (order by due, journey) from (select journey, due from women where not certain order by due, journey limit $5 + $6) as first_supposed)
select journey from ordered order by place, due, journey offset $5 limit $6
