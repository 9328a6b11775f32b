select stage, count(*)::int from journeys.board_cut($1, $2, $3, $4, $5, $6, $7) group by stage
