select person, area, 'releases on home detention curfew' as kind, null as type, case when undated then 'missing' else 'counted' end as answer
from happened where name = 'released' and (body ->> 'kind') = 'on-home-detention-curfew'
