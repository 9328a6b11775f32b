select stage, agency, count(*)::int from journeys.current_status_spell
where partnership = $1 and from_day <= $2 and (until_day > $2 or until_day is null)
group by stage, agency
