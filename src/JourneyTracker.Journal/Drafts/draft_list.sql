select id, journey, kind, corrects, sealed, recorded, saved_at from journeys.draft
where partnership = $1 and person = $2 and agency = $3 and recorded is null and saved_at > $4
order by saved_at desc
