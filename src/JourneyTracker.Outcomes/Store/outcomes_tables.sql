-- One generation of the evaluator's store. Every row is about one woman, by a pseudonym of this store alone; nothing sealed is in it.
create table person (
  person bigint not null,        -- pseudonym
  ethnicity varchar,             -- code of the list ethnicity; null when she was not asked
  area varchar,                  -- police force area by its GSS code, the latest known
  known_from date not null,      -- the day of her first fact
  died_on date,
  left_on date                   -- the day she was last known to leave the area
);
create table attribute (
  person bigint not null,
  source varchar not null,       -- the system that it comes from
  name varchar not null,
  value varchar not null
);
create table fact (
  person bigint not null,
  seq integer not null,          -- its place in her journey, from 1, in the order in which things happened
  day date not null,
  accuracy varchar not null,     -- time, day, month or unknown (then no later than that day)
  name varchar not null,         -- the stored name without its version
  family varchar not null,
  agency varchar not null,
  area varchar,                  -- where she was known on that day
  matter varchar,                -- the agency's reference, hashed
  recorded_on date not null,     -- the day it was recorded here, as it now stands
  learnt_on date,                -- the day the agency's system learnt it
  body varchar not null,         -- what it says as JSON, without what is sealed
  time_of_day varchar            -- in London, as 09:46:53; null when it is not known
);
create table spell (
  person bigint not null,
  seq integer not null,
  stage varchar not null,
  from_day date not null,
  until_day date                 -- the first day of the next stage; null for the last
);
create table movement (
  person bigint not null,
  seq integer not null,
  day date not null,
  from_stage varchar not null,
  to_stage varchar not null,
  by_law boolean not null        -- no record moved her: it was the day itself
);
create table custody (
  person bigint not null,
  stay integer not null,         -- stays in the order in which they began
  basis varchar not null,
  from_day date not null,        -- counts
  until_day date                 -- the first day on which she is no longer held so; null while she is
);
create table episode (
  person bigint not null,
  seq integer not null,
  from_day date not null,
  referred boolean not null,
  route varchar not null,
  accepted_on date,
  declined_on date,
  declined_by varchar,
  first_contact_on date,
  waited_working_days integer,   -- from the referral to the first contact; the day of the referral does not count
  kept integer not null,
  missed integer not null,
  ended_on date,
  end_reason varchar
);
create table pathway (
  person bigint not null,
  seq integer not null,          -- of the fact that says so
  day date not null,
  pathway varchar not null,      -- code of the list pathways; the two disclosures are never here
  answer varchar not null,
  score integer,
  tool varchar                   -- null when none was used, or it is sealed
);

-- Time in custody on whatever basis: stays that overlap or touch are one. The first day counts; the last is the day she is free, null while she is not.
create view custody_episode as
with stay as (
  select person, from_day, coalesce(until_day, date '9999-12-31') as until_day from custody
), begun as (
  select *, from_day > max(until_day) over (partition by person order by from_day, until_day rows between unbounded preceding and 1 preceding) as is_new from stay
), counted as (
  select *, count(*) filter (where coalesce(is_new, true)) over (partition by person order by from_day, until_day rows unbounded preceding) as episode from begun
)
select person, episode, min(from_day) as from_day, nullif(max(until_day), date '9999-12-31') as until_day from counted group by person, episode;
