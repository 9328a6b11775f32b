select person, area, line.kind, null as type, case when undated then 'missing' when class = line.kind then 'yes' else 'no' end as answer
from occasion cross join (select unnest(['IMMEDIATE_CUSTODY', 'SSO', 'CO', 'FINE', 'DISCHARGE', 'OTHER']) as kind) line
where day >= $from::date and (day <= $to::date or undated)
