with asked as (
  select *, (day + $after::interval)::date as asked_on from release where day >= $from::date and (day <= $to::date or undated)
), said as (
  -- The latest status since the release that says something; one from before does not outlive custody.
  select asked.person, asked.seq, (fact.body ->> 'status') as status, (fact.body ->> 'until')::date as lasts_until
  from asked join fact on fact.person = asked.person and fact.name = 'accommodation-status' and fact.day between asked.day and asked_on
  qualify row_number() over (partition by asked.person, asked.seq order by (fact.body ->> 'status') not in ('not-asked', 'not-known') desc, fact.seq desc) = 1
)
select asked.person, area, $asks as kind, null as type, case
    when undated then 'missing'
    when asked_on > $known_until::date then 'not-run'
    when exists (select 1 from gone where gone.person = asked.person and gone.day between asked.day and asked_on) then 'left-out'
    when exists (select 1 from custody where custody.person = asked.person and from_day >= asked.day and from_day <= asked_on and (until_day is null or until_day > asked_on)) then 'left-out'
    when $asks = 'settled' and not exists (select 1 from spell where spell.person = asked.person and from_day <= asked_on and (until_day is null or until_day > asked_on)
      and stage in ('on-licence', 'post-sentence-supervision', 'suspended-sentence', 'community-order')) then 'left-out'
    when status = 'not-asked' then 'not-asked'
    when lasts_until < asked_on then 'missing'
    when status = 'settled' or ($asks = 'housed' and status = 'temporary') then 'yes'
    when status in ('temporary', 'not-housed') then 'no'
    else 'missing' end as answer
from asked left join said on said.person = asked.person and said.seq = asked.seq
