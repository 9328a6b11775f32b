-- cohort: survival
-- version: 1
-- about: Women by the first time in the period that they entered (of arrests: the first on record at all), and what came first after it. Who died, left the area, or of whom nothing of the kind is on record by the last day of which all is known, is followed until then.
-- parameter entry: release
-- parameter event: recall
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter by:
with entered as (
  select person, seq, day, area, accuracy, coalesce((body ->> 'offenceGroup'), (body ->> 'kind'), (body ->> 'disposal'), (body ->> 'scheme'), (body ->> 'route'), 'not known') as type from fact where case $entry
    when 'first-arrest' then name = 'arrested'
    when 'release' then name = 'released' and (body ->> 'kind') in ('on-licence', 'on-home-detention-curfew')
    when 'order' then name = 'sentenced' and (body ->> 'disposal') in ('CO', 'SSO')
    when 'diversion' then name = 'diverted'
    else name = 'referred' end
), ever as (
  select person, min(seq) as seq from entered group by person
), chosen as (
  select person, min(seq) as seq from entered where accuracy <> 'unknown' and day between $from::date and least($to::date, $known_until::date)
    and ($entry <> 'first-arrest' or (person, seq) in (select person, seq from ever)) group by person
), cohort as (
  select entered.* from entered join chosen using (person, seq)
), ending as (
  select cohort.person, fact.day, 1 as rank, $event::varchar as cause from cohort join fact on fact.person = cohort.person and fact.seq > cohort.seq and fact.accuracy <> 'unknown'
  where (fact.day > cohort.day or $event in ('recall', 'contact')) and case $event
    when 'recall' then name = 'recalled' when 'arrest' then name = 'arrested' when 'custody' then name = 'received' when 'conviction' then name = 'convicted' else name in ('first-contact', 'session-kept') end
  union all
  select cohort.person, movement.day, 4, 'remand' from cohort join movement using (person) where $event = 'recall' and to_stage = 'remanded' and movement.day >= cohort.day
  union all
  -- The licence is over when she goes from it to what is less restrictive.
  select cohort.person, movement.day, 5, 'licence-end' from cohort join movement using (person)
  where $event = 'recall' and from_stage = 'on-licence' and to_stage not in ('in-custody-on-recall', 'in-custody', 'remanded', 'recalled-not-returned') and movement.day > cohort.day
  union all
  select person, died_on, 2, 'death' from cohort join person using (person) where died_on >= cohort.day
  union all
  select person, left_on, 3, 'left-area' from cohort join person using (person) where left_on >= cohort.day
), first_ending as (
  select person, min(day) as day, arg_min(cause, 10 * (day - date '1900-01-01') + rank) as cause from ending where day <= $known_until::date group by person
)
select case $by
    when 'area' then coalesce(cohort.area, 'not known')
    when 'type' then cohort.type
    when 'ethnicity' then case
      when ethnicity is null then 'Not asked' when ethnicity = 'NS' then 'Not stated' when ethnicity = 'O1' or ethnicity like 'A%' then 'Asian'
      when ethnicity like 'W%' then 'White' when ethnicity like 'M%' then 'Mixed' when ethnicity like 'B%' then 'Black' else 'Other' end
    else 'All' end as part,
  coalesce(first_ending.day, $known_until::date) - cohort.day as days, cause, count(*) as women
from cohort left join first_ending using (person) left join person using (person) group by all order by all
