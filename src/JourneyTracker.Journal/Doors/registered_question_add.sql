insert into journeys.registered_question (partnership, name, version, kind, hash, text, person, agency, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing
