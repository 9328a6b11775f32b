-- Announces the steps that came into effect with the days after the last one announced, up to $1. At the very first start there are none.
with head as (
  select last_position, rolled_to from journeys.board_feed_head for update),
lines as (
  select row_number() over (order by m.day, m.partnership, m.journey) as n, m.partnership, m.journey, m.from_stage, m.to_stage, m.day, m.by_fact
  from journeys.current_movement m, head
  where m.day > head.rolled_to and m.day <= $1 and not (m.from_stage = 'not-yet-known' and m.by_fact is null)),
written as (
  insert into journeys.board_feed (position, partnership, journey, kind, from_stage, to_stage, day, by_fact)
  select head.last_position + l.n, l.partnership, l.journey, case when l.by_fact is null then 'day-roll' else 'moved' end, l.from_stage, l.to_stage, l.day, l.by_fact
  from lines l, head
  returning 1)
update journeys.board_feed_head set last_position = last_position + (select count(*) from written), rolled_to = $1
returning (select count(*) from written)
