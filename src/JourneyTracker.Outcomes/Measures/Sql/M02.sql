select person, area, case name when 'arrested' then 'arrests' else 'voluntary attendance' end as kind, (body ->> 'offenceGroup') as type,
  case when undated then 'missing' else 'counted' end as answer
from happened where name in ('arrested', 'attended-voluntarily')
