select stream, version, latest, elsewhere, hit, hit_fact, hit_journey, hit_position, hit_hmac from journeys.load_look($1, $2, $3, $4)
