select at, person, agency, agency_type, role, operation, journey, door, subject, why, family_name_hash from journeys.access_log
where partnership = $1 and at >= $2 and at < $3 and (operation = 'consultation' or subject = 'opened in an emergency') and journey is not null and subject is distinct from 'not found'
order by at, id
