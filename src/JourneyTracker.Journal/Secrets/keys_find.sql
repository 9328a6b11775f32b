select journey, wrapping, wrapped from journey_key where journey = any ($1) and wrapped is not null
