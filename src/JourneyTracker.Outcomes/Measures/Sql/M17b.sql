with month as (
  select first_day::date as first_day, (first_day + to_months(1))::date - 1 as last_day from generate_series(date_trunc('month', $from::date), $to::date, interval 1 month) as series (first_day)
  where first_day >= $from::date and (first_day + to_months(1))::date - 1 <= $to::date
)
-- Recalls of the month over the women on licence at the end of the month before: recalls may be of women who were released since.
select spell.person, person.area, strftime(first_day, '%Y-%m') as kind, null as type, 'of' as answer
from month join spell on stage = 'on-licence' and from_day < first_day and (until_day is null or until_day >= first_day) join person on person.person = spell.person
union all
select recall.person, recall.area, strftime(first_day, '%Y-%m'), null, 'event' from month join recall on not undated and revoked_on between first_day and last_day
union all
select recall.person, recall.area, strftime(first_day, '%Y-%m'), null, 'missing' from month join recall on undated and revoked_on >= first_day
