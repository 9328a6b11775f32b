-- measure: disproportionality
-- version: 2
-- about: Women with each step in the period, once each: of those who came to a gate, those who went through it on the same day or later, still in the period, in whichever case. What came after the period is not counted, so of women who came to a gate late in it too few went through. Of arrests there is no rate: how many women live here is not in the store. Ethnicity and area are the latest known. It shows where groups fare differently, not why.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter by: ethnicity
-- parameter and_by:
with happened as (
  select person, name, body, day from fact where accuracy <> 'unknown' and day between $from::date and least($to::date, $known_until::date) and name in (
    'arrested', 'diversion-considered', 'diverted', 'cautioned', 'conditionally-cautioned', 'prosecution-started', 'remanded', 'received', 'sentenced', 'recalled')
), step as (
  select person, day, unnest(list_filter([
    if(name = 'arrested', 'arrested', null),
    if(name in ('diversion-considered', 'diverted'), 'considered', null),
    if(name = 'diverted' or (name = 'diversion-considered' and (body ->> 'decision') in ('offered', 'declined-by-her')), 'offered', null),
    if(name in ('cautioned', 'conditionally-cautioned'), 'cautioned', null),
    if(name = 'prosecution-started', 'prosecuted', null),
    if(name = 'remanded' or (name = 'received' and (body ->> 'basis') = 'remand'), 'remanded', null),
    if(name = 'sentenced' and (body ->> 'disposal') <> 'DEFERRED', 'sentenced', null),
    if(name = 'sentenced' and (body ->> 'disposal') in ('IMMEDIATE_CUSTODY', 'EDS', 'SOPC', 'LIFE_IPP'), 'imprisoned', null),
    if(name = 'recalled', 'recalled', null)], lambda s: s is not null)) as step
  from happened
), came as (
  -- The first and the last day of each step of hers.
  select person, step, min(day) as first_on, max(day) as last_on from step group by person, step
), licensed as (
  select distinct person from spell where stage = 'on-licence' and from_day <= least($to::date, $known_until::date) and (until_day is null or until_day > $from::date)
  union select person from came where step = 'recalled'
), gate as (
  select person, '1 Arrested' as kind, null::boolean as yes from came where step = 'arrested'
  union all
  select came.person, asked.kind, coalesce(went.last_on >= came.first_on, false) from came
  join (values ('arrested', 'considered', '2 Diversion considered, of women arrested'), ('considered', 'offered', '3 Diversion offered, of women for whom it was considered'),
    ('arrested', 'cautioned', '4 Cautioned, of women arrested'), ('arrested', 'prosecuted', '5 Prosecuted, of women arrested'), ('prosecuted', 'remanded', '6 Remanded in custody, of women prosecuted'),
    ('sentenced', 'imprisoned', '7 Custody, of women sentenced')) asked (step, through, kind) on asked.step = came.step
  left join came went on went.person = came.person and went.step = asked.through
  union all select licensed.person, '8 Recalled, of women on licence', came.person is not null from licensed left join came on came.person = licensed.person and came.step = 'recalled'
), grouped as (
  select person.person, case
      when ethnicity is null then 'Not asked' when ethnicity = 'NS' then 'Not stated' when ethnicity = 'O1' or ethnicity like 'A%' then 'Asian'
      when ethnicity like 'W%' then 'White' when ethnicity like 'M%' then 'Mixed' when ethnicity like 'B%' then 'Black' else 'Other' end as ethnicity, coalesce(area, 'not known') as area,
    coalesce((select any_value(value) from attribute where attribute.person = person.person and 'attribute:' || attribute.name = $by), 'not known') as first_attribute,
    coalesce((select any_value(value) from attribute where attribute.person = person.person and 'attribute:' || attribute.name = $and_by), 'not known') as second_attribute
  from person
), placed as (
  select kind, yes, case $by when 'ethnicity' then ethnicity when 'area' then area else first_attribute end as one, case $and_by when '' then '' when 'ethnicity' then ethnicity when 'area' then area else second_attribute end as other
  from gate join grouped using (person)
)
select kind, one, other, count(*) as n, count(*) filter (yes) as x, grouping(one) as all_one, grouping(other) as all_other from placed group by grouping sets ((kind), (kind, one), (kind, other), (kind, one, other)) order by all
