select status, base, fact, place from journeys.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
