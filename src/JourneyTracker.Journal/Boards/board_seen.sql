-- All that was told has been seen.
update journeys.board_look set before_position = $4, before_epoch = $5, before_at = $6, position = $4, epoch = $5, looked_at = $6
where partnership = $1 and person = $2 and agency = $3
