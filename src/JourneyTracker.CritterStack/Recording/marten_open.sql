-- Journeys without an event yet, by us and not by Marten; how many of them were not there.
with opened as (
  insert into journeys.mt_streams (tenant_id, id, version, timestamp, created)
    select $1, s.id, 0, clock_timestamp(), clock_timestamp() from unnest($2) as s (id)
  on conflict (tenant_id, id) do nothing
  returning 1)
select count(*) from opened
