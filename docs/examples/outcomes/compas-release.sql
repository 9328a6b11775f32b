-- cohort: compas-release
-- version: 1
-- about: Women released from the stay in custody that their index case led to; followed until the end of the data for a reoffence (e1) and for a return to custody (e2).
-- parameter end: 2016-04-01
-- parameter people: compas/people_raw.csv
-- parameter persons: compas/persons.csv
with said as (
  select person,
    any_value(value) filter (where source = $people and name = 'c_jail_in')[1:10]::date as jailed_on,
    any_value(value) filter (where source = $people and name = 'c_jail_out')[1:10]::date as let_go_on,
    any_value(value) filter (where source = $people and name = 'r_offense_date')::date as reoffended_on,
    any_value(value) filter (where source = $people and name = 'is_recid') as is_recid,
    any_value(value) filter (where source = $persons and name = 'race') as race,
    any_value(value) filter (where source = $persons and name = 'age_cat') as age_cat,
    any_value(value) filter (where source = $persons and name = 'score_text') as score_text
  from attribute group by person
), released as (
  select said.*, episode.episode, episode.until_day as index_on
  from said join custody_episode episode on episode.person = said.person and episode.from_day <= said.jailed_on and (episode.until_day is null or episode.until_day >= said.let_go_on)
  where said.is_recid <> '-1' and episode.until_day < $end::date
)
select person, index_on, $end::date as followed_until,
  reoffended_on as e1_on, reoffended_on < index_on as e1_left_out,
  (select min(from_day) from custody_episode next where next.person = released.person and next.episode > released.episode) as e2_on,
  race, age_cat, score_text
from released
