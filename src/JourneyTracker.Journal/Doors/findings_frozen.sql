select journey, min(since) from journeys.fold_failure where partnership = $1 group by journey order by 2, 1 limit $2
