insert into journeys.session (id, subject, provider_session, began, seen, sealed) values ($1, $2, $3, $4, $4, $5)
