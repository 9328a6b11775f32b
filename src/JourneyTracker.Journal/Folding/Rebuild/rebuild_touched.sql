select distinct tenant_id, stream_id from journeys.mt_events
where seq_id > $1 and seq_id <= $2 and type <> 'tombstone' and tenant_id is not null and stream_id is not null
