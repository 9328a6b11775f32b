-- The partnerships of this house. A simulated one may say when its facts were recorded.
create table journeys.partnership (
  name varchar not null,
  title varchar not null,
  simulated boolean not null default false,
  created timestamptz not null default now(),
  constraint partnership_pk primary key (name)
);

-- Which fact a source's record became. The reference is a keyed hash; the content's HMAC goes when she is erased.
create table journeys.source_reference (
  partnership varchar not null,
  system varchar not null,
  reference_hash bytea not null,
  fact uuid not null,
  journey uuid not null,
  position bigint not null,
  content_hmac bytea,
  constraint source_reference_pk primary key (partnership, system, reference_hash)
);

-- Which journey a source's person became. Stays when she is erased, so that the next file about her opens nothing new.
create table journeys.person_key (
  partnership varchar not null,
  system varchar not null,
  key_hash bytea not null,
  journey uuid not null,
  constraint person_key_pk primary key (partnership, system, key_hash)
);

-- Who is behind a journey, sealed with the journey's key; null until somebody has said.
create table journeys.identity_vault (
  partnership varchar not null,
  journey uuid not null,
  sealed varchar,
  constraint identity_vault_pk primary key (partnership, journey)
);

create table journeys.access_log (
  id bigint generated always as identity,
  at timestamptz not null,
  partnership varchar not null,
  person varchar not null,
  agency varchar not null,
  agency_type varchar not null,
  role varchar not null,
  operation varchar not null,
  journey uuid,
  door varchar not null,
  subject varchar,
  why varchar,
  constraint access_log_pk primary key (id)
);
create index access_log_journey on journeys.access_log (partnership, journey, id);

-- The one master key that opens this database, by its fingerprint.
create table journeys.master_key (
  only_one boolean not null default true,
  fingerprint bytea not null,
  constraint master_key_pk primary key (only_one),
  constraint master_key_only_one check (only_one)
);

grant select, insert on journeys.partnership, journeys.source_reference, journeys.person_key, journeys.identity_vault, journeys.access_log to journeys_writer;
grant update (title) on journeys.partnership to journeys_writer;
grant update (content_hmac) on journeys.source_reference to journeys_writer;
grant update (sealed), delete on journeys.identity_vault to journeys_writer;
grant select, insert on journeys.master_key to journeys_writer;
grant select on journeys.partnership, journeys.identity_vault, journeys.access_log to journeys_reader;
grant select on journeys.partnership, journeys.source_reference to journeys_folder;
