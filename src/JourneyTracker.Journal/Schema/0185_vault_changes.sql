-- In which transaction a row was last written, so that whoever remembers the opened rows opens again only those that changed since.
alter table journeys.identity_vault add column changed xid8 not null default pg_current_xact_id();
create index identity_vault_changed on journeys.identity_vault (partnership, changed);
grant update (changed) on journeys.identity_vault to journeys_writer;
grant execute on function journeys.feed_epoch to journeys_writer;
grant select on journeys.board_feed_head to journeys_writer;
