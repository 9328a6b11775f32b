-- The secret of the keyed hashes, sealed for each master key that may open this database: it stays the same when the master key changes. Until now it was derived
-- from the one master key whose fingerprint stands in journeys.master_key; the first program that opens the database with that key puts the same secret here.
create table journeys.hashing_secret (
  master bytea not null,
  sealed bytea not null,
  created timestamptz not null default now(),
  constraint hashing_secret_pk primary key (master)
);
grant select, insert on journeys.hashing_secret to journeys_writer;

-- Which journeys were erased, so that an older backup of the keys cannot bring a key back.
create table journeys.erasure (
  partnership varchar not null,
  journey uuid not null,
  at timestamptz not null default now(),
  constraint erasure_pk primary key (partnership, journey)
);
alter table journeys.erasure enable row level security;
alter table journeys.erasure force row level security;
create policy own_partnership on journeys.erasure to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
create policy folder_sees_all on journeys.erasure for select to journeys_folder using (true);
create trigger never_changed before update or delete or truncate on journeys.erasure
  for each statement execute function journeys.refuse_change();
alter table journeys.erasure enable always trigger never_changed;
grant select, insert on journeys.erasure to journeys_writer;
grant select on journeys.erasure to journeys_folder, journeys_reader;
