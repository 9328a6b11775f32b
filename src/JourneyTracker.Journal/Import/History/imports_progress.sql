update journeys.import_run set seen = now(), part = $3, row_count = $4 where partnership = $1 and run = $2 and ended is null
