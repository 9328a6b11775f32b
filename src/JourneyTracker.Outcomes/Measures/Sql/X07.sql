with resolution as (
  select *, (day + to_months(12))::date as ends_on, (day + to_months(18))::date as waits_until from happened where name in ('cautioned', 'conditionally-cautioned', 'community-resolution', 'penalty-notice')
  qualify row_number() over (partition by person order by seq) = 1
)
select person, area, 'arrested again within 12 months' as kind, name as type, case
    when undated then 'missing'
    when ends_on > $known_until::date then 'not-run'
    when exists (select 1 from fact where fact.person = r.person and fact.name = 'arrested' and fact.accuracy <> 'unknown' and fact.day > r.day and fact.day <= ends_on) then 'yes'
    when exists (select 1 from gone where gone.person = r.person and gone.day >= r.day and gone.day <= ends_on) then 'left-out'
    else 'no' end as answer
from resolution r
union all
select person, area, 'proven reoffence here (at least)', name, case
    when undated then 'missing'
    when waits_until > $known_until::date then 'not-run'
    when exists (select 1 from proof where proof.person = r.person and offence_on > r.day and offence_on <= ends_on and proven_on <= waits_until) then 'yes'
    when exists (select 1 from proof where proof.person = r.person and offence_on is null and proven_on > r.day and proven_on <= waits_until) then 'missing'
    when exists (select 1 from gone where gone.person = r.person and gone.day >= r.day and gone.day <= ends_on) then 'left-out'
    else 'no' end
from resolution r
