select distinct area from journeys.current_status_area where partnership = $1 and from_day <= $2
