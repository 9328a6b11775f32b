select distinct stream_id, headers ->> 'agency' from journeys.mt_events where tenant_id = $1 and stream_id = any ($2) and headers ->> 'agency' is not null
