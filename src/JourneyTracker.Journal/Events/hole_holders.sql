-- The transactions that have drawn a number and not ended yet.
select coalesce(array_agg(distinct virtualtransaction), '{}') from pg_locks
where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
  and database = (select oid from pg_database where datname = current_database()) and relation = 'journeys.mt_events_sequence'::regclass
