insert into journeys.fold_failure (fold, partnership, journey, position, fact, what)
select n.fold, f.partnership, f.journey, f.position, f.fact, f.what
from unnest($1::varchar[]) as n (fold), unnest($2::varchar[], $3::uuid[], $4::bigint[], $5::uuid[], $6::varchar[]) as f (partnership, journey, position, fact, what)
on conflict (fold, partnership, journey) do update set position = excluded.position, fact = excluded.fact, what = excluded.what
