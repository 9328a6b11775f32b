-- measure: compas-disparity
-- version: 1
-- about: How often something happened, by race: reoffending, custody, and the scores that the source gave.
-- parameter end: 2016-04-01
-- parameter people: compas/people_raw.csv
-- parameter persons: compas/persons.csv
with person_said as (
  pivot (select person, name, value from attribute where source = $persons) on name in (
    'race', 'score_text', 'in_two_year_file', 'two_year_recid', 'days_b_screening_arrest', 'is_recid', 'charge_degree_collapsed') using any_value(value)
), people_said as (
  pivot (select person, name, value from attribute where source = $people) on name in ('c_jail_in', 'c_jail_out', 'r_offense_date', 'r_charge_degree') using any_value(value)
), said as (
  select person_said.*, c_jail_in[1:10]::date as jailed_on, c_jail_out[1:10]::date as let_go_on, r_offense_date::date as reoffended_on, r_charge_degree
  from person_said left join people_said on people_said.person = person_said.person
), filtered as (
  select * from said where in_two_year_file = '1' and days_b_screening_arrest::int between -30 and 30 and is_recid <> '-1' and charge_degree_collapsed <> 'O' and score_text is not null
), released as (
  select said.*, episode.until_day as released_on, $end::date - episode.until_day as followed,
    (select min(from_day) from custody_episode next where next.person = said.person and next.episode > episode.episode) as returned_on
  from said join custody_episode episode on episode.person = said.person and episode.from_day <= said.jailed_on and (episode.until_day is null or episode.until_day >= said.let_go_on)
  where said.is_recid <> '-1' and episode.until_day < $end::date
), happened as (
  select 'two_year_reoffended|propublica_filtered' as outcome, race, two_year_recid = '1' as yes from filtered
  union all select 'scored_High|propublica_filtered', race, score_text = 'High' from filtered
  union all select 'scored_Medium_or_High|propublica_filtered', race, score_text in ('Medium', 'High') from filtered
  union all select 'index_jail_stay_7_days_or_more|has_index_jail', race, let_go_on - jailed_on >= 7 from said where jailed_on is not null
  union all select 'reoffence_is_felony|has_reoffence', race, starts_with(r_charge_degree, '(F') from said where reoffended_on is not null
  union all select 'ever_prison_in_on_or_after_2013|all_persons', race, person in (select person from custody where basis = 'sentence' and from_day >= date '2013-01-01') from said
  union all select 'reoffended_within_365|release_cohort_full_followup_365', race, coalesce(reoffended_on - released_on <= 365, false) from released
    where followed >= 365 and not coalesce(reoffended_on < released_on, false)
  union all select 'returned_to_custody_within_365|release_cohort_full_followup_365', race, coalesce(returned_on - released_on <= 365, false) from released where followed >= 365
)
select outcome, race, count(*) as n, count(*) filter (where yes) as x from happened group by outcome, race order by all
