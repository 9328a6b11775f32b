-- The same answers by the same rules (see 0010), with one look instead of three: starting and ending a statement is most of what one costs here.
create or replace function journeys.append_one(
  p_partnership varchar, p_stream uuid, p_expected bigint, p_fact uuid, p_type varchar, p_data jsonb, p_headers jsonb, p_recorded timestamptz,
  p_system varchar, p_reference bytea, p_hmac bytea,
  out status int, out base bigint, out fact uuid, out place bigint)
language plpgsql set enable_seqscan = off as $$
declare
  latest timestamptz;
  opens boolean := false;
  drawn timestamptz;
  same boolean;
  ignored boolean;
begin
  -- Assignments, not "perform": PostgreSQL evaluates them without starting a query.
  ignored := set_config('journeys.partnership', p_partnership, true) is null;

  -- The last event itself says how late it is: streams are dated by our clock, events by Marten's, or by a simulation's.
  select m.version, e.timestamp, r.fact, r.position, r.journey = p_stream and coalesce(r.content_hmac = p_hmac, true) into base, latest, fact, place, same
    from journeys.mt_streams m
    left join journeys.mt_events e on e.tenant_id = p_partnership and e.stream_id = p_stream and e.version = m.version
    left join journeys.source_reference r on r.partnership = p_partnership and r.system = p_system and r.reference_hash = p_reference
    where m.tenant_id = p_partnership and m.id = p_stream for no key update of m skip locked;
  if not found then
    base := 0;
    opens := true;
    if exists (select from journeys.mt_streams m where m.tenant_id = p_partnership and m.id = p_stream) then
      status := 4;
      return;
    elsif cardinality(journeys.journeys_elsewhere(p_partnership, array[p_stream])) > 0 then
      status := 3;
      return;
    end if;
    if p_reference is not null then
      select r.fact, r.position, r.journey = p_stream and coalesce(r.content_hmac = p_hmac, true) into fact, place, same
        from journeys.source_reference r where r.partnership = p_partnership and r.system = p_system and r.reference_hash = p_reference;
    end if;
  elsif latest is null then
    -- Somebody recorded on her journey between the look and the lock: what was looked up beside it is older than the lock.
    status := 4;
    return;
  end if;

  if fact is not null then
    status := case when same then 0 else 1 end;
    return;
  end if;
  if p_expected <> base then
    status := 2;
    return;
  end if;

  if opens then
    insert into journeys.mt_streams (tenant_id, id, version, timestamp, created) values (p_partnership, p_stream, 1, clock_timestamp(), clock_timestamp())
    on conflict (tenant_id, id) do nothing;
    if not found then
      raise exception 'The journey was opened by somebody else meanwhile.' using errcode = 'serialization_failure';
    end if;
  else
    update journeys.mt_streams m set version = base + 1, timestamp = clock_timestamp() where m.tenant_id = p_partnership and m.id = p_stream;
  end if;

  -- Number and instant under one short lock, given back at once: so positions and instants grow together.
  ignored := pg_advisory_lock(5460251087460412416) is null;
  place := nextval('journeys.mt_events_sequence');
  drawn := clock_timestamp();
  ignored := pg_advisory_unlock(5460251087460412416);

  insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers)
    values (place, p_fact, p_stream, base + 1, p_data, p_type, greatest(latest, coalesce(p_recorded, drawn)), p_partnership, p_headers);
  if p_reference is not null then
    insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
      values (p_partnership, p_system, p_reference, p_fact, p_stream, place, p_hmac);
  end if;
  ignored := pg_notify('mt_events_appended', '') is null;
  status := 0;
end
$$;
