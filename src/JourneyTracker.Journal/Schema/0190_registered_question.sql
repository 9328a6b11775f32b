-- Definitions that evaluators registered, with the moment of it: anybody can see whether one was there before the data that it is about. They are never changed; another text is another version.
create table journeys.registered_question (
  partnership varchar not null,
  name varchar not null,
  version integer not null,
  kind varchar not null,
  hash varchar not null,
  text varchar not null,
  person varchar not null,
  agency varchar not null,
  registered_at timestamptz not null default now(),
  position bigint not null,
  constraint registered_question_pk primary key (partnership, name, version)
);

alter table journeys.registered_question enable row level security, force row level security;
create policy own_partnership on journeys.registered_question to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select on journeys.registered_question to journeys_writer, journeys_reader;
-- The moment is the server's: nobody writes it.
grant insert (partnership, name, version, kind, hash, text, person, agency, position) on journeys.registered_question to journeys_writer;

create trigger never_changed before update or delete or truncate on journeys.registered_question
  for each statement execute function journeys.refuse_change();
alter table journeys.registered_question enable always trigger never_changed;
