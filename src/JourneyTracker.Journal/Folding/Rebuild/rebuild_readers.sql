-- Transactions of this database that may still look at what was current when they began.
select coalesce(array_agg(distinct l.virtualtransaction), '{}') from pg_locks l join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'virtualxid' and l.pid <> pg_backend_pid() and a.datid = (select oid from pg_database where datname = current_database())
