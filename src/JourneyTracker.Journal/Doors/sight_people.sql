-- Everybody who had looked at, or recorded, anything in the partnership before $2.
select distinct person, agency, agency_type, role from journeys.access_log where partnership = $1 and at < $2 order by agency, person, role
