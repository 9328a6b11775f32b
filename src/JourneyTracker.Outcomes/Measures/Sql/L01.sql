with cohort as (
  select distinct on (person) person, route, person.area, first_contact_on as day, (first_contact_on + to_months(12))::date as ends_on, (first_contact_on + to_months(18))::date as waits_until
  from episode join person using (person) where first_contact_on between $from::date and $to::date
  order by person, first_contact_on, episode.seq
)
select person, area, 'proven here (at least)' as kind, route as type, case
    when waits_until > $known_until::date then 'not-run'
    when exists (select 1 from custody where custody.person = c.person and from_day <= c.day and (until_day is null or until_day > c.day)) then 'left-out'
    when exists (select 1 from proof where proof.person = c.person and offence_on > c.day and offence_on <= ends_on and proven_on <= waits_until) then 'yes'
    when exists (select 1 from proof where proof.person = c.person and offence_on is null and proven_on > c.day and proven_on <= waits_until) then 'missing'
    when exists (select 1 from gone where gone.person = c.person and gone.day >= c.day and gone.day <= ends_on) then 'left-out'
    else 'no' end as answer
from cohort c
