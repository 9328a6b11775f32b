update journeys.draft set sealed = null, recorded = $8
where partnership = $1 and person = $2 and agency = $3 and journey = $4 and kind = $5 and corrects is not distinct from $6 and id = $7
