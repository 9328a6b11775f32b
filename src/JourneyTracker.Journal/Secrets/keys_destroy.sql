insert into journey_key (journey, wrapped, destroyed) values ($1, null, now())
on conflict (journey) do update set wrapped = null, destroyed = now()
