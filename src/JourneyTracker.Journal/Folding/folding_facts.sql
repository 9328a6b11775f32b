select e.seq_id, e.id, e.stream_id, e.version, e.data, e.type, e.timestamp, e.tenant_id, e.headers
from unnest($1::varchar[], $2::uuid[]) as j (partnership, journey)
join journeys.mt_events e on e.tenant_id = j.partnership and e.stream_id = j.journey
where e.seq_id <= $3
order by e.tenant_id, e.stream_id, e.version
