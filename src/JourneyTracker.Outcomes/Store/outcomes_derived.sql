-- What measures share, worked out once for a generation, from its facts. Days are civil days in London; a fact of which only the latest possible day is known is undated.
create or replace table sentence as
with disposal_class (disposal, class, severity) as (
  values ('IMMEDIATE_CUSTODY', 'IMMEDIATE_CUSTODY', 1), ('EDS', 'IMMEDIATE_CUSTODY', 1), ('SOPC', 'IMMEDIATE_CUSTODY', 1), ('LIFE_IPP', 'IMMEDIATE_CUSTODY', 1), ('SSO', 'SSO', 2), ('CO', 'CO', 3),
    ('FINE', 'FINE', 4), ('ABS_DISCHARGE', 'DISCHARGE', 5), ('COND_DISCHARGE', 'DISCHARGE', 5), ('BIND_OVER', 'OTHER', 6), ('COMPENSATION', 'OTHER', 6), ('HOSPITAL', 'OTHER', 6), ('OTHER', 'OTHER', 6)
), passed as (
  -- Lengths are asked of custody alone.
  select person, seq, day, area, matter, accuracy = 'unknown' as undated, (body ->> 'disposal') as disposal, class, severity, disposal = 'LIFE_IPP' as indeterminate, (body ->> 'consecutiveTo') is not null as consecutive,
    case when severity = 1 then (body ->> 'length') end as length
  from fact left join disposal_class on disposal_class.disposal = (body ->> 'disposal') where name = 'sentenced'
), measured as (
  select *,
    coalesce(try_cast(regexp_extract(length, '(\d+)Y', 1) as integer), 0) as years, coalesce(try_cast(regexp_extract(length, '(\d+)M', 1) as integer), 0) as months,
    7 * coalesce(try_cast(regexp_extract(length, '(\d+)W', 1) as integer), 0) + coalesce(try_cast(regexp_extract(length, '(\d+)D', 1) as integer), 0) as days
  from passed
)
-- The last day of the term: both days count, years before months before days (rules DAY-01 to DAY-03).
select person, seq, day, area, matter, undated, disposal, class, severity, indeterminate, consecutive, case when length is null then null
    when day(day) = 1 and years + months > 0 then ((day + to_years(years))::date + to_months(months))::date - 1 + days
    else ((day - 1 + to_years(years))::date + to_months(months))::date + days end as last_day
from measured order by day, person, seq;

-- All sentences passed on one day in one case count once, by the most severe.
create or replace table occasion as
select person, day, matter, min(seq) as seq, any_value(area) as area, bool_or(undated) as undated, arg_min(class, severity) as class, min(severity) as severity,
  coalesce(bool_or(indeterminate), false) as indeterminate,
  case when bool_or(consecutive) or bool_or(last_day is null) filter (severity = 1) then null else max(last_day) filter (severity = 1) end as last_day
from sentence where class is not null group by person, day, matter order by day, person, seq;

-- A prosecution that ended, and how it began: by the same reference, else where one of the two has none; when that is not on record the day before alone is looked at.
create or replace table proceeding as
with ending as (
  select person, day, matter, min(seq) as seq, any_value(area) as area, bool_or(undated) as undated, arg_min(class, severity) as class from (
    select person, day, matter, seq, area, undated, class, severity from occasion
    union all select person, day, matter, seq, area, accuracy = 'unknown', 'NOT_CONVICTED', 9 from fact where name in ('acquitted', 'discontinued')
  ) group by person, day, matter
), begun as (
  select ending.person, ending.seq, fact.day as started_on, (fact.body ->> 'form') as form
  from ending join fact on fact.person = ending.person and fact.name = 'prosecution-started' and fact.seq < ending.seq
  where fact.matter is not distinct from ending.matter or fact.matter is null or ending.matter is null
  qualify row_number() over (partition by ending.person, ending.seq order by fact.matter is not distinct from ending.matter desc, fact.seq desc) = 1
), since as (
  select ending.*, started_on, coalesce(started_on, ending.day - 1) as since, form from ending left join begun using (person, seq)
), held as (
  -- In custody on remand or awaiting sentence meanwhile.
  select distinct since.person, seq from since join custody on custody.person = since.person and from_day < day and coalesce(until_day, date '9999-12-31') > since where basis in ('remand', 'convicted-unsentenced')
)
select since.*, held.seq is not null as held from since left join held using (person, seq) order by day, person, seq;

-- From a sentence, and the last of its day.
create or replace table release as
select person, seq, day, area, undated, again, again or kind <> 'sentence-ended' as on_licence from (
  select person, seq, day, area, accuracy = 'unknown' as undated, name = 're-released' as again, (body ->> 'kind') as kind from fact where name in ('released', 're-released')
  qualify row_number() over (partition by person, day order by seq desc) = 1
) where again or kind in ('on-licence', 'on-home-detention-curfew', 'sentence-ended') order by day, person, seq;

create or replace table recall as
select person, seq, area, coalesce((body ->> 'revokedOn')::date, day) as revoked_on, accuracy = 'unknown' and (body ->> 'revokedOn') is null as undated from fact where name = 'recalled' order by revoked_on, person, seq;

-- When an offence was proven, and when it was done where that is recorded; of a caution it never is.
create or replace table proof as
select person, day as proven_on, (body ->> 'offenceOn')::date as offence_on from fact where name in ('convicted', 'sentenced', 'cautioned', 'conditionally-cautioned') order by proven_on, person;

create or replace table gone as
select person, day from fact where name in ('died', 'left-area') order by day, person;
