update journeys.import_run set seen = now(), ended = now(), outcome = $3, part = $4, row_count = $5, accepted = $6, repeated = $7, refused = $8, passed_over = $9, facts = $10, failure = nullif($11, '')
where partnership = $1 and run = $2 and ended is null
