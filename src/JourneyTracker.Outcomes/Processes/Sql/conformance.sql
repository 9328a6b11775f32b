-- events: conformance
-- version: 1
-- about: Women by the first of the pathway's first step in the period; each later step is the first of its kind after the last step found, until the last day of which all is known. What is known to the day alone is judged only as far as a day can tell.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter first: arrested
-- parameter facts: arrested
with began as (
  select person, min(seq) as first_seq from fact where name = $first and accuracy <> 'unknown' and day between $from::date and least($to::date, $known_until::date) group by person
)
select person::varchar as person, name, strftime(day, '%Y-%m-%d') as day, accuracy, time_of_day
from fact join began using (person) where seq >= first_seq and list_contains(string_split($facts, ','), name) and day <= $known_until::date order by person, seq
