select before_position, before_epoch, before_at from journeys.board_look where partnership = $1 and person = $2 and agency = $3
