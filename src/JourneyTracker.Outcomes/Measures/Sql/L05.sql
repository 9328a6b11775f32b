with cohort as (
  select distinct on (person) person, person.area, first_contact_on as day, least(coalesce(ended_on, date '9999-12-31'), (first_contact_on + to_months(12))::date) as ends_on
  from episode join person using (person) where first_contact_on between $from::date and $to::date
  order by person, first_contact_on, episode.seq
), status as (
  -- What says something, from the worst to the best.
  select fact.person, fact.seq, fact.day, list_position(['not-housed', 'temporary', 'settled'], (fact.body ->> 'status')) as rank from fact where fact.name = 'accommodation-status' and accuracy <> 'unknown' and (fact.body ->> 'status') in ('not-housed', 'temporary', 'settled')
), first_and_last as (
  -- First: the latest by four weeks after she was met. Last: the latest after that, until support ended or a year was over.
  select c.*, arg_max(rank, status.seq) filter (status.day <= c.day + 28) as at_first, arg_max(rank, status.seq) filter (status.day > c.day + 28 and status.day <= ends_on) as at_last
  from cohort c left join status using (person) group by all
)
select person, area, line.kind, null as type, case
    when ends_on > $known_until::date then 'not-run'
    when exists (select 1 from gone where gone.person = f.person and gone.day >= f.day and gone.day <= ends_on) then 'left-out'
    when at_first is null or at_last is null then 'missing'
    when line.kind = 'better, of those not settled at first' and at_first = 3 then 'left-out'
    when line.kind = 'worse' then if(at_last < at_first, 'yes', 'no')
    when at_last > at_first then 'yes'
    else 'no' end as answer
from first_and_last f cross join (select unnest(['better', 'better, of those not settled at first', 'worse']) as kind) line
