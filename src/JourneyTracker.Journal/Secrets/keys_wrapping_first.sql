with made as (insert into wrapping_key (id, made_for) select 0, $1 where not exists (select from wrapping_key) returning id)
insert into wrapping_key_copy (wrapping, master, sealed) select id, $1, $2 from made
