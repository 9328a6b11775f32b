select person, area, line.kind, null as type, case when undated then 'missing' when class = line.kind then 'yes' else 'no' end as answer
from proceeding p cross join (select distinct class as kind from disposal_class union select 'NOT_CONVICTED') line
where day >= $from::date and (day <= $to::date or undated) and exists (
  select 1 from custody where custody.person = p.person and basis in ('remand', 'convicted-unsentenced') and from_day < p.day and coalesce(until_day, date '9999-12-31') > since)
