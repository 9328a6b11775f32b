select name, version, kind, hash, text, person, agency, registered_at, position from journeys.registered_question where partnership = $1 order by name, version
