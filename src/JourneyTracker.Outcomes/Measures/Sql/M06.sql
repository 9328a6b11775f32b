select person, area, line.kind, null as type, case when undated or band is null then 'missing' when band = line.kind then 'yes' else 'no' end as answer
from custodial cross join (select unnest(['under 6 months', 'exactly 6 months', 'over 6 and under 12 months', '12 months or more', 'indeterminate']) as kind) line
where day >= $from::date and (day <= $to::date or undated)
