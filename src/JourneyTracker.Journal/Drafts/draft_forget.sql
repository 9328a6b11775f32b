delete from journeys.draft where partnership = $1 and saved_at <= $2
