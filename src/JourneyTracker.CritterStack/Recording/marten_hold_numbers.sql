-- The same lock as our own writers take around numbers and instants; Marten draws its numbers in statements of its own, so it is held until they are done.
select case when pg_advisory_lock(5460251087460412416) is null then null else clock_timestamp() end
