insert into wrapping_key_copy (wrapping, master, sealed) values ($1, $2, $3) on conflict do nothing
