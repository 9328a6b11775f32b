-- Days on which somebody may be needed (fold today.1). Why is not said, and nothing in it follows from what is sealed: it may stand here and outlive her key. The first
-- node that folds after this step builds it.
create table journeys.today_span (
  generation int not null,
  partnership varchar not null,
  journey uuid not null,
  ordinal int not null,
  first_day date not null,
  last_day date not null,
  due_day date not null
) partition by list (generation);
create unique index today_span_journey on journeys.today_span (partnership, journey, ordinal, generation);
create index today_span_day on journeys.today_span (partnership, last_day, first_day);

insert into journeys.fold_generation (fold, generation) values ('today.1', 1);
create table journeys.today_span_g1 partition of journeys.today_span for values in (1);

grant select, insert, delete on journeys.today_span to journeys_folder;
grant select on journeys.today_span to journeys_reader;
alter table journeys.today_span enable row level security, force row level security;
alter table journeys.today_span_g1 enable row level security, force row level security;
create policy own_partnership on journeys.today_span for select to journeys_reader using (partnership = current_setting('journeys.partnership', true));
create policy folder_follows_all on journeys.today_span to journeys_folder using (true) with check (true);

create view journeys.current_today_span with (security_invoker = true) as
  select partnership, journey, ordinal, first_day, last_day, due_day from journeys.today_span
  where generation = (select generation from journeys.fold_generation where fold = 'today.1');
grant select on journeys.current_today_span to journeys_reader, journeys_folder;
