select person, area, 'convicted' as kind, null as type, case when undated then 'missing' when class = 'NOT_CONVICTED' then 'no' else 'yes' end as answer
from proceeding where day >= $from::date and (day <= $to::date or undated)
