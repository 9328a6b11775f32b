-- Who has signed in, as the identity provider said who they are: nothing that opens a door.
create table journeys.person_seen (
  partnership varchar not null,
  person varchar not null,
  agency varchar not null,
  agency_type varchar not null,
  role varchar not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  constraint person_seen_pk primary key (partnership, person, agency, agency_type, role)
);

-- What agencies signed with each other on sharing. A change is a further version; the last one counts. Nothing here opens or closes anything.
create table journeys.sharing_agreement (
  partnership varchar not null,
  agreement uuid not null,
  version int not null,
  parties varchar[] not null,
  purpose varchar not null,
  lawful_basis varchar not null,
  condition varchar not null,
  dpia varchar not null,
  signed_on date not null,
  review_on date not null,
  ended_on date,
  person varchar not null,
  agency varchar not null,
  recorded_at timestamptz not null default now(),
  constraint sharing_agreement_pk primary key (partnership, agreement, version)
);

alter table journeys.person_seen enable row level security, force row level security;
alter table journeys.sharing_agreement enable row level security, force row level security;
create policy own_partnership on journeys.person_seen to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
create policy own_partnership on journeys.sharing_agreement to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select, insert on journeys.person_seen, journeys.sharing_agreement to journeys_writer;
grant update (last_seen) on journeys.person_seen to journeys_writer;
grant select on journeys.person_seen, journeys.sharing_agreement to journeys_reader;

create trigger never_changed before update or delete or truncate on journeys.sharing_agreement
  for each statement execute function journeys.refuse_change();
alter table journeys.sharing_agreement enable always trigger never_changed;
