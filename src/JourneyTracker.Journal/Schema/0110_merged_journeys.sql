-- Journeys that are read as part of another, by a fold of their own: whoever counts women leaves them out. The first node that folds after this step builds it.
create table journeys.merged_journey (
  generation int not null,
  partnership varchar not null,
  journey uuid not null,
  survivor uuid not null
) partition by list (generation);
create unique index merged_journey_journey on journeys.merged_journey (partnership, journey, generation);

insert into journeys.fold_generation (fold, generation) values ('merges.1', 1);
create table journeys.merged_journey_g1 partition of journeys.merged_journey for values in (1);

grant select, insert, delete on journeys.merged_journey to journeys_folder;
grant select on journeys.merged_journey to journeys_reader;
alter table journeys.merged_journey enable row level security, force row level security;
alter table journeys.merged_journey_g1 enable row level security, force row level security;
create policy own_partnership on journeys.merged_journey for select to journeys_reader using (partnership = current_setting('journeys.partnership', true));
create policy folder_follows_all on journeys.merged_journey to journeys_folder using (true) with check (true);

create view journeys.current_merged_journey with (security_invoker = true) as
  select partnership, journey, survivor from journeys.merged_journey
  where generation = (select generation from journeys.fold_generation where fold = 'merges.1');
grant select on journeys.current_merged_journey to journeys_reader, journeys_folder;
