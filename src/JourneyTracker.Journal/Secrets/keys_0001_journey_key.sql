-- One key for each journey that has something to hide, wrapped with the house's key-encryption key. Without a wrapped key it was destroyed, and stays so.
create table if not exists public.journey_key (
  journey uuid not null,
  wrapped bytea,
  created timestamptz not null default now(),
  destroyed timestamptz,
  constraint journey_key_pk primary key (journey)
);
