select journey, changed::text, sealed from journeys.identity_vault
where partnership = $1 and changed >= $2::text::xid8 and (changed < pg_snapshot_xmax(pg_current_snapshot()) or $2 = '0') and sealed is not null
