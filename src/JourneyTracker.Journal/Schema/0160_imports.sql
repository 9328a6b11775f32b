-- Who imported what, how far it is, and what became of it. No row of the files stands here.
create table journeys.import_run (
  partnership varchar not null,
  run uuid not null,
  person varchar not null,
  agency varchar not null,
  door varchar not null,
  file_name varchar not null,
  mapping_name varchar not null,
  mapping varchar not null,
  begun timestamptz not null default now(),
  seen timestamptz not null default now(),
  ended timestamptz,
  outcome varchar,
  part double precision not null default 0,
  row_count bigint not null default 0,
  accepted bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  passed_over bigint not null default 0,
  facts bigint not null default 0,
  failure varchar,
  constraint import_run_pk primary key (partnership, run)
);

-- Refused rows as they were: who the women are may stand in them. Sealed, and deleted after a while or by hand.
create table journeys.import_rejects (
  partnership varchar not null,
  run uuid not null,
  sealed bytea not null,
  until timestamptz not null,
  constraint import_rejects_pk primary key (partnership, run)
);

alter table journeys.import_run enable row level security, force row level security;
alter table journeys.import_rejects enable row level security, force row level security;
create policy own_partnership on journeys.import_run to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
create policy own_partnership on journeys.import_rejects to journeys_writer
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
-- The folding node deletes what nobody may keep any longer, in every partnership, and reads none of it.
create policy folder_forgets on journeys.import_rejects to journeys_folder using (until < now());
grant select, insert on journeys.import_run to journeys_writer;
grant update (seen, ended, outcome, part, row_count, accepted, repeated, refused, passed_over, facts, failure) on journeys.import_run to journeys_writer;
grant select on journeys.import_run to journeys_reader;
grant select, insert, delete on journeys.import_rejects to journeys_writer;
grant select (until), delete on journeys.import_rejects to journeys_folder;
