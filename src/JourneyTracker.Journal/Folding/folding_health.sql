-- The last column: whether the position after the folds is missing while there are later ones.
with folded as (
  select coalesce((select min(last_seq_id) from journeys.mt_event_progression where name = any ($1) having count(*) = cardinality($1)), 0) as position)
select coalesce((select max(seq_id) from journeys.mt_events), 0),
  f.position, h.last_position, h.rolled_to,
  coalesce((select e.seq_id from journeys.mt_events e where e.seq_id > f.position order by e.seq_id limit 1) > f.position + 1, false)
from journeys.board_feed_head h, folded f
