-- Marten's own tables, laid out as Marten 9 makes them for conjoined tenancy with all metadata columns.
-- Nothing is added to them but policies and triggers that refuse; what else is needed stands in tables of our own.
create sequence journeys.mt_events_sequence;

create table journeys.mt_streams (
  tenant_id varchar not null default '*DEFAULT*',
  id uuid not null,
  type varchar,
  version bigint,
  timestamp timestamptz not null default now(),
  created timestamptz not null default now(),
  is_archived boolean default false,
  constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create table journeys.mt_events (
  seq_id bigint not null,
  id uuid not null,
  stream_id uuid,
  version bigint not null,
  data jsonb not null,
  bdata bytea,
  type varchar(500) not null,
  timestamp timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  mt_dotnet_type varchar,
  correlation_id varchar,
  causation_id varchar,
  headers jsonb,
  is_archived boolean default false,
  constraint pkey_mt_events_seq_id primary key (seq_id),
  constraint pk_mt_events_stream_and_version unique (tenant_id, stream_id, version),
  constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references journeys.mt_streams (tenant_id, id)
);

create table journeys.mt_event_progression (
  name varchar not null,
  last_seq_id bigint,
  last_updated timestamptz default transaction_timestamp(),
  constraint pk_mt_event_progression primary key (name)
);

grant select, insert on journeys.mt_streams, journeys.mt_events to journeys_writer;
grant update (version, timestamp, type, is_archived) on journeys.mt_streams to journeys_writer;
grant select on journeys.mt_streams, journeys.mt_events to journeys_reader;
grant select, insert on journeys.mt_streams, journeys.mt_events to journeys_folder;
grant select, insert, update, delete on journeys.mt_event_progression to journeys_folder;
grant select on journeys.mt_event_progression to journeys_reader, journeys_writer;
grant usage, select on sequence journeys.mt_events_sequence to journeys_writer;
grant select on sequence journeys.mt_events_sequence to journeys_folder, journeys_reader;
