-- A tombstone at every number after $1 and before $2 where no row stands. Marten's convention: its name, its own stream, the number as version.
with stream as (
  insert into journeys.mt_streams (tenant_id, id, version) values ('*DEFAULT*', '00000000-0000-4000-8000-00746f6d6273', 0)
  on conflict do nothing),
buried as (
  insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
  select n, gen_random_uuid(), '00000000-0000-4000-8000-00746f6d6273', n, '{}', 'tombstone', clock_timestamp(), '*DEFAULT*', 'JasperFx.Events.Tombstone, JasperFx.Events'
  from generate_series($1 + 1, $2 - 1) as n
  where not exists (select from journeys.mt_events e where e.seq_id = n)
  on conflict (seq_id) do nothing
  returning seq_id)
select count(*), pg_notify('mt_events_appended', '') from buried
