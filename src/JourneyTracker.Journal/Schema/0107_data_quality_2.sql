-- The fold of findings has new rules: it finds recalls without alternatives or explanation. Until it is built anew, readers see what the former one left.
insert into journeys.fold_generation (fold, generation) select 'data-quality.2', generation from journeys.fold_generation where fold = 'data-quality.1';
create or replace view journeys.current_data_quality_finding with (security_invoker = true) as
  select partnership, journey, ordinal, code, day, fact from journeys.data_quality_finding
  where generation = (select generation from journeys.fold_generation where fold = 'data-quality.2');
