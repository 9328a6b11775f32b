-- measure: stages
-- version: 1
-- about: Stretches in each stage that began in the period: how many days until she left it. Who is still in it on the last day of which all is known counts as that long at least (Kaplan-Meier), as does who died or left the area in it.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
with stretch as (
  select person, stage, from_day, least(until_day, $known_until::date + 1) as ended_on, until_day <= $known_until::date and not exists (
    select 1 from person where person.person = spell.person and least(died_on, left_on) = until_day) as ended
  from spell where from_day between $from::date and least($to::date, $known_until::date)
)
select stage, coalesce(ended_on, $known_until::date + 1) - from_day as days, coalesce(ended, false) as ended, count(*) as stretches, (select count(distinct person) from stretch every where every.stage = stretch.stage) as women
from stretch group by all order by all
