insert into journeys.import_run (partnership, run, person, agency, door, file_name, mapping_name, mapping) values ($1, $2, $3, $4, $5, $6, $7, $8)
