-- The fold of days on which somebody may be needed says of each whether it follows from what is not sealed alone. It is made from the facts' names and what of them stands open, so that
-- it may outlive her key as the days may. Until the fold is built anew, readers see what the former one left, as if nothing were certain.
insert into journeys.fold_generation (fold, generation) select 'today.2', generation from journeys.fold_generation where fold = 'today.1';
alter table journeys.today_span add column certain boolean not null default false;
alter table journeys.today_span alter column certain drop default;
create or replace view journeys.current_today_span with (security_invoker = true) as
  select partnership, journey, ordinal, first_day, last_day, due_day, certain from journeys.today_span
  where generation = (select generation from journeys.fold_generation where fold = 'today.2');
