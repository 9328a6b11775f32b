insert into journeys.prompt_mark (partnership, journey, what, mark, until_day, reason, person, agency, marked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
