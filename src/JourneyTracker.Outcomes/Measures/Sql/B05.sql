with offered as (
  select person, area, undated, (body ->> 'agreed') as agreed, coalesce((body ->> 'outcome'), 'not-recorded') as outcome from happened where name = 'liaison-and-diversion-screened'
)
select person, area, '1 agreed, of those offered a screening' as kind, null as type,
  case when undated then 'missing' when agreed in ('yes', 'no') then agreed when agreed = 'prefers-not-to-say' then 'missing' else 'not-asked' end as answer
from offered
union all
select person, area, '2 referred on, of those who agreed', null,
  case when undated or outcome = 'not-recorded' then 'missing' when outcome = 'not-seen' then 'left-out' when outcome = 'referred' then 'yes' else 'no' end
from offered where agreed = 'yes'
