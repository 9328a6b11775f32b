-- Of each stage in $3 the women who came last, at most so many of each of the two kinds of board_counts.sql.
select w.journey, w.stage, w.from_day, a.area, w.agency
from unnest($3::varchar[], $4::int[]) as c (stage, most), lateral (
  (select journey, stage, from_day, agency from journeys.current_status_spell
   where partnership = $1 and stage = c.stage and until_day is null and from_day <= $2 and (ordinal > 0 or by_fact is not null)
   order by from_day desc, journey limit c.most)
  union all
  (select journey, stage, from_day, agency from journeys.current_status_spell
   where partnership = $1 and stage = c.stage and until_day > $2 and from_day <= $2 and (ordinal > 0 or by_fact is not null)
   order by from_day desc, journey limit c.most)) as w
left join lateral (
  select area from journeys.current_status_area where partnership = $1 and journey = w.journey and from_day <= $2 order by ordinal desc limit 1) as a on true
