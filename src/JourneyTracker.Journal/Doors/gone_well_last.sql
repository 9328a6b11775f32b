select person, agency, asked_at from journeys.gone_well_asked where partnership = $1 and journey = any ($2) order by asked_at desc limit 1
