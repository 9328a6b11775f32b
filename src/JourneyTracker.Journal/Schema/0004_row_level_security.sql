-- Every table that names a partnership: only the rows of the partnership in journeys.partnership, for the owner too; none when it is not set.
-- The folder follows the whole log. It may write for none but the tombstones' tenant.
do $$
declare
  guarded record;
begin
  for guarded in
    select * from (values
      ('mt_streams', 'tenant_id'), ('mt_events', 'tenant_id'), ('partnership', 'name'), ('source_reference', 'partnership'),
      ('person_key', 'partnership'), ('identity_vault', 'partnership'), ('access_log', 'partnership')) as t (name, key)
  loop
    execute format('alter table journeys.%I enable row level security', guarded.name);
    execute format('alter table journeys.%I force row level security', guarded.name);
    execute format(
      'create policy own_partnership on journeys.%1$I to journeys_writer, journeys_reader using (%2$I = current_setting(''journeys.partnership'', true)) with check (%2$I = current_setting(''journeys.partnership'', true))',
      guarded.name, guarded.key);
    execute format('create policy folder_sees_all on journeys.%I for select to journeys_folder using (true)', guarded.name);
  end loop;
end
$$;

create policy folder_writes_tombstones on journeys.mt_streams for insert to journeys_folder with check (tenant_id = '*DEFAULT*');
create policy folder_writes_tombstones on journeys.mt_events for insert to journeys_folder with check (tenant_id = '*DEFAULT*' and type = 'tombstone');
