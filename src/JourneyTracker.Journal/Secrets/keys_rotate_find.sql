-- Some keys that are wrapped with another than the newest. One that is being destroyed or made at this moment is waited for.
select journey, wrapping, wrapped from journey_key where wrapping <> $1 order by journey limit $2 for update
