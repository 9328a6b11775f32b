insert into journeys.person_seen (partnership, person, agency, agency_type, role, first_seen, last_seen) values ($1, $2, $3, $4, $5, $6, $6)
on conflict on constraint person_seen_pk do update set last_seen = greatest(person_seen.last_seen, excluded.last_seen)
