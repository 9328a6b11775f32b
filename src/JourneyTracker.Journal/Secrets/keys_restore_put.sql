-- What is destroyed on either side stays destroyed. A key that is there is left as it is.
insert into journey_key as j (journey, wrapped, destroyed, wrapping)
select k.journey, case when k.gone then null else k.wrapped end, case when k.gone then now() end, $4
from unnest($1::uuid[], $2::bytea[], $3::boolean[]) as k (journey, wrapped, gone)
on conflict (journey) do update set wrapped = null, destroyed = coalesce(j.destroyed, now()) where excluded.wrapped is null and j.wrapped is not null
