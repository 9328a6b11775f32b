-- The feed goes on after a position that it does not keep: whoever follows it takes a new snapshot.
with head as (
  update journeys.board_feed_head set last_position = last_position + 1, first_kept = last_position + 2 returning last_position),
forgotten as (
  delete from journeys.board_feed using head where position < head.last_position)
select pg_notify('journeys_board_feed', last_position::text) from head
