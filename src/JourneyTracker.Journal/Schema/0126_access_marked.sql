-- Journeys whose record says who may not know of them (safeguards S5). A mark only means that somebody must look; whoever writes the fact, it is there in the same transaction.
create table journeys.access_marked (
  partnership varchar not null,
  journey uuid not null,
  constraint access_marked_pk primary key (partnership, journey)
);
alter table journeys.access_marked enable row level security;
alter table journeys.access_marked force row level security;
create policy own_partnership on journeys.access_marked to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select, insert on journeys.access_marked to journeys_writer;
grant select on journeys.access_marked to journeys_reader;

create function journeys.mark_access() returns trigger language plpgsql as $$
begin
  insert into journeys.access_marked (partnership, journey) values (new.tenant_id, new.stream_id) on conflict do nothing;
  return null;
end
$$;

create trigger access_marked after insert on journeys.mt_events for each row
  when (new.type in ('access-limited.v1', 'access-limit-lifted.v1', 'person-barred.v1', 'bar-lifted.v1')
    or (new.type = 'corrected.v1' and new.data -> 'with' ->> 'name' in ('access-limited.v1', 'person-barred.v1')))
  execute function journeys.mark_access();
alter table journeys.mt_events enable always trigger access_marked;
