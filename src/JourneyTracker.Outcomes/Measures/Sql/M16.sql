select person, area, 'temporary releases' as kind, (body ->> 'kind') as type, case when undated then 'missing' else 'counted' end as answer
from happened where name = 'temporary-release'
