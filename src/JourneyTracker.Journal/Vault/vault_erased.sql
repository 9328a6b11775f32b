select journey from journeys.erasure where partnership = $1
