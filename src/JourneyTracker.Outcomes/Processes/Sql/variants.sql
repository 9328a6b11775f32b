-- events: variants
-- version: 1
-- about: The ways that women went in the period: what happened to each, in its order. A way is what it is from the first thing in the period to the last.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter log: stages
, way as (
  select person, string_agg(activity, ' > ' order by seq) as path, count(*) as steps, max(day) - min(day) as days from log group by person
)
select path, any_value(steps) as steps, count(*) as women, median(days)::double as days from way group by path order by women desc, path
