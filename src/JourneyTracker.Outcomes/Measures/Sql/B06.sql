with made as (
  select person, area, undated, (body ->> 'disposal') as disposal, (body -> 'requirements') as requirements from happened where name = 'sentenced' and (body ->> 'disposal') in ('CO', 'SSO')
)
select person, area, 'orders: ' || disposal as kind, null as type, case when undated then 'missing' else 'counted' end as answer from made
union all
select person, area, 'requirements: ' || (requirement ->> 'kind'), null, case when undated then 'missing' else 'counted' end
from (select *, unnest(from_json(requirements, '["json"]')) as requirement from made where requirements is not null)
