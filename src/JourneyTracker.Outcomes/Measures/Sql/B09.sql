select person, area, 'determinate immediate custody' as kind, null as type, (last_day - day + 1)::double as value,
  case when indeterminate then 'left-out' when undated or last_day is null then 'missing' else 'counted' end as answer
from custodial where day >= $from::date and (day <= $to::date or undated)
