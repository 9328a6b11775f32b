-- Who is signed in, for every web node; a session that has ended has no row. Neither the cookie's secret nor a person can be read here: `id` is the secret's hash,
-- `subject` and `provider_session` are hashes of the provider's names, and what the session says is sealed.
create table journeys.session (
  id bytea not null,
  subject bytea not null,
  provider_session bytea,
  began timestamptz not null,
  seen timestamptz not null,
  sealed bytea not null,
  constraint session_pk primary key (id)
);
create index session_subject on journeys.session (subject);
create index session_provider_session on journeys.session (provider_session);
create index session_began on journeys.session (began);

-- The keys that seal sessions and states of sign-in, themselves sealed with a key of the house's master key.
create table journeys.sign_in_key (
  name varchar not null,
  sealed bytea not null,
  constraint sign_in_key_pk primary key (name)
);

grant select, insert, delete on journeys.session to journeys_writer;
grant update (seen) on journeys.session to journeys_writer;
grant select, insert on journeys.sign_in_key to journeys_writer;
