-- The women on a board on a day, as far as a filter shows them: the area in which they are known, the agency whose record began their stage, the days between which
-- they came to it ($from_day is the first, $until_day the first no longer), the year in which they were first on a board. Null filters nothing.
create function journeys.board_cut(partnership varchar, day date, area varchar, agency varchar, from_day date, until_day date, known_year int)
returns table (journey uuid, stage varchar, from_day date, agency varchar) language sql stable as $$
  select s.journey, s.stage, s.from_day, s.agency
  from journeys.current_status_spell s
  where s.partnership = $1 and s.from_day <= $2 and (s.until_day > $2 or s.until_day is null) and (s.ordinal > 0 or s.by_fact is not null)
    and ($3 is null or s.journey in (
      select a.journey from (
        select distinct on (journey) journey, area from journeys.current_status_area where partnership = $1 and from_day <= $2 order by journey, ordinal desc) as a
      where a.area = $3))
    and ($4 is null or s.agency = $4)
    and ($5 is null or s.from_day >= $5)
    and ($6 is null or s.from_day < $6)
    and ($7 is null or s.journey in (
      select journey from journeys.current_status_spell
      where partnership = $1 and (ordinal > 0 or by_fact is not null)
      group by journey having extract(year from min(from_day)) = $7))
$$;
grant execute on function journeys.board_cut to journeys_reader;

-- When somebody last looked at their board, and where its feed stood. A look that comes soon after another is the same look.
create table journeys.board_look (
  partnership varchar not null,
  person varchar not null,
  agency varchar not null,
  position bigint not null,
  epoch varchar not null,
  looked_at timestamptz not null,
  before_position bigint not null,
  before_epoch varchar not null,
  before_at timestamptz not null,
  constraint board_look_pk primary key (partnership, person, agency)
);

-- Filters of the board that somebody keeps, as they stand in its address.
create table journeys.board_view (
  partnership varchar not null,
  person varchar not null,
  agency varchar not null,
  name varchar not null,
  query varchar not null,
  kept_at timestamptz not null default now(),
  constraint board_view_pk primary key (partnership, person, agency, name)
);

alter table journeys.board_look enable row level security, force row level security;
alter table journeys.board_view enable row level security, force row level security;
create policy own_partnership on journeys.board_look to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
create policy own_partnership on journeys.board_view to journeys_writer, journeys_reader
  using (partnership = current_setting('journeys.partnership', true)) with check (partnership = current_setting('journeys.partnership', true));
grant select, insert, update on journeys.board_look to journeys_writer;
grant select, insert, update, delete on journeys.board_view to journeys_writer;
grant select on journeys.board_look, journeys.board_view to journeys_reader;
