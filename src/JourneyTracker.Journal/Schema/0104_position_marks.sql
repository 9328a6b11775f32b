-- Where to look for the first fact that was recorded after an instant: stretches of the log, each with the latest instant of a partnership's facts up to its
-- end. That grows along the log whatever order the instants have. Written by the folding node, below the position up to which everything was folded.
create table journeys.position_mark (
  partnership varchar not null,
  after_position bigint not null,
  last_position bigint not null,
  latest timestamptz not null,
  constraint position_mark_pk primary key (partnership, last_position)
);
create index position_mark_latest on journeys.position_mark (partnership, latest, last_position);
create index position_mark_last on journeys.position_mark (last_position);

alter table journeys.position_mark enable row level security;
alter table journeys.position_mark force row level security;
create policy own_partnership on journeys.position_mark for select to journeys_reader using (partnership = current_setting('journeys.partnership', true));
create policy folder_follows_all on journeys.position_mark to journeys_folder using (true) with check (true);
grant select on journeys.position_mark to journeys_reader;
grant select, insert on journeys.position_mark to journeys_folder;
