-- Stage and area on the day $2 of the journeys $3.
select j.journey, s.stage, a.area
from unnest($3::uuid[]) as j (journey)
join journeys.current_status_spell s on s.partnership = $1 and s.journey = j.journey and s.from_day <= $2 and (s.until_day > $2 or s.until_day is null)
left join lateral (
  select area from journeys.current_status_area where partnership = $1 and journey = j.journey and from_day <= $2 order by ordinal desc limit 1) as a on true
