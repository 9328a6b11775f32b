select id, journey, kind, corrects, sealed, recorded, saved_at from journeys.draft
where partnership = $1 and person = $2 and agency = $3 and journey = $4 and kind = $5 and corrects is not distinct from $6 and saved_at > $7
