select journey, wrapping, wrapped from journey_key where journey = any ($1) for update
