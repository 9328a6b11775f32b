-- What people typed of a fact and have not recorded yet, sealed with her key: nothing that counts anywhere. When it is recorded only the name of the fact stays, so
-- that a form that is sent twice is answered the same way.
create table journeys.draft (
  id uuid not null,
  partnership varchar not null,
  person varchar not null,
  agency varchar not null,
  journey uuid not null,
  kind varchar not null,
  corrects uuid,
  sealed varchar,
  recorded uuid,
  saved_at timestamptz not null,
  constraint draft_pk primary key (id),
  constraint draft_one unique nulls not distinct (partnership, person, agency, journey, kind, corrects),
  constraint draft_open_or_recorded check ((sealed is null) = (recorded is not null))
);
create index draft_saved_at on journeys.draft (partnership, saved_at);
create index draft_journey on journeys.draft (partnership, journey);

alter table journeys.draft enable row level security, force row level security;
create policy own_partnership on journeys.draft to journeys_writer
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select, insert, update, delete on journeys.draft to journeys_writer;
