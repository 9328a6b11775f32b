-- As before, but arrays are taken apart row by row instead of being written out as tables first.
-- p_fact_floor: no fact is dated before the one before it on its journey. p_reference_fact: which of the facts a reference names.
create or replace function journeys.load_write(
  p_partnership varchar, p_opened uuid[], p_opened_version bigint[], p_grown uuid[], p_grown_version bigint[],
  p_fact_id uuid[], p_fact_stream uuid[], p_fact_version bigint[], p_fact_type varchar[], p_fact_data jsonb[], p_fact_headers jsonb[],
  p_fact_recorded timestamptz[], p_fact_floor timestamptz[],
  p_reference_fact int[], p_reference_system varchar[], p_reference bytea[], p_reference_hmac bytea[]) returns bigint[]
language plpgsql set enable_seqscan = off as $$
declare
  opened bigint;
  numbers bigint[];
  drawn timestamptz;
begin
  insert into journeys.mt_streams (tenant_id, id, version, timestamp, created)
    select p_partnership, s.id, s.version, clock_timestamp(), clock_timestamp() from unnest(p_opened, p_opened_version) as s (id, version)
  on conflict (tenant_id, id) do nothing;
  get diagnostics opened = row_count;
  if opened <> cardinality(p_opened) then
    raise exception 'A journey of this load was opened by somebody else meanwhile.' using errcode = 'serialization_failure';
  end if;
  update journeys.mt_streams m set version = g.version, timestamp = clock_timestamp()
    from (select unnest(p_grown) as id, unnest(p_grown_version) as version) as g where m.tenant_id = p_partnership and m.id = g.id;

  -- Numbers and instant under one short lock, given back at once: so positions and instants grow together.
  perform pg_advisory_lock(5460251087460412416);
  numbers := array(select nextval('journeys.mt_events_sequence') from generate_series(1, cardinality(p_fact_id)));
  drawn := clock_timestamp();
  perform pg_advisory_unlock(5460251087460412416);

  insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
    select f.number, f.id, f.stream, f.version, f.data, f.type, greatest(f.floor, coalesce(f.recorded, drawn)), p_partnership, f.headers
    from (
      select unnest(numbers) as number, unnest(p_fact_id) as id, unnest(p_fact_stream) as stream, unnest(p_fact_version) as version, unnest(p_fact_data) as data,
        unnest(p_fact_type) as type, unnest(p_fact_floor) as floor, unnest(p_fact_recorded) as recorded, unnest(p_fact_headers) as headers) as f;
  insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
    select p_partnership, r.system, r.reference, p_fact_id[r.fact], p_fact_stream[r.fact], numbers[r.fact], r.hmac
    from (
      select unnest(p_reference_fact) as fact, unnest(p_reference_system) as system, unnest(p_reference) as reference, unnest(p_reference_hmac) as hmac) as r;
  perform pg_notify('mt_events_appended', '');
  return numbers;
end
$$;
