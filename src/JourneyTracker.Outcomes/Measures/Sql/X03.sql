with working as (
  select day, row_number() over (order by day) as nth from (select unnest(generate_series($from::date - 20, greatest($to::date, $known_until::date) + 5 * $days::integer + 40, interval 1 day))::date as day)
  where isodow(day) < 6 and day not in (select day from bank_holiday)
), referral as (
  select episode.*, person.area, exists (select 1 from fact where fact.person = episode.person and name = 'referred' and fact.day = from_day and accuracy = 'unknown') as undated
  from episode join person using (person) where referred and from_day >= $from::date and from_day <= $to::date
), due as (
  -- The last day of the limit: the day of the referral does not count.
  select referral.*, last.day as due_on from referral asof join working on working.day <= from_day join working last on last.nth = working.nth + $days::integer
)
select person, area, 'met within ' || $days || ' working days' as kind, route as type, case
    when undated then 'missing'
    when first_contact_on <= due_on and first_contact_on <= $known_until::date then 'yes'
    when least(declined_on, ended_on) <= due_on and least(declined_on, ended_on) <= $known_until::date then 'left-out'
    when due_on > $known_until::date then 'not-run'
    else 'no' end as answer
from due
