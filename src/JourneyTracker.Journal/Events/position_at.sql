-- The last position before the first fact that was recorded later: so nothing learnt after that instant is ever included. The marks say in which stretch
-- that fact stands; when they do not know it, it is after the last of them.
with place as (
  select coalesce(m.after_position, case when $3 is not null then (select max(last_position) from journeys.position_mark) end, 0) as after_position,
    coalesce(m.last_position, $2) as last_position
  from (select) as one left join lateral (
    select after_position, last_position from journeys.position_mark
    where partnership = $3 and latest > $1 order by partnership, latest, last_position limit 1) as m on true)
select coalesce(min(e.seq_id) - 1, $2) from place p join journeys.mt_events e on e.seq_id > p.after_position and e.seq_id <= least(p.last_position, $2)
where e.timestamp > $1 and e.type <> 'tombstone' and ($3 is null or e.tenant_id = $3)
