select mapping from journeys.import_run where partnership = $1 and run = $2
