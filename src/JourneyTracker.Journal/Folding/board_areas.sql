-- The areas in which women are or were known, each taken from the index after the one before.
with recursive areas (area) as (
  (select area from journeys.current_status_area where partnership = $1 and from_day <= $2 order by area limit 1)
  union all
  select (select a.area from journeys.current_status_area a where a.partnership = $1 and a.from_day <= $2 and a.area > areas.area order by a.area limit 1) from areas where areas.area is not null)
select area from areas where area is not null
