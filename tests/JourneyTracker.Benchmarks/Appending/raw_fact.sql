insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
select nextval('journeys.mt_events_sequence'), $3, $2, s.version, $4, $5, now(), $1, $6
from journeys.mt_streams s where s.tenant_id = $1 and s.id = $2
