select person, agency, role, at, operation, door, subject from journeys.access_log
where partnership = $1 and journey = any ($2) and at >= $3 and at < $4 order by at, id
