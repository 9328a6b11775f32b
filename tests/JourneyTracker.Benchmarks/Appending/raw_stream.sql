insert into journeys.mt_streams (tenant_id, id, version) values ($1, $2, 1)
on conflict (tenant_id, id) do update set version = journeys.mt_streams.version + 1, timestamp = now()
