-- measure: flows
-- version: 1
-- about: Every step from one stage to another in the period, and the women who made it. One woman may make several. What the law will do after the last day of which all is known is left out.
-- parameter from: 2026-01-01
-- parameter to: 2026-12-31
-- parameter known_until: 2026-12-31
select from_stage, to_stage, count(*) as movements, count(distinct person) as women
from movement where day between $from::date and least($to::date, $known_until::date)
group by all order by all
