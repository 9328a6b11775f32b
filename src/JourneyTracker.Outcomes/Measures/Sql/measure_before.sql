-- What several measures need, before the statement of one; the tables sentence, occasion, proceeding, release, recall, proof and gone stand in the store (outcomes_derived.sql).
-- Days are civil days in London; a fact of which only the latest possible day is known is undated.
with happened as (
  select *, accuracy = 'unknown' as undated from fact where day >= $from::date and (day <= $to::date or accuracy = 'unknown')
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
), counted as (
