select s.stage, a.area, count(*)::int from journeys.current_status_spell s
left join (
  select distinct on (journey) journey, area from journeys.current_status_area where partnership = $1 and from_day <= $2 order by journey, ordinal desc) as a
  on a.journey = s.journey
where s.partnership = $1 and s.from_day <= $2 and (s.until_day > $2 or s.until_day is null)
group by s.stage, a.area
