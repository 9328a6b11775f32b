-- cohort: compas-liberty
-- version: 1
-- about: Stretches of time at liberty since the day a woman was scored, until a reoffence; she enters each when a stay in custody ends (delayed entry). Stays are taken one after another as they began, as the source's own study took them.
-- parameter end: 2016-04-01
-- parameter people: compas/people_raw.csv
-- parameter persons: compas/persons.csv
with said as (
  select person,
    any_value(value) filter (where source = $persons and name = 'index_date')::date as index_on,
    any_value(value) filter (where source = $persons and name = 'is_recid') as is_recid,
    any_value(value) filter (where source = $persons and name = 'in_cox_id_range') as in_range,
    any_value(value) filter (where source = $persons and name = 'score_text') as score_text,
    any_value(value) filter (where source = $persons and name = 'race') as race,
    any_value(value) filter (where source = $people and name = 'r_offense_date')::date as reoffended_on
  from attribute group by person
), woman as (
  select person, index_on, score_text, race,
    case when is_recid = '1' and reoffended_on <= $end::date then reoffended_on end as event_on,
    coalesce(event_on, $end::date) as stop_on
  from said where is_recid <> '-1' and in_range = '1' and score_text is not null
), stay as (
  select person, stay, min(from_day) as from_day, max(coalesce(until_day, date '9999-01-01')) as until_day from custody group by person, stay
), later as (
  select woman.*, stay.from_day, stay.until_day,
    row_number() over (partition by person order by from_day, until_day) as nth,
    event_on is not null and until_day > stop_on as ends_it
  from woman join stay using (person)
  where stay.until_day >= index_on and stay.from_day < $end::date
), counted as (
  select * from later where nth < coalesce((select min(nth) from later ending where ending.person = later.person and ending.ends_it), 1000000)
), stretch as (
  select person, index_on, score_text, race, lag(until_day, 1, index_on) over (partition by person order by nth) as enters_on, from_day as leaves_on, false as happened from counted
  union all
  select person, index_on, score_text, race, free_on, case when event_on is null then stop_on when free_on >= stop_on then free_on + 1 else stop_on end, event_on is not null
  from (select woman.*, coalesce((select max_by(until_day, nth) from counted where counted.person = woman.person), index_on) as free_on from woman)
)
select person, index_on, leaves_on as followed_until, enters_on, case when happened then leaves_on end as reoffence_on, score_text, race
from stretch where leaves_on > enters_on
