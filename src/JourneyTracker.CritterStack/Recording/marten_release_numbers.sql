select pg_advisory_unlock(5460251087460412416), pg_notify('mt_events_appended', '')
