with before_sentence as (
  select *, lag(day) over (partition by person order by day) as previous_on from (select person, day, any_value(area) as area, bool_or(undated) as undated, min(severity) as severity from occasion group by person, day)
), reported as (
  -- The latest report by that day, and since the sentence before.
  select s.*, report.seq is not null as has_report, (report.body ->> 'form') as form
  from before_sentence s left join fact report on report.person = s.person and report.name = 'pre-sentence-report' and report.day <= s.day and report.day > coalesce(previous_on, date '0001-01-01')
  where s.severity <= 3 and s.day >= $from::date and (s.day <= $to::date or s.undated)
  qualify row_number() over (partition by s.person, s.day order by report.seq desc) = 1
)
select person, area, line.kind, null as type, case
    when undated then 'missing'
    when line.kind = 'any report' then case when has_report then 'yes' else 'no' end
    when has_report and coalesce(form, 'not-recorded') = 'not-recorded' then 'missing'
    when form = line.kind then 'yes'
    else 'no' end as answer
from reported cross join (select unnest(['any report', 'oral', 'fast-delivery', 'standard']) as kind) line
