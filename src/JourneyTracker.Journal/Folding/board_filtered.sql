-- The women whom a filter shows: of each stage in $3 those who came last, each with how many there are in it.
select w.journey, w.stage, w.from_day, a.area, w.agency, w.women::int
from (
  select c.*, count(*) over (partition by stage) as women, row_number() over (partition by stage order by from_day desc, journey) as n
  from journeys.board_cut($1, $2, $5, $6, $7, $8, $9) as c) as w
join unnest($3::varchar[], $4::int[]) as c (stage, most) on c.stage = w.stage and w.n <= c.most
left join lateral (
  select area from journeys.current_status_area where partnership = $1 and journey = w.journey and from_day <= $2 order by ordinal desc limit 1) as a on true
