with entry as (
  select person, seq, day, area, undated, 'release from a sentence' as type from release where not again
  union all select person, seq, day, area, undated, 'court disposal without custody' from occasion where class <> 'IMMEDIATE_CUSTODY'
  union all select person, seq, day, area, accuracy = 'unknown', 'caution' from fact where name in ('cautioned', 'conditionally-cautioned')
), cohort as (
  select *, (day + to_months(12))::date as ends_on, (day + to_months(18))::date as waits_until from entry where day >= $from::date and (day <= $to::date or undated)
  qualify row_number() over (partition by person order by seq) = 1
)
select person, area, 'proven here (at least)' as kind, type, case
    when undated then 'missing'
    when waits_until > $known_until::date then 'not-run'
    when exists (select 1 from proof where proof.person = c.person and offence_on > c.day and offence_on <= ends_on and proven_on <= waits_until) then 'yes'
    when exists (select 1 from proof where proof.person = c.person and offence_on is null and proven_on > c.day and proven_on <= waits_until) then 'missing'
    when exists (select 1 from gone where gone.person = c.person and gone.day >= c.day and gone.day <= ends_on) then 'left-out'
    else 'no' end as answer
from cohort c
