insert into journeys.access_log (at, partnership, person, agency, agency_type, role, operation, journey, door, subject, why, family_name_hash)
select e.at, $1, e.person, e.agency, e.agency_type, e.role, e.operation, e.journey, e.door, e.subject, e.why, e.family_name_hash
from unnest($2::timestamptz[], $3::varchar[], $4::varchar[], $5::varchar[], $6::varchar[], $7::varchar[], $8::uuid[], $9::varchar[], $10::varchar[], $11::varchar[], $12::bytea[])
  as e (at, person, agency, agency_type, role, operation, journey, door, subject, why, family_name_hash)
