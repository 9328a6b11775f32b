-- Marks the stretch after the last mark, up to $1 facts long and no further than $2, which no hole precedes. Says where the marks then end.
with stretch as (
  select b.after_position, least(b.after_position + $1, $2) as last_position
  from (select coalesce(max(last_position), 0) as after_position from journeys.position_mark) as b),
latest as (
  select e.tenant_id, max(e.timestamp) as latest from stretch s join journeys.mt_events e on e.seq_id > s.after_position and e.seq_id <= s.last_position
  where e.type <> 'tombstone' and e.tenant_id is not null group by e.tenant_id)
insert into journeys.position_mark (partnership, after_position, last_position, latest)
select l.tenant_id, s.after_position, s.last_position,
  greatest(l.latest, (select m.latest from journeys.position_mark m where m.partnership = l.tenant_id order by m.last_position desc limit 1))
from latest l, stretch s
returning last_position
