select tenant_id, count(*), coalesce(sum(version), 0)::bigint from journeys.mt_streams where tenant_id <> '*DEFAULT*' group by tenant_id order by tenant_id
