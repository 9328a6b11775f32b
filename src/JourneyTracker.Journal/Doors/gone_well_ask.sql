insert into journeys.gone_well_asked (partnership, journey, person, agency, asked_at) values ($1, $2, $3, $4, $5) on conflict do nothing
