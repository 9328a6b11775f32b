-- What was announced to the boards, in order, without holes. Written by the folding node only, in the transaction that folds.
create table journeys.board_feed (
  position bigint not null,
  partnership varchar not null,
  journey uuid not null,
  kind varchar not null,
  from_stage varchar not null,
  to_stage varchar not null,
  day date not null,
  by_fact uuid,
  appended_at timestamptz not null default clock_timestamp(),
  constraint board_feed_pk primary key (position),
  constraint board_feed_kind check (kind in ('moved', 'revised', 'day-roll'))
);
create index board_feed_partnership on journeys.board_feed (partnership, position);
create unique index board_feed_day_roll on journeys.board_feed (partnership, journey, day) where kind = 'day-roll';

-- Where the feed stands: its last position, the first one it still keeps, and the London day up to which stages were announced.
create table journeys.board_feed_head (
  only_one boolean not null default true,
  last_position bigint not null default 0,
  first_kept bigint not null default 1,
  rolled_to date,
  constraint board_feed_head_pk primary key (only_one),
  constraint board_feed_head_only_one check (only_one)
);
insert into journeys.board_feed_head default values;

grant select, insert, delete on journeys.board_feed to journeys_folder;
grant select, update on journeys.board_feed_head to journeys_folder;
grant select on journeys.board_feed, journeys.board_feed_head to journeys_reader;
