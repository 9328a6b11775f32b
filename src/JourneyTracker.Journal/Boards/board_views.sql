select name, query from journeys.board_view where partnership = $1 and person = $2 and agency = $3 order by name
