-- events: map
-- version: 1
-- about: What follows what straight away, in the order in which it happened, within the period: how often, of how many women, and after how many days in the middle.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
-- parameter log: stages
, following as (
  select *, lag(activity) over one as before, lag(day) over one as before_on, lead(activity) over one as after from log window one as (partition by person order by seq)
)
select 'pair' as what, before as a, activity as b, count(*) as times, count(distinct person) as women, median(day - before_on)::double as days from following where before is not null group by all
union all select 'activity', activity, '', count(*), count(distinct person), null from following group by all
union all select 'start', activity, '', count(*), count(distinct person), null from following where before is null group by all
union all select 'end', activity, '', count(*), count(distinct person), null from following where after is null group by all
order by what, times desc, a, b
