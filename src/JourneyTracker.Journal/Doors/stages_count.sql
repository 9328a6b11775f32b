select stage, null::varchar, count(*)::int from (
  select stage from journeys.current_status_spell where partnership = $1 and until_day is null and from_day <= $2
  union all
  select stage from journeys.current_status_spell where partnership = $1 and until_day > $2 and from_day <= $2) as s
group by stage
