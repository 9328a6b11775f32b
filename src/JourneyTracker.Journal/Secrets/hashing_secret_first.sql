-- The lock makes sure that of two programs that open a new database at once, with two keys, only one puts its secret there.
with alone as materialized (select pg_advisory_xact_lock(5460251087460412419))
insert into journeys.hashing_secret (master, sealed) select $1, $2 from alone where not exists (select from journeys.hashing_secret)
