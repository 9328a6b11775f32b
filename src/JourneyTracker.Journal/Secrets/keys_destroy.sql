insert into journey_key (journey, wrapped, destroyed, wrapping) values ($1, null, now(), (select max(id) from wrapping_key))
on conflict (journey) do update set wrapped = null, destroyed = coalesce(journey_key.destroyed, now())
