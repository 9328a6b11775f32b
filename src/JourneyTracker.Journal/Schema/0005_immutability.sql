-- What was recorded stays. ENABLE ALWAYS: not even a session in replica mode passes.
create function journeys.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: what is recorded there is never changed. A wrong fact is answered by a correction.', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger never_changed before update or delete or truncate on journeys.mt_events
  for each statement execute function journeys.refuse_change();
create trigger never_removed before delete or truncate on journeys.mt_streams
  for each statement execute function journeys.refuse_change();
create trigger never_changed before update or delete or truncate on journeys.access_log
  for each statement execute function journeys.refuse_change();
create trigger never_removed before delete or truncate on journeys.source_reference
  for each statement execute function journeys.refuse_change();

alter table journeys.mt_events enable always trigger never_changed;
alter table journeys.mt_streams enable always trigger never_removed;
alter table journeys.access_log enable always trigger never_changed;
alter table journeys.source_reference enable always trigger never_removed;
