with entry as (
  select person, seq, day, area, accuracy = 'unknown' as undated, case name when 'cautioned' then 'caution' when 'conditionally-cautioned' then 'conditional caution' else 'conviction' end as type from fact
  where name in ('cautioned', 'conditionally-cautioned', 'convicted')
  union all select person, seq, day, area, undated, 'conviction' from sentence where disposal not in ('BIND_OVER', 'COMPENSATION', 'DEFERRED')
)
-- Of an undated one only the latest possible day is known: if that is in the period or later, hers may have been before it.
select person, area, 'first-time entrants' as kind, type, case when any_undated then 'missing' else 'counted' end as answer from (
  select person, min(day) as day, arg_min_null(area, seq) as area, arg_min(type, seq) as type, bool_or(undated) as any_undated from entry group by person
) where day >= $from::date and (day <= $to::date or any_undated)
