-- measure: disproportionality
-- version: 1
-- about: Women with each step in the period, once each: of those who had the one, those who had the other in the same period too, whichever came first and in whichever case. What came after the period is not counted, so of women who came to a gate late in it too few went through. Of arrests there is no rate: how many women live here is not in the store. Ethnicity and area are the latest known. It shows where groups fare differently, not why.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter by: ethnicity
-- parameter and_by:
with happened as (
  select person, name, body from fact where accuracy <> 'unknown' and day between $from::date and least($to::date, $known_until::date) and name in (
    'arrested', 'diversion-considered', 'diverted', 'cautioned', 'conditionally-cautioned', 'prosecution-started', 'remanded', 'received', 'sentenced', 'recalled')
), woman as (
  select person,
    bool_or(name = 'arrested') as arrested,
    bool_or(name in ('diversion-considered', 'diverted')) as considered,
    bool_or(name = 'diverted' or (name = 'diversion-considered' and (body ->> 'decision') in ('offered', 'declined-by-her'))) as offered,
    bool_or(name in ('cautioned', 'conditionally-cautioned')) as cautioned,
    bool_or(name = 'prosecution-started') as prosecuted,
    bool_or(name = 'remanded' or (name = 'received' and (body ->> 'basis') = 'remand')) as remanded,
    bool_or(name = 'sentenced' and (body ->> 'disposal') <> 'DEFERRED') as sentenced,
    bool_or(name = 'sentenced' and (body ->> 'disposal') in ('IMMEDIATE_CUSTODY', 'EDS', 'SOPC', 'LIFE_IPP')) as imprisoned,
    bool_or(name = 'recalled') as recalled
  from happened group by person
), licensed as (
  select distinct person from spell where stage = 'on-licence' and from_day <= least($to::date, $known_until::date) and (until_day is null or until_day > $from::date)
  union select person from woman where recalled
), gate as (
  select person, '1 Arrested' as kind, null::boolean as yes from woman where arrested
  union all select person, '2 Diversion considered, of women arrested', considered from woman where arrested
  union all select person, '3 Diversion offered, of women for whom it was considered', offered from woman where considered
  union all select person, '4 Cautioned, of women arrested', cautioned from woman where arrested
  union all select person, '5 Prosecuted, of women arrested', prosecuted from woman where arrested
  union all select person, '6 Remanded in custody, of women prosecuted', remanded from woman where prosecuted
  union all select person, '7 Custody, of women sentenced', imprisoned from woman where sentenced
  union all select person, '8 Recalled, of women on licence', coalesce(recalled, false) from licensed left join woman using (person)
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
