-- Generations of the fold tables $1 (of the folds $2, one for each table): attached, being detached, or left standing alone by a rebuild that died.
select t.name, substr(c.relname, length(t.name) + 3)::int, i.inhrelid is not null, coalesce(i.inhdetachpending, false),
  g.generation is not distinct from substr(c.relname, length(t.name) + 3)::int
from unnest($1::varchar[], $2::varchar[]) as t (name, fold)
join pg_class c on c.relnamespace = 'journeys'::regnamespace and c.relkind = 'r' and c.relname ~ ('^' || t.name || '_g[0-9]+$')
left join pg_inherits i on i.inhrelid = c.oid
left join journeys.fold_generation g on g.fold = t.fold
