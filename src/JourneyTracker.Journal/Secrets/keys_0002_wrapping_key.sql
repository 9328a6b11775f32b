-- The keys that journeys' keys are wrapped with, each sealed for every master key that may open it. Number 0 is the one that was derived from the master key before
-- there was rotation; the one with the highest number wraps what is new. A journey's key names its own, and the foreign key keeps that one from being removed.
create table if not exists public.wrapping_key (
  id int not null,
  made_for bytea not null,
  created timestamptz not null default now(),
  constraint wrapping_key_pk primary key (id)
);
create table if not exists public.wrapping_key_copy (
  wrapping int not null,
  master bytea not null,
  sealed bytea not null,
  constraint wrapping_key_copy_pk primary key (wrapping, master),
  constraint wrapping_key_copy_of foreign key (wrapping) references public.wrapping_key (id) on delete cascade
);
