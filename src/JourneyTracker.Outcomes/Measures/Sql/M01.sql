with entry as (
  select *, accuracy = 'unknown' as undated, case name when 'cautioned' then 'caution' when 'conditionally-cautioned' then 'conditional caution' else 'conviction' end as type from fact
  where name in ('cautioned', 'conditionally-cautioned', 'convicted') or (name = 'sentenced' and (body ->> 'disposal') not in ('BIND_OVER', 'COMPENSATION', 'DEFERRED'))
)
-- Of an undated one only the latest possible day is known: if that is in the period or later, hers may have been before it.
select person, area, 'first-time entrants' as kind, type, case when any_undated then 'missing' else 'counted' end as answer from (
  select *, bool_or(undated) over (partition by person) as any_undated from entry qualify row_number() over (partition by person order by seq) = 1
) where day >= $from::date and (day <= $to::date or any_undated)
