-- measure: needs
-- version: 1
-- about: Women whose latest answer of the period on a pathway was that support is needed, and of them those whom no service has met or spoken to since she first said so; some said so a short time ago. For what support is given is sealed: met by any service counts as met. Answers on health, drugs and alcohol and the two disclosures are sealed: those pathways stand nowhere here.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter by:
with latest as (
  select * from pathway where day between $from::date and least($to::date, $known_until::date)
  qualify row_number() over (partition by person, pathway order by answer = 'not-asked', day desc, seq desc) = 1
), begun as (
  -- She needs it since her first such answer after the last that said otherwise: to be asked again begins nothing anew.
  select latest.*, coalesce((select min(need.day) from pathway need where need.person = latest.person and need.pathway = latest.pathway and need.answer in ('support-needed', 'urgent-support-needed') and need.day <= latest.day
    and need.day > coalesce((select max(none.day) from pathway none where none.person = latest.person and none.pathway = latest.pathway and none.answer = 'no-support-needed' and none.day <= latest.day), date '0001-01-01')), latest.day) as since
  from latest
), looked as (
  select begun.*, answer in ('support-needed', 'urgent-support-needed') as needs,
    exists (select 1 from fact where fact.person = begun.person and name in ('first-contact', 'session-kept') and accuracy <> 'unknown' and fact.day >= begun.since and fact.day <= $known_until::date) as met
  from begun
)
select pathway as kind, case $by when 'area' then coalesce(person.area, 'not known') else 'all' end as part,
  count(*) filter (needs) as n, count(*) filter (needs and not met) as x, count(*) filter (answer = 'not-asked') as not_asked
from looked left join person using (person) group by all order by all
