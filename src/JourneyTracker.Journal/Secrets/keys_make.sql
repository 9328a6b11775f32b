-- Sorted by the caller. A destroyed key stays destroyed.
insert into journey_key (journey, wrapped) select k.journey, k.wrapped from unnest($1::uuid[], $2::bytea[]) as k (journey, wrapped)
on conflict (journey) do nothing
