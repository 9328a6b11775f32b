insert into journeys.erasure (partnership, journey) values ($1, $2) on conflict do nothing
