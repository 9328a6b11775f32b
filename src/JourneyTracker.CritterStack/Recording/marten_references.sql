insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
select $1, r.system, r.reference, r.fact, r.journey, r.position, r.content
from (select unnest($2) as system, unnest($3) as reference, unnest($4) as fact, unnest($5) as journey, unnest($6) as position, unnest($7) as content) as r
