-- The last position after p_floor that no hole precedes. One statement, one snapshot: what it counts is committed.
create function journeys.contiguous_from(p_floor bigint) returns bigint language plpgsql stable as $$
declare
  reached bigint := p_floor;
  rows_seen bigint;
  last_seen bigint;
begin
  loop
    select count(*), max(seq_id) into rows_seen, last_seen
      from (select seq_id from journeys.mt_events where seq_id > reached order by seq_id limit 10000) as e;
    exit when rows_seen = 0;
    if last_seen - reached = rows_seen then
      reached := last_seen;
    else
      select coalesce(max(seq_id), reached) into reached
        from (select seq_id, row_number() over (order by seq_id) as n
              from (select seq_id from journeys.mt_events where seq_id > reached order by seq_id limit 10000) as e) as e
        where seq_id - n = reached;
      exit;
    end if;
  end loop;
  return reached;
end
$$;

revoke all on function journeys.contiguous_from from public;
grant execute on function journeys.contiguous_from to journeys_folder;
