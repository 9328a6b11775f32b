-- measure: population
-- version: 1
-- about: Women in custody at the end of each day, once each. Who is held on several bases stands under the most restrictive. The day of reception counts, the day of release does not.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter every: month
with looked as (
  select unnest(generate_series($from::date, least($to::date, $known_until::date), interval 1 day))::date as day
), chosen as (
  select day from looked where $every = 'day' or day + 1 = date_trunc('month', day + 1)
), held as (
  select chosen.day, person, list_position(['recall', 'sentence', 'convicted-unsentenced', 'remand', 'civil', 'not-known'], basis) as rank
  from chosen join custody on from_day <= chosen.day and (until_day is null or until_day > chosen.day)
), once as (
  select day, person, min(rank) as rank from held group by all
)
select strftime(chosen.day, '%Y-%m-%d') as kind, ['recall', 'sentence', 'convicted-unsentenced', 'remand', 'civil', 'not-known'][once.rank] as part, count(person) as n
from chosen left join once using (day) group by grouping sets ((chosen.day), (chosen.day, once.rank)) order by all
