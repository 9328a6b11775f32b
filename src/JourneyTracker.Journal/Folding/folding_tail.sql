select seq_id, tenant_id, stream_id, type from journeys.mt_events where seq_id > $1 order by seq_id limit $2
