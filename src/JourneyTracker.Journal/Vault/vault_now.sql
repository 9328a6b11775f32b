select pg_snapshot_xmin(pg_current_snapshot())::text, journeys.feed_epoch(), (select count(*) from journeys.erasure where partnership = $1)
