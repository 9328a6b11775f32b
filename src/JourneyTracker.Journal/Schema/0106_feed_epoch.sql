-- Positions of the feed mean something within one epoch. A restore begins another by itself: a dump makes the table anew, a recovery to a point in time begins a
-- new timeline of the server. Where neither shows (a copy of the disk, a server that does not tell its timeline), whoever restores changes the column.
alter table journeys.board_feed_head add column epoch uuid not null default gen_random_uuid();

create function journeys.feed_epoch() returns text language plpgsql stable as $$
declare
  server text := '';
begin
  begin
    select system_identifier || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) into server from pg_control_system();
  exception when others then
    server := '';
  end;
  return (
    select left(encode(sha256(convert_to(concat_ws('/', h.epoch, d.oid, 'journeys.board_feed_head'::regclass::oid, server), 'UTF8')), 'hex'), 32)
    from journeys.board_feed_head h, pg_database d where d.datname = current_database());
end
$$;

revoke all on function journeys.feed_epoch from public;
grant execute on function journeys.feed_epoch to journeys_reader, journeys_folder;
