-- measure: compas-status
-- version: 1
-- about: Where each woman was on some days, and what had happened to her last.
-- parameter people: compas/people_raw.csv
-- parameter days: 2013-01-01,2013-07-01,2014-01-01,2014-07-01,2015-01-01,2015-07-01,2016-01-01,2016-04-01
with day as (
  select unnest(string_split($days, ','))::date as as_of
), standing as (
  select day.as_of, person.person, person.known_from <= day.as_of as is_known,
    coalesce(max(case custody.basis when 'sentence' then 2 when 'remand' then 1 end), 0) as held
  from day cross join person
  left join custody on custody.person = person.person and custody.from_day <= day.as_of and (custody.until_day is null or day.as_of < custody.until_day)
  group by all
), event as (
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
  select fact.person, fact.seq, fact.day, case fact.name
      when 'arrested' then 'arrest'
      when 'needs-assessed' then 'risk_assessment'
      when 'prosecution-started' then named.activity
      when 'received' then case fact.body ->> 'basis' when 'remand' then 'jail_in' else 'prison_in' end
      when 'released' then case (
        select body ->> 'basis' from fact reception where reception.person = fact.person and reception.matter = fact.matter and reception.name = 'received' limit 1) when 'remand' then 'jail_out' else 'prison_out' end
    end as activity
  from fact left join named on named.person = fact.person and named.seq = fact.seq
  where fact.name in ('arrested', 'needs-assessed', 'prosecution-started', 'received', 'released')
), last as (
  select as_of, person.person, max_by(activity, seq) as activity from day cross join person join event on event.person = person.person and event.day <= day.as_of group by all
)
select standing.as_of, count(*) filter (where not is_known) as not_yet_known,
  count(*) filter (where is_known and held = 0) as in_community, count(*) filter (where is_known and held = 1) as in_jail, count(*) filter (where is_known and held = 2) as in_prison,
  count(*) filter (where activity = 'arrest') as last_arrest, count(*) filter (where activity = 'jail_in') as last_jail_in, count(*) filter (where activity = 'jail_out') as last_jail_out,
  count(*) filter (where activity = 'offence') as last_offence, count(*) filter (where activity = 'prison_in') as last_prison_in, count(*) filter (where activity = 'prison_out') as last_prison_out,
  count(*) filter (where activity = 'reoffence') as last_reoffence, count(*) filter (where activity = 'risk_assessment') as last_risk_assessment,
  count(*) filter (where activity = 'violent_reoffence') as last_violent_reoffence
from standing left join last on last.as_of = standing.as_of and last.person = standing.person
group by standing.as_of order by standing.as_of
