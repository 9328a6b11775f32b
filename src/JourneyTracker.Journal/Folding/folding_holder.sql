-- Of the transactions that drew a number and have not ended the one that is open for longest; first those of which this login may not see it. No process: prepared.
select l.pid, a.usename::text, extract(epoch from clock_timestamp() - a.xact_start)::float8
from pg_locks l left join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.granted
  and l.database = (select oid from pg_database where datname = current_database()) and l.relation = 'journeys.mt_events_sequence'::regclass
order by a.xact_start nulls first limit 1
