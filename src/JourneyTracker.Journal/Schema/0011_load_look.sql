-- As before, but the journeys that were not found are told from the others by hashing: comparing each with each took longer than the rest of the look.
create or replace function journeys.load_look(
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
  elsewhere := '{}';
  if cardinality(p_streams) > coalesce(cardinality(stream), 0) then
    elsewhere := journeys.journeys_elsewhere(p_partnership, (
      select array_agg(s.id) from unnest(p_streams) with ordinality as s (id, n) where s.n not in (select unnest(stream))));
  end if;
  select array_agg(f.n), array_agg(r.fact), array_agg(r.journey), array_agg(r.position), array_agg(r.content_hmac)
    into hit, hit_fact, hit_journey, hit_position, hit_hmac
    from unnest(p_systems, p_references) with ordinality as f (system, reference, n), lateral (
      select s.fact, s.journey, s.position, s.content_hmac from journeys.source_reference s
      where s.partnership = p_partnership and s.system = f.system and s.reference_hash = f.reference offset 0) as r;
end
$$;
