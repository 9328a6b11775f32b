-- The last position before the first fact that was recorded later: so nothing learnt after that instant is ever included.
select coalesce(min(seq_id) - 1, $2) from journeys.mt_events
where timestamp > $1 and seq_id <= $2 and type <> 'tombstone' and ($3 is null or tenant_id = $3)
