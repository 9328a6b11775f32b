with before_sentence as (
  select *, lag(day) over (partition by person order by day) as previous_on from (select person, day, any_value(area) as area, bool_or(undated) as undated, arg_min(class, severity) as class from occasion group by person, day)
), reported as (
  -- The latest report by that day, and since the sentence before.
  select s.*, (report.body ->> 'proposal') as proposal
  from before_sentence s join fact report on report.person = s.person and report.name = 'pre-sentence-report' and report.day <= s.day and report.day > coalesce(previous_on, date '0001-01-01')
  where s.day >= $from::date and (s.day <= $to::date or s.undated)
  qualify row_number() over (partition by s.person, s.day order by report.seq desc) = 1
), compared as (
  select *, case when proposal in ('IMMEDIATE_CUSTODY', 'EDS', 'SOPC', 'LIFE_IPP') then 'IMMEDIATE_CUSTODY' when proposal in ('ABS_DISCHARGE', 'COND_DISCHARGE') then 'DISCHARGE' when proposal in ('SSO', 'CO', 'FINE') then proposal end as proposed
  from reported
)
select person, area, 'passed as proposed' as kind, proposed as type, case
    when undated or proposed is null then 'missing'
    when proposed = class then 'yes'
    else 'no' end as answer
from compared
