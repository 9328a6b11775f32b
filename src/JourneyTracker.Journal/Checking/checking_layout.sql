-- Marten's tables in words: columns, constraints, further indexes, triggers left out.
select format('%s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end)
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = to_regnamespace('journeys') and c.relname in ('mt_streams', 'mt_events', 'mt_event_progression')
union all
select format('%s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')
where c.relnamespace = to_regnamespace('journeys') and c.relname in ('mt_streams', 'mt_events', 'mt_event_progression')
union all
select format('%s index %s', c.relname, pg_get_indexdef(i.indexrelid))
from pg_class c join pg_index i on i.indrelid = c.oid
where c.relnamespace = to_regnamespace('journeys') and c.relname in ('mt_streams', 'mt_events', 'mt_event_progression')
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
