with opened as (
  insert into journeys.person_key (partnership, system, key_hash, journey)
  select $1, k.system, k.hash, k.journey from unnest($2::varchar[], $3::bytea[], $4::uuid[]) as k (system, hash, journey)
  order by k.system, k.hash
  on conflict do nothing
  returning journey)
insert into journeys.identity_vault (partnership, journey) select $1, journey from opened
