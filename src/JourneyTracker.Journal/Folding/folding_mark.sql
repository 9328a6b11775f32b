insert into journeys.mt_event_progression (name, last_seq_id, last_updated) select name, $2, now() from unnest($1::varchar[]) as n (name)
on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
