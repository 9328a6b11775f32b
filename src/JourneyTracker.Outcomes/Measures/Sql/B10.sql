select person, area, 'in custody at the end of the last day' as kind, basis as type, 'counted' as answer from (
  -- A woman held on several bases counts once, by the most restrictive.
  select * from custody where from_day <= $to::date and (until_day is null or until_day > $to::date)
  qualify row_number() over (partition by person order by list_position(['recall', 'sentence', 'convicted-unsentenced', 'remand', 'civil', 'not-known'], basis)) = 1
) join person using (person)
