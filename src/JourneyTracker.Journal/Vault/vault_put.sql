insert into journeys.identity_vault (partnership, journey, sealed) values ($1, $2, $3)
on conflict (partnership, journey) do update set sealed = excluded.sealed, changed = excluded.changed
