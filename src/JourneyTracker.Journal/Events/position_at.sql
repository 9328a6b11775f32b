-- The last position before the first fact of partnership $4 (of all when null) that was recorded after $3: so nothing learnt after that instant is ever included;
-- and the last position there is. The marks say in which stretch that fact stands; when they do not know it, it is after the last of them.
with now as materialized (
  select journeys.contiguous_from(greatest($1, (select max(last_seq_id) from journeys.mt_event_progression where name = any ($2)))) as position),
place as materialized (
  select coalesce(m.after_position, case when $4 is not null then (select max(last_position) from journeys.position_mark) end, 0) as after_position,
    least(m.last_position, now.position) as last_position
  from now left join lateral (
    select after_position, last_position from journeys.position_mark
    where partnership = $4 and latest > $3 order by partnership, latest, last_position limit 1) as m on true)
select coalesce(first.seq_id - 1, now.position), now.position
from now, place left join lateral (
  -- By position, and only then by whose: else the planner gathers all facts of the partnership.
  select e.seq_id from (
    select seq_id, timestamp, type, tenant_id from journeys.mt_events where seq_id > place.after_position and seq_id <= place.last_position order by seq_id offset 0) as e
  where e.timestamp > $3 and e.type <> 'tombstone' and ($4 is null or e.tenant_id = $4)
  order by e.seq_id limit 1) as first on true
