insert into journeys.source_reference (partnership, system, reference_hash, fact, journey, position, content_hmac)
values ($1, 'agency', $2, $3, $4, currval('journeys.mt_events_sequence'), $5)
