-- A reader sees its own partnership's rows, the folder follows and writes all. Partitions are reached through their parents only: they have no policy.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['status_spell', 'status_area', 'movement', 'data_quality_finding', 'fold_failure', 'board_feed'] loop
    execute format('alter table journeys.%I enable row level security', guarded);
    execute format('alter table journeys.%I force row level security', guarded);
    execute format('create policy own_partnership on journeys.%I for select to journeys_reader using (partnership = current_setting(''journeys.partnership'', true))', guarded);
    execute format('create policy folder_follows_all on journeys.%I to journeys_folder using (true) with check (true)', guarded);
  end loop;
  foreach guarded in array array['status_spell_g1', 'status_area_g1', 'movement_g1', 'data_quality_finding_g1'] loop
    execute format('alter table journeys.%I enable row level security', guarded);
    execute format('alter table journeys.%I force row level security', guarded);
  end loop;
end
$$;

-- What readers ask: the current generation, whichever it is. They keep their own grants and policies.
create view journeys.current_status_spell with (security_invoker = true) as
  select partnership, journey, ordinal, stage, from_day, until_day, by_fact, agency from journeys.status_spell
  where generation = (select generation from journeys.fold_generation where fold = 'status.1');
create view journeys.current_status_area with (security_invoker = true) as
  select partnership, journey, ordinal, from_day, area from journeys.status_area
  where generation = (select generation from journeys.fold_generation where fold = 'status.1');
create view journeys.current_movement with (security_invoker = true) as
  select partnership, journey, ordinal, day, from_stage, to_stage, by_fact from journeys.movement
  where generation = (select generation from journeys.fold_generation where fold = 'movements.1');
create view journeys.current_data_quality_finding with (security_invoker = true) as
  select partnership, journey, ordinal, code, day, fact from journeys.data_quality_finding
  where generation = (select generation from journeys.fold_generation where fold = 'data-quality.1');

grant select on journeys.current_status_spell, journeys.current_status_area, journeys.current_movement, journeys.current_data_quality_finding
  to journeys_reader, journeys_folder;
