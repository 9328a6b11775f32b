-- Women of whom no justice agency has recorded anything are not on a justice board (safeguards S10).
select s.journey, s.stage, s.from_day, a.area, s.agency
from journeys.current_status_spell s
left join (
  select distinct on (journey) journey, area from journeys.current_status_area where partnership = $1 and from_day <= $2 order by journey, ordinal desc) as a
  on a.journey = s.journey
where s.partnership = $1 and s.from_day <= $2 and (s.until_day > $2 or s.until_day is null)
  and (s.ordinal > 0 or s.by_fact is not null)
