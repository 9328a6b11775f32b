insert into journeys.import_rejects (partnership, run, sealed, until) values ($1, $2, $3, now() + $4)
