with licensed as (
  select person from spell where stage = 'on-licence' and from_day <= $to::date and (until_day is null or until_day > $from::date)
  union select person from recall where not undated and revoked_on between $from::date and $to::date
)
select person, person.area, 'recalled' as kind, null as type, case
    when exists (select 1 from recall where recall.person = licensed.person and not undated and revoked_on between $from::date and $to::date) then 'yes'
    when exists (select 1 from recall where recall.person = licensed.person and undated and revoked_on >= $from::date) then 'missing'
    else 'no' end as answer
from licensed join person using (person)
