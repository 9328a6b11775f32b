-- A group of appends of one partnership in one transaction and one round trip. Whatever can be refused is refused before a sequence number is drawn,
-- and everything that can wait for somebody else is locked before, in sorted order (streams, then references).
--
-- p_streams: the distinct journeys, sorted. p_append_*: for each append its stream's index and the expected version (null: any).
-- p_fact_*: for each fact, in append order, its append's index and its row. Within a group an expected version stands only on the first append of its
-- stream, and no source reference stands twice: the caller sees to both.
--
-- status, for each append: 0 accepted, 1 other content for a reference, 2 version conflict, 3 journey of another partnership, 4 locked by somebody else.
-- base, for each stream: the version before. fact and place, for each fact: the first one when it is a repeat (fact is null when it is new).
create function journeys.append_group(
  p_partnership varchar, p_streams uuid[], p_append_stream int[], p_append_expected bigint[],
  p_fact_append int[], p_fact_id uuid[], p_fact_type varchar[], p_fact_data jsonb[], p_fact_headers jsonb[], p_fact_recorded timestamptz[],
  p_fact_system varchar[], p_fact_reference bytea[], p_fact_hmac bytea[],
  out status int[], out base bigint[], out fact uuid[], out place bigint[])
language plpgsql set enable_seqscan = off as $$
declare
  born timestamptz[];
  latest timestamptz[];
  standing int[];
  elsewhere uuid[];
  seen int[];
  fresh_version bigint[];
  fresh_rank bigint[];
  numbers bigint[];
  drawn timestamptz;
  fresh bigint;
  grown int[];
  grown_version bigint[];
  opened bigint;
begin
  perform set_config('journeys.partnership', p_partnership, true);

  select array_agg(coalesce(l.version, -1) order by s.n), array_agg(l.created order by s.n) into base, born
    from unnest(p_streams) with ordinality as s (id, n) left join lateral (
      select m.version, m.created from journeys.mt_streams m
      where m.tenant_id = p_partnership and m.id = s.id for no key update skip locked) as l on true;

  -- A stream that was not locked is new, or another partnership's, or locked by somebody else.
  if -1 = any (base) then
    elsewhere := journeys.journeys_elsewhere(p_partnership, (select array_agg(s.id) from unnest(p_streams, base) as s (id, version) where s.version = -1));
    select array_agg(case
        when s.version >= 0 then 0
        when exists (select from journeys.mt_streams m where m.tenant_id = p_partnership and m.id = s.id) then 4
        when s.id = any (elsewhere) then 3
        else 0 end order by s.n)
      into standing from unnest(p_streams, base) with ordinality as s (id, version, n);
    select array_agg(greatest(v, 0) order by n) into base from unnest(base) with ordinality as b (v, n);
  else
    standing := array_fill(0, array[cardinality(p_streams)]);
  end if;

  -- Streams are locked, so nobody adds a reference to one of these journeys meanwhile. Seen: 0 new, 1 a repeat, 2 other content.
  select array_agg(r.fact order by f.n), array_agg(coalesce(r.position, 0) order by f.n),
      array_agg(case when r.fact is null then 0
        when r.journey = p_streams[p_append_stream[f.append]] and coalesce(r.content_hmac = f.hmac, true) then 1 else 2 end order by f.n)
    into fact, place, seen
    from unnest(p_fact_append, p_fact_system, p_fact_reference, p_fact_hmac) with ordinality as f (append, system, reference, hmac, n)
    left join lateral (
      select s.fact, s.position, s.journey, s.content_hmac from journeys.source_reference s
      where s.partnership = p_partnership and s.system = f.system and s.reference_hash = f.reference offset 0) as r on true;

  select array_agg(case
      when standing[a.stream] = 4 then 4
      when standing[a.stream] = 3 then 3
      when a.most = 2 then 1
      when a.least = 1 then 0
      when a.expected <> base[a.stream] then 2
      else 0 end order by a.n)
    into status
    from (
      select f.append as n, p_append_stream[f.append] as stream, p_append_expected[f.append] as expected, max(f.seen) as most, min(f.seen) as least
      from unnest(p_fact_append, seen) as f (append, seen) group by f.append) as a;

  select array_agg(case when v.fresh then base[v.stream] + v.number else 0 end order by v.n), array_agg(case when v.fresh then v.rank else 0 end order by v.n),
      count(*) filter (where v.fresh)
    into fresh_version, fresh_rank, fresh
    from (
      select f.n, f.stream, f.fresh, row_number() over (partition by f.stream, f.fresh order by f.n) as number,
        row_number() over (partition by f.fresh order by f.n) as rank
      from (
        select f.n, p_append_stream[f.append] as stream, f.seen = 0 and status[f.append] = 0 as fresh
        from unnest(p_fact_append, seen) with ordinality as f (append, seen, n)) as f) as v;
  if fresh = 0 then return; end if;

  select array_agg(t.stream order by t.stream), array_agg(t.version order by t.stream)
    into grown, grown_version
    from (
      select p_append_stream[f.append] as stream, max(f.version) as version
      from unnest(p_fact_append, fresh_version) as f (append, version) where f.version > 0 group by 1) as t;
  latest := array_fill('-infinity'::timestamptz, array[cardinality(p_streams)]);
  if array_position(born, null) is not null then
    insert into journeys.mt_streams (tenant_id, id, version, timestamp, created)
      select p_partnership, p_streams[g.stream], g.version, clock_timestamp(), clock_timestamp()
      from unnest(grown, grown_version) as g (stream, version) where born[g.stream] is null order by g.stream
    on conflict (tenant_id, id) do nothing;
    get diagnostics opened = row_count;
    if opened <> (select count(*) from unnest(grown) as g (stream) where born[g.stream] is null) then
      raise exception 'A journey of this group was opened by somebody else meanwhile.' using errcode = 'serialization_failure';
    end if;
  end if;
  if cardinality(array_remove(born, null)) > 0 then
    -- The last event itself says how late it is: streams are dated by our clock, events by Marten's, or by a simulation's.
    select array_agg(coalesce((
        select e.timestamp from journeys.mt_events e where e.tenant_id = p_partnership and e.stream_id = s.id and e.version = s.version), '-infinity') order by s.n)
      into latest from unnest(p_streams, base) with ordinality as s (id, version, n);
  end if;

  -- Numbers and instant under one short lock, given back at once: so positions and instants grow together.
  perform pg_advisory_lock(5460251087460412416);
  select array_agg(nextval('journeys.mt_events_sequence')) into numbers from generate_series(1, fresh);
  drawn := clock_timestamp();
  perform pg_advisory_unlock(5460251087460412416);

  if cardinality(array_remove(born, null)) > 0 then
    insert into journeys.mt_streams (tenant_id, id, version, timestamp)
      select p_partnership, p_streams[t.stream], t.version, clock_timestamp()
      from (
        select p_append_stream[f.append] as stream, max(f.version) as version
        from unnest(p_fact_append, fresh_version) as f (append, version) where f.version > 0 group by 1) as t
      where born[t.stream] is not null
      order by t.stream
    on conflict (tenant_id, id) do update set version = excluded.version, timestamp = excluded.timestamp;
  end if;

  insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
    select numbers[f.rank], f.id, p_streams[f.stream], f.version, f.data, f.type,
      greatest(latest[f.stream], max(coalesce(f.recorded, drawn)) over (partition by f.stream order by f.rank)), p_partnership, f.headers
    from (
      select p_append_stream[f.append] as stream, f.id, f.type, f.data, f.headers, f.recorded, f.version, f.rank
      from unnest(p_fact_append, p_fact_id, p_fact_type, p_fact_data, p_fact_headers, p_fact_recorded, fresh_version, fresh_rank)
        as f (append, id, type, data, headers, recorded, version, rank) where f.version > 0) as f
    order by f.rank;

  insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
    select p_partnership, f.system, f.reference, f.id, p_streams[p_append_stream[f.append]], numbers[f.rank], f.hmac
    from unnest(p_fact_append, p_fact_id, p_fact_system, p_fact_reference, p_fact_hmac, fresh_version, fresh_rank)
      as f (append, id, system, reference, hmac, version, rank)
    where f.version > 0 and f.reference is not null
    order by f.system, f.reference;

  select array_agg(case when f.rank > 0 then numbers[f.rank] else f.place end order by f.n) into place
    from unnest(fresh_rank, place) with ordinality as f (rank, place, n);
  perform pg_notify('mt_events_appended', '');
end
$$;

revoke all on function journeys.append_group from public;
grant execute on function journeys.append_group to journeys_writer;
