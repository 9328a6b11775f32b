-- A day on which her own workers alone are needed is no longer certain: others would be led to her and find nothing. Until the fold is built anew, readers see what the former one left.
insert into journeys.fold_generation (fold, generation) select 'today.3', generation from journeys.fold_generation where fold = 'today.2';
create or replace view journeys.current_today_span with (security_invoker = true) as
  select partnership, journey, ordinal, first_day, last_day, due_day, certain from journeys.today_span
  where generation = (select generation from journeys.fold_generation where fold = 'today.3');
-- The most urgent of those for whom it is certain come first.
create index today_span_certain on journeys.today_span (partnership, due_day, journey) include (first_day, last_day) where certain;
