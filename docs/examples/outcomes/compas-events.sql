-- events: compas-events
-- version: 1
-- about: What happened to each woman, by the source's own names. The journal has every prosecution alike: the index offence, the first new one and the first violent one are told apart by the days that the people file has.
-- parameter people: compas/people_raw.csv
with said as (
  select person,
    any_value(value) filter (where name = 'c_offense_date')::date as offence_on,
    any_value(value) filter (where name = 'r_offense_date')::date as reoffence_on,
    any_value(value) filter (where name = 'vr_offense_date')::date as violent_on
  from attribute where source = $people group by person
), prosecution as (
  select person, seq, day,
    row_number() over (partition by person order by seq) as nth,
    count(*) over (partition by person) as of_all,
    row_number() over (partition by person, day order by seq) as nth_of_day,
    count(*) over (partition by person, day) as of_day
  from fact where name = 'prosecution-started'
), named as (
  select p.person, p.seq, case
    when day = offence_on and nth = 1 then 'offence'
    when day = reoffence_on and day = violent_on and of_day - nth_of_day = 0 then 'violent_reoffence'
    when day = reoffence_on then 'reoffence'
    else 'violent_reoffence' end as activity
  from prosecution p left join said on said.person = p.person
)
select fact.person, fact.day, case fact.name
    when 'arrested' then 'arrest'
    when 'needs-assessed' then 'risk_assessment'
    when 'prosecution-started' then named.activity
    when 'received' then case fact.body ->> 'basis' when 'remand' then 'jail_in' else 'prison_in' end
    when 'released' then case (
      select body ->> 'basis' from fact reception where reception.person = fact.person and reception.matter = fact.matter and reception.name = 'received' limit 1) when 'remand' then 'jail_out' else 'prison_out' end
  end as activity
from fact left join named on named.person = fact.person and named.seq = fact.seq
where fact.name in ('arrested', 'needs-assessed', 'prosecution-started', 'received', 'released')
order by fact.person, fact.seq
