-- What Marten made that names a partnership is guarded like every other such table.
do $$
declare
  found record;
begin
  for found in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relnamespace = 'journeys'::regnamespace and c.relkind in ('r', 'p') and c.relname like 'mt\_%' and not exists (select from pg_policy p where p.polrelid = c.oid)
  loop
    execute format('create policy own_partnership on journeys.%I to journeys_writer, journeys_reader using (tenant_id = current_setting(''journeys.partnership'', true))', found.relname);
    execute format('alter table journeys.%I enable row level security, force row level security', found.relname);
  end loop;
end
$$;

-- The node that folds runs Marten's daemon. It writes nothing there but how far it has come.
grant select, insert, update, delete on journeys.mt_high_water_skips, journeys.mt_doc_deadletterevent to journeys_folder;
