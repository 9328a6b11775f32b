-- What happened to whom, in order, in the period: put before the statement of the map and of the ways.
with log as (
  select person, seq, day, to_stage as activity from movement where $log = 'stages' and day between $from::date and least($to::date, $known_until::date)
  union all
  select person, seq, day, name from fact
  where $log = 'records' and family in ('police', 'court', 'custody', 'supervision', 'support') and accuracy <> 'unknown' and day between $from::date and least($to::date, $known_until::date)
)
