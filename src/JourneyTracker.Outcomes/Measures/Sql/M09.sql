select person, area, line.kind, null as type, case when undated then 'missing' when class = line.kind then 'yes' else 'no' end as answer
from proceeding cross join (select unnest(['IMMEDIATE_CUSTODY', 'SSO', 'CO', 'FINE', 'DISCHARGE', 'OTHER', 'NOT_CONVICTED']) as kind) line
where held and day >= $from::date and (day <= $to::date or undated)
