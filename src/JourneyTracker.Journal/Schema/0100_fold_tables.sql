-- What the folds write. Every row belongs to one generation of its fold; readers take the current one from fold_generation, so that a new
-- generation can be built beside it and become current in one row's update. Nothing here depends on what day it is today.
create table journeys.fold_generation (
  fold varchar not null,
  generation int not null,
  built timestamptz not null default now(),
  constraint fold_generation_pk primary key (fold)
);

-- Her stages, gap-free; until_day is the first day of the next one, and may lie in the future. No fact: by operation of law.
create table journeys.status_spell (
  generation int not null,
  partnership varchar not null,
  journey uuid not null,
  ordinal int not null,
  stage varchar not null,
  from_day date not null,
  until_day date,
  by_fact uuid,
  agency varchar not null
) partition by list (generation);
create unique index status_spell_journey on journeys.status_spell (partnership, journey, ordinal, generation);
create index status_spell_day on journeys.status_spell (partnership, until_day, from_day);

-- The police force area she was known in from a day on, by GSS code. The last in order counts.
create table journeys.status_area (
  generation int not null,
  partnership varchar not null,
  journey uuid not null,
  ordinal int not null,
  from_day date not null,
  area varchar not null
) partition by list (generation);
create unique index status_area_journey on journeys.status_area (partnership, journey, ordinal, generation);

create table journeys.movement (
  generation int not null,
  partnership varchar not null,
  journey uuid not null,
  ordinal int not null,
  day date not null,
  from_stage varchar not null,
  to_stage varchar not null,
  by_fact uuid
) partition by list (generation);
create unique index movement_journey on journeys.movement (partnership, journey, ordinal, generation);
create index movement_day on journeys.movement (day, partnership);

create table journeys.data_quality_finding (
  generation int not null,
  partnership varchar not null,
  journey uuid not null,
  ordinal int not null,
  code varchar not null,
  day date not null,
  fact uuid not null
) partition by list (generation);
create unique index data_quality_finding_journey on journeys.data_quality_finding (partnership, journey, ordinal, generation);
create index data_quality_finding_code on journeys.data_quality_finding (partnership, code);

-- A journey that a fold cannot follow: it stays as it was before that fact, until a version of the program can read it.
create table journeys.fold_failure (
  fold varchar not null,
  partnership varchar not null,
  journey uuid not null,
  position bigint not null,
  fact uuid not null,
  what varchar not null,
  since timestamptz not null default now(),
  constraint fold_failure_pk primary key (fold, partnership, journey)
);

insert into journeys.fold_generation (fold, generation) values ('status.1', 1), ('movements.1', 1), ('data-quality.1', 1);
create table journeys.status_spell_g1 partition of journeys.status_spell for values in (1);
create table journeys.status_area_g1 partition of journeys.status_area for values in (1);
create table journeys.movement_g1 partition of journeys.movement for values in (1);
create table journeys.data_quality_finding_g1 partition of journeys.data_quality_finding for values in (1);

grant select on journeys.fold_generation to journeys_folder, journeys_reader, journeys_writer;
grant update on journeys.fold_generation to journeys_folder;
grant select, insert, delete on journeys.status_spell, journeys.status_area, journeys.movement, journeys.data_quality_finding to journeys_folder;
grant select, insert, update, delete on journeys.fold_failure to journeys_folder;
grant select on journeys.status_spell, journeys.status_area, journeys.movement, journeys.data_quality_finding, journeys.fold_failure to journeys_reader;
