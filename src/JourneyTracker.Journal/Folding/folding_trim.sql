with head as (
  update journeys.board_feed_head set first_kept = last_position - $1 + 1 where last_position - first_kept + 1 > $1 + greatest($1 / 10, 1) returning first_kept)
delete from journeys.board_feed using head where position < head.first_kept
