select (select p.journey from journeys.person_key p where p.partnership = $1 and p.system = k.system and p.key_hash = k.hash)
from unnest($2::varchar[], $3::bytea[]) with ordinality as k (system, hash, n)
order by k.n
