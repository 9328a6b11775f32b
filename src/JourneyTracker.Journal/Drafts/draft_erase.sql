delete from journeys.draft where partnership = $1 and journey = $2
