-- Sorted by the caller. A destroyed key stays destroyed.
insert into journey_key (journey, wrapped, wrapping) select k.journey, k.wrapped, $3 from unnest($1::uuid[], $2::bytea[]) as k (journey, wrapped)
on conflict (journey) do nothing
