-- What several measures need, before the statement of one. Days are civil days in London; a fact of which only the latest possible day is known is undated.
with happened as (
  select *, accuracy = 'unknown' as undated from fact where day >= $from::date and (day <= $to::date or accuracy = 'unknown')
), disposal_class (disposal, class, severity) as (
  values ('IMMEDIATE_CUSTODY', 'IMMEDIATE_CUSTODY', 1), ('EDS', 'IMMEDIATE_CUSTODY', 1), ('SOPC', 'IMMEDIATE_CUSTODY', 1), ('LIFE_IPP', 'IMMEDIATE_CUSTODY', 1), ('SSO', 'SSO', 2), ('CO', 'CO', 3),
    ('FINE', 'FINE', 4), ('ABS_DISCHARGE', 'DISCHARGE', 5), ('COND_DISCHARGE', 'DISCHARGE', 5), ('BIND_OVER', 'OTHER', 6), ('COMPENSATION', 'OTHER', 6), ('HOSPITAL', 'OTHER', 6), ('OTHER', 'OTHER', 6)
), passed as (
  select person, seq, day, area, matter, accuracy = 'unknown' as undated, class, severity, disposal = 'LIFE_IPP' as indeterminate, (body ->> 'consecutiveTo') is not null as consecutive,
    (body ->> 'length') as length,
    coalesce(try_cast(regexp_extract((body ->> 'length'), '(\d+)Y', 1) as integer), 0) as years, coalesce(try_cast(regexp_extract((body ->> 'length'), '(\d+)M', 1) as integer), 0) as months,
    7 * coalesce(try_cast(regexp_extract((body ->> 'length'), '(\d+)W', 1) as integer), 0) + coalesce(try_cast(regexp_extract((body ->> 'length'), '(\d+)D', 1) as integer), 0) as days
  from fact join disposal_class on disposal = (body ->> 'disposal') where name = 'sentenced'
), sentence as (
  -- The last day of the term: both days count, years before months before days (rules DAY-01 to DAY-03).
  select *, case when length is null then null
    when day(day) = 1 and years + months > 0 then ((day + to_years(years))::date + to_months(months))::date - 1 + days
    else ((day - 1 + to_years(years))::date + to_months(months))::date + days end as last_day
  from passed
), occasion as (
  -- All sentences passed on one day in one case count once, by the most severe.
  select person, day, matter, min(seq) as seq, any_value(area) as area, bool_or(undated) as undated, arg_min(class, severity) as class, min(severity) as severity,
    coalesce(bool_or(indeterminate), false) as indeterminate,
    case when bool_or(consecutive) or bool_or(last_day is null) filter (severity = 1) then null else max(last_day) filter (severity = 1) end as last_day
  from sentence group by person, day, matter
), custodial as (
  -- A term is compared with one of six or twelve months from the same day (rule DAY-12).
  select *, case
      when indeterminate then 'indeterminate' when last_day is null then null
      when last_day < six then 'under 6 months' when last_day = six then 'exactly 6 months' when last_day < twelve then 'over 6 and under 12 months' else '12 months or more'
    end as band
  from (
    select *, case when day(day) = 1 then (day + to_months(6))::date - 1 else (day - 1 + to_months(6))::date end as six,
      case when day(day) = 1 then (day + to_years(1))::date - 1 else (day - 1 + to_years(1))::date end as twelve
    from occasion where class = 'IMMEDIATE_CUSTODY'
  )
), ending as (
  select person, day, matter, min(seq) as seq, any_value(area) as area, bool_or(undated) as undated, arg_min(class, severity) as class from (
    select person, day, matter, seq, area, undated, class, severity from occasion
    union all select person, day, matter, seq, area, accuracy = 'unknown', 'NOT_CONVICTED', 9 from fact where name in ('acquitted', 'discontinued')
  ) group by person, day, matter
), proceeding as (
  -- A prosecution that ended, and how it began: by the same reference, else where one of the two has none; when that is not on record the day before alone is looked at.
  select ending.*, begun.day as started_on, coalesce(begun.day, ending.day - 1) as since, (begun.body ->> 'form') as form
  from ending left join fact begun on begun.person = ending.person and begun.name = 'prosecution-started' and begun.seq < ending.seq
    and (begun.matter is not distinct from ending.matter or begun.matter is null or ending.matter is null)
  qualify row_number() over (partition by ending.person, ending.seq order by begun.matter is not distinct from ending.matter desc, begun.seq desc) = 1
), release as (
  -- From a sentence, and the last of its day.
  select person, seq, day, area, undated, again from (
    select person, seq, day, area, accuracy = 'unknown' as undated, name = 're-released' as again, (body ->> 'kind') as kind from fact where name in ('released', 're-released')
    qualify row_number() over (partition by person, day order by seq desc) = 1
  ) where again or kind in ('on-licence', 'on-home-detention-curfew', 'sentence-ended')
), recall as (
  select person, seq, area, coalesce((body ->> 'revokedOn')::date, day) as revoked_on, accuracy = 'unknown' and (body ->> 'revokedOn') is null as undated from fact where name = 'recalled'
), proof as (
  -- When an offence was proven, and when it was done where that is recorded; of a caution it never is.
  select person, day as proven_on, (body ->> 'offenceOn')::date as offence_on from fact where name in ('convicted', 'sentenced', 'cautioned', 'conditionally-cautioned')
), gone as (
  select person, day from fact where name in ('died', 'left-area')
), counted as (
