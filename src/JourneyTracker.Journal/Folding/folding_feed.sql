-- Lines $1..$7 in order; positions follow the head without a hole.
with head as (
  update journeys.board_feed_head set last_position = last_position + cardinality($1::varchar[]) returning last_position - cardinality($1::varchar[]) as before)
insert into journeys.board_feed (position, partnership, journey, kind, from_stage, to_stage, day, by_fact)
select head.before + l.n, l.partnership, l.journey, l.kind, l.from_stage, l.to_stage, l.day, l.by_fact
from head, unnest($1::varchar[], $2::uuid[], $3::varchar[], $4::varchar[], $5::varchar[], $6::date[], $7::uuid[])
  with ordinality as l (partnership, journey, kind, from_stage, to_stage, day, by_fact, n)
