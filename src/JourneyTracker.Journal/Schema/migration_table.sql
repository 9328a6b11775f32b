-- Which steps this database has been through. Readable by the login, which asks before it becomes the owner.
create table journeys.migration (
  number int not null,
  name varchar not null,
  checksum varchar not null,
  applied timestamptz not null default now(),
  constraint migration_pk primary key (number)
);
do $$ begin execute format('grant usage on schema journeys to %I', session_user); execute format('grant select on journeys.migration to %I', session_user); end $$;
