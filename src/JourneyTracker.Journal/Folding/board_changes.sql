-- What happened to each woman of a partnership after a position of the feed: where she was first, where she is last, and by what.
select l.journey, f.from_stage, l.to_stage, l.day, l.by_fact, l.position, f.steps::int
from (
  select distinct on (journey) journey, to_stage, day, by_fact, position from journeys.board_feed
  where partnership = $1 and position > $2 and kind <> 'revised' order by journey, position desc) as l
join (
  select distinct on (journey) journey, from_stage, count(*) over (partition by journey) as steps from journeys.board_feed
  where partnership = $1 and position > $2 and kind <> 'revised' order by journey, position) as f using (journey)
where f.from_stage <> l.to_stage
order by l.position desc
limit $3
