select journey, wrapping, wrapped from journey_key order by journey
