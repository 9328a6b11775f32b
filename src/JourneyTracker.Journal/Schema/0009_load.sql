-- A load of many facts in one transaction and two round trips: load_look locks the journeys and says what stands, the program decides, load_write writes
-- what it decided. The rules and the order of locks (streams, then references, each sorted) are those of append_group; what is decided in arrays there is
-- decided in the program here, which is several times faster for thousands of facts.
create function journeys.load_look(
  p_partnership varchar, p_streams uuid[], p_systems varchar[], p_references bytea[],
  out stream bigint[], out version bigint[], out latest timestamptz[], out elsewhere uuid[],
  out hit bigint[], out hit_fact uuid[], out hit_journey uuid[], out hit_position bigint[], out hit_hmac bytea[])
language plpgsql set enable_seqscan = off as $$
begin
  perform set_config('journeys.partnership', p_partnership, true);
  select array_agg(l.n), array_agg(l.version) into stream, version
    from (
      select s.n, m.version from unnest(p_streams) with ordinality as s (id, n), lateral (
        select t.version from journeys.mt_streams t where t.tenant_id = p_partnership and t.id = s.id for no key update) as m) as l;

  -- A statement of its own: what was committed while the one before waited for its locks is seen by this one only.
  select array_agg(coalesce(e.timestamp, '-infinity') order by l.i) into latest
    from unnest(stream, version) with ordinality as l (n, version, i) left join lateral (
      select v.timestamp from journeys.mt_events v
      where v.tenant_id = p_partnership and v.stream_id = p_streams[l.n] and v.version = l.version offset 0) as e on true;
  elsewhere := journeys.journeys_elsewhere(p_partnership, (
    select array_agg(s.id) from unnest(p_streams) with ordinality as s (id, n) where s.n <> all (coalesce(stream, '{}'))));
  select array_agg(f.n), array_agg(r.fact), array_agg(r.journey), array_agg(r.position), array_agg(r.content_hmac)
    into hit, hit_fact, hit_journey, hit_position, hit_hmac
    from unnest(p_systems, p_references) with ordinality as f (system, reference, n), lateral (
      select s.fact, s.journey, s.position, s.content_hmac from journeys.source_reference s
      where s.partnership = p_partnership and s.system = f.system and s.reference_hash = f.reference offset 0) as r;
end
$$;

-- p_fact_floor: no fact is dated before the one before it on its journey. p_reference_fact: which of the facts a reference names.
create function journeys.load_write(
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
    from unnest(p_grown, p_grown_version) as g (id, version) where m.tenant_id = p_partnership and m.id = g.id;

  -- Numbers and instant under one short lock, given back at once: so positions and instants grow together.
  perform pg_advisory_lock(5460251087460412416);
  select array_agg(nextval('journeys.mt_events_sequence')) into numbers from generate_series(1, cardinality(p_fact_id));
  drawn := clock_timestamp();
  perform pg_advisory_unlock(5460251087460412416);

  insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
    select f.number, f.id, f.stream, f.version, f.data, f.type, greatest(f.floor, coalesce(f.recorded, drawn)), p_partnership, f.headers
    from unnest(numbers, p_fact_id, p_fact_stream, p_fact_version, p_fact_data, p_fact_type, p_fact_floor, p_fact_recorded, p_fact_headers)
      as f (number, id, stream, version, data, type, floor, recorded, headers);
  insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
    select p_partnership, r.system, r.reference, p_fact_id[r.fact], p_fact_stream[r.fact], numbers[r.fact], r.hmac
    from unnest(p_reference_fact, p_reference_system, p_reference, p_reference_hmac) as r (fact, system, reference, hmac);
  perform pg_notify('mt_events_appended', '');
  return numbers;
end
$$;

revoke all on function journeys.load_look, journeys.load_write from public;
grant execute on function journeys.load_look, journeys.load_write to journeys_writer;
