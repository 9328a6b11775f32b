select s.journey, s.stage, s.from_day, a.area, s.agency
from (select coalesce($2::date, (select rolled_to from journeys.board_feed_head)) as day) as d
cross join unnest($3::uuid[]) as j (journey)
join journeys.current_status_spell s on s.partnership = $1 and s.journey = j.journey
left join lateral (
  select area from journeys.current_status_area where partnership = $1 and journey = j.journey and from_day <= d.day order by ordinal desc limit 1) as a on true
where s.from_day <= d.day and (s.until_day > d.day or s.until_day is null) and (s.ordinal > 0 or s.by_fact is not null)
