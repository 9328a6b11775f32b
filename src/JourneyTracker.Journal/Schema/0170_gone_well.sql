-- When her practitioner asked every service that works with her what has gone well. It names no service and gives no reason; what services answer are facts.
create table journeys.gone_well_asked (
  partnership varchar not null,
  journey uuid not null,
  person varchar not null,
  agency varchar not null,
  asked_at timestamptz not null,
  constraint gone_well_asked_pk primary key (partnership, journey, asked_at)
);

alter table journeys.gone_well_asked enable row level security, force row level security;
create policy own_partnership on journeys.gone_well_asked to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select, insert on journeys.gone_well_asked to journeys_writer;
grant select on journeys.gone_well_asked to journeys_reader;

create trigger never_changed before update or delete or truncate on journeys.gone_well_asked
  for each statement execute function journeys.refuse_change();
alter table journeys.gone_well_asked enable always trigger never_changed;
