select at, person, agency, agency_type, role, operation, journey, door, subject, why, family_name_hash from journeys.access_log
where partnership = $1 and at >= $2 and at < $3 and ($4::uuid[] is null or journey = any ($4)) and ($5::varchar is null or person = $5)
  and ($6::varchar is null or agency = $6) and ($7::varchar is null or operation = $7) and ($8::varchar is null or door like $8 || '%')
order by at desc, id desc limit $9
