-- measure: compas-population
-- version: 1
-- about: Women in custody on the first day of each month: in jail (held on remand here), in prison (on sentence), either, and both; the day of release does not count, then with it.
-- parameter from: 2013-01-01
-- parameter to: 2016-04-01
with day as (
  select unnest(generate_series($from::date, $to::date, interval 1 month))::date as date
)
select day.date,
  count(distinct person) filter (where basis = 'remand' and open) as in_jail,
  count(distinct person) filter (where basis = 'sentence' and open) as in_prison,
  count(distinct person) filter (where open) as in_custody_either,
  count(distinct person) filter (where basis = 'remand' and open and person in (select other.person from custody other where other.basis = 'sentence' and other.from_day <= day.date and (other.until_day is null or day.date < other.until_day))) as in_both,
  count(distinct person) filter (where basis = 'remand') as in_jail_closed_interval_variant,
  count(distinct person) as in_either_closed_interval_variant
from day left join (select *, true as held from custody) custody on custody.from_day <= day.date and (custody.until_day is null or day.date <= custody.until_day)
cross join lateral (select custody.until_day is null or day.date < custody.until_day as open)
group by day.date order by day.date
