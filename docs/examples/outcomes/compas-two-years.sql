-- measure: compas-two-years
-- version: 1
-- about: Women of the published two-year files who reoffended within two years (any, and violent), all of them and with the publisher's own filter.
-- parameter persons: compas/persons.csv
with said as (
  pivot (select person, name, value from attribute where source = $persons) on name in (
    'race', 'age_cat', 'score_text', 'v_score_text', 'in_two_year_file', 'two_year_recid', 'in_two_year_violent_file', 'two_year_violent_recid', 'days_b_screening_arrest',
    'is_recid', 'charge_degree_collapsed') using any_value(value)
), filed as (
  select *, 'two_year_file_unfiltered' as cohort, two_year_recid as happened, score_text as score from said where in_two_year_file = '1'
  union all select *, 'propublica_filtered', two_year_recid, score_text from said
    where in_two_year_file = '1' and days_b_screening_arrest::int between -30 and 30 and is_recid <> '-1' and charge_degree_collapsed <> 'O' and score_text is not null
  union all select *, 'two_year_violent_file_unfiltered', two_year_violent_recid, score_text from said where in_two_year_violent_file = '1'
  union all select *, 'propublica_violent_filtered', two_year_violent_recid, score_text from said
    where in_two_year_violent_file = '1' and days_b_screening_arrest::int between -30 and 30 and is_recid <> '-1' and charge_degree_collapsed <> 'O' and v_score_text is not null
)
select cohort, 'all' as dimension, 'ALL' as "group", count(*) as n, count(*) filter (where happened = '1') as x from filed group by cohort
union all select cohort, 'race', race, count(*), count(*) filter (where happened = '1') from filed group by cohort, race
union all select cohort, 'age_cat', age_cat, count(*), count(*) filter (where happened = '1') from filed group by cohort, age_cat
union all select cohort, 'score_text', coalesce(score, ''), count(*), count(*) filter (where happened = '1') from filed group by cohort, score
order by all
