delete from journeys.identity_vault where partnership = $1 and journey = $2
