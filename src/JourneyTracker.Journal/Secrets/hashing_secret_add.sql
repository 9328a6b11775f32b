insert into journeys.hashing_secret (master, sealed) values ($1, $2) on conflict do nothing
