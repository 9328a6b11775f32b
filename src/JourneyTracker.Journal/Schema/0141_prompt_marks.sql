-- Who took, snoozed or did what somebody was needed for, and who took that back. What it was is sealed with her own key: it can tell of her health or her children, and
-- nobody can read it once that key is destroyed. Nothing here is ever changed; the last mark of each prompt counts.
create table journeys.prompt_mark (
  partnership varchar not null,
  journey uuid not null,
  number bigint generated always as identity,
  what varchar not null,
  mark varchar not null,
  until_day date,
  reason varchar,
  person varchar not null,
  agency varchar not null,
  marked_at timestamptz not null,
  constraint prompt_mark_pk primary key (partnership, journey, number),
  constraint prompt_mark_sealed check (what like 'p1.%'),
  constraint prompt_mark_snoozed check ((mark = 'snoozed') = (until_day is not null) and (mark = 'snoozed') = (reason is not null))
);
create index prompt_mark_latest on journeys.prompt_mark (partnership, mark, number);

alter table journeys.prompt_mark enable row level security, force row level security;
create policy own_partnership on journeys.prompt_mark to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select, insert on journeys.prompt_mark to journeys_writer;
grant select on journeys.prompt_mark to journeys_reader;

create trigger never_changed before update or delete or truncate on journeys.prompt_mark
  for each statement execute function journeys.refuse_change();
alter table journeys.prompt_mark enable always trigger never_changed;
