-- One more wrapping key, and copies of it and of those there are.
with added as (insert into wrapping_key (id, made_for) values ($1, $2) on conflict do nothing returning id)
insert into wrapping_key_copy (wrapping, master, sealed)
select $1, c.master, c.sealed from unnest($3::bytea[], $4::bytea[]) as c (master, sealed), added
