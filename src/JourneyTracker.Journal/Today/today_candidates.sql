-- Women for whom somebody may be needed on day $2: not those of $3; those of $4 alone, when given. Most urgent first, three for whom it is certain for each for whom it turns on what
-- is sealed: most callers may open little, and would else look through many before they come to one of whom something is for them. Who is in both lists has the first of her two places.
with certain as (
  select journey, min(due_day) as due from journeys.current_today_span
  where partnership = $1 and last_day >= $2 and first_day <= $2 and certain and journey <> all ($3) and ($4::uuid[] is null or journey = any ($4))
  group by journey order by due, journey limit $5 + $6),
supposed as (
  select journey, min(due_day) as due from journeys.current_today_span
  where partnership = $1 and last_day >= $2 and first_day <= $2 and not certain and journey <> all ($3) and ($4::uuid[] is null or journey = any ($4))
  group by journey order by due, journey limit $5 + $6),
placed as (
  select journey, due, row_number() over (order by due, journey) as place from certain
  union all
  select journey, due, 3 * row_number() over (order by due, journey) from supposed)
select journey from placed group by journey order by min(place), min(due), journey offset $5 limit $6
