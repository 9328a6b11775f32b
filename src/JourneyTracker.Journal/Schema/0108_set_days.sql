-- The folds have new rules: a diversion ends on its set day, appointments alone put nobody on a justice board, and a move that lost her safe contact is found. Until
-- they are built anew, readers see what the former ones left.
insert into journeys.fold_generation (fold, generation)
select n.fold, g.generation
from (values ('status.1', 'status.2'), ('movements.1', 'movements.2'), ('data-quality.2', 'data-quality.3')) as n (former, fold)
join journeys.fold_generation g on g.fold = n.former;

create or replace view journeys.current_status_spell with (security_invoker = true) as
  select partnership, journey, ordinal, stage, from_day, until_day, by_fact, agency from journeys.status_spell
  where generation = (select generation from journeys.fold_generation where fold = 'status.2');
create or replace view journeys.current_status_area with (security_invoker = true) as
  select partnership, journey, ordinal, from_day, area from journeys.status_area
  where generation = (select generation from journeys.fold_generation where fold = 'status.2');
create or replace view journeys.current_movement with (security_invoker = true) as
  select partnership, journey, ordinal, day, from_stage, to_stage, by_fact from journeys.movement
  where generation = (select generation from journeys.fold_generation where fold = 'movements.2');
create or replace view journeys.current_data_quality_finding with (security_invoker = true) as
  select partnership, journey, ordinal, code, day, fact from journeys.data_quality_finding
  where generation = (select generation from journeys.fold_generation where fold = 'data-quality.3');
