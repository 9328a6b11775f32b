with reception as (
  select *, lag(day) over (partition by person order by seq) as before_on from fact where name = 'received' and (body ->> 'basis') = 'sentence'
), linked as (
  -- The sentence for which she was received: the latest by that day that no reception before was for.
  select reception.person, reception.area, reception.accuracy = 'unknown' as undated, custodial.band
  from reception left join custodial on custodial.person = reception.person and custodial.day <= reception.day and custodial.day > coalesce(before_on, date '0001-01-01')
  where reception.day >= $from::date and (reception.day <= $to::date or reception.accuracy = 'unknown')
  qualify row_number() over (partition by reception.person, reception.seq order by custodial.seq desc) = 1
)
select person, area, line.kind, null as type, case when undated or band is null then 'missing' when band = line.kind then 'yes' else 'no' end as answer
from linked cross join (select unnest(['under 6 months', 'exactly 6 months', 'over 6 and under 12 months', '12 months or more', 'indeterminate']) as kind) line
