select coalesce((select max(seq_id) from journeys.mt_events), 0),
  coalesce((select min(last_seq_id) from journeys.mt_event_progression where name = any ($1) having count(*) = cardinality($1)), 0),
  h.last_position, h.rolled_to
from journeys.board_feed_head h
