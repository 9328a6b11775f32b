update journeys.source_reference set content_hmac = null where partnership = $1 and journey = $2
