select journey, sealed from journeys.identity_vault where partnership = $1 and sealed is not null
