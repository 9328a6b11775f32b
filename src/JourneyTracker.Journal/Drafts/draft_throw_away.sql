delete from journeys.draft where partnership = $1 and person = $2 and agency = $3 and id = $4
