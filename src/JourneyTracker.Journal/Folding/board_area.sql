-- The women of one area: of each stage in $3 those who came last, each with how many there are in it.
select w.journey, w.stage, w.from_day, w.area, w.agency, w.women::int
from (
  select s.journey, s.stage, s.from_day, a.area, s.agency, count(*) over (partition by s.stage) as women,
    row_number() over (partition by s.stage order by s.from_day desc, s.journey) as n
  from journeys.current_status_spell s
  join (
    select distinct on (journey) journey, area from journeys.current_status_area where partnership = $1 and from_day <= $2 order by journey, ordinal desc) as a
    on a.journey = s.journey
  where s.partnership = $1 and s.from_day <= $2 and (s.until_day > $2 or s.until_day is null) and (s.ordinal > 0 or s.by_fact is not null) and a.area = $5) as w
join unnest($3::varchar[], $4::int[]) as c (stage, most) on c.stage = w.stage and w.n <= c.most
