with asked as (
  select *, (day + $after::interval)::date as asked_on from release where day >= $from::date and (day <= $to::date or undated)
), said as (
  -- The latest status since the release that says something.
  select asked.person, asked.seq, (fact.body ->> 'status') as status
  from asked join fact on fact.person = asked.person and fact.name = 'employment-status' and fact.day between asked.day and asked_on
  qualify row_number() over (partition by asked.person, asked.seq order by (fact.body ->> 'status') not in ('not-asked', 'not-known') desc, fact.seq desc) = 1
)
select asked.person, area, 'in work' as kind, null as type, case
    when undated then 'missing'
    when asked_on > $known_until::date then 'not-run'
    when exists (select 1 from gone where gone.person = asked.person and gone.day between asked.day and asked_on) then 'left-out'
    when not exists (select 1 from spell where spell.person = asked.person and from_day <= asked_on and (until_day is null or until_day > asked_on)
      and stage in ('on-licence', 'post-sentence-supervision', 'suspended-sentence', 'community-order')) then 'left-out'
    when status = 'not-available' then 'left-out'
    when status in ('employed', 'self-employed') then 'yes'
    when status in ('education-or-training', 'volunteering', 'looking-for-work') then 'no'
    when status = 'not-asked' then 'not-asked'
    else 'missing' end as answer
from asked left join said on said.person = asked.person and said.seq = asked.seq
