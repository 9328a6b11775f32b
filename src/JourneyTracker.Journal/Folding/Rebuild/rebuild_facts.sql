select seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers
from journeys.mt_events
where tenant_id = $1 and stream_id >= $2 and stream_id <= $3 and seq_id <= $4
order by tenant_id, stream_id, version
