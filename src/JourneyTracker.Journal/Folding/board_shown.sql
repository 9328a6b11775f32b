-- Of some women, those whom a filter shows.
select journey from journeys.board_cut($1, $2, $3, $4, $5, $6, $7) where journey = any ($8)
