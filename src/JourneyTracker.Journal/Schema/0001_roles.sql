-- Runs as the login that applies the migrations; everything after it runs as journeys_owner.
-- Roles belong to the whole cluster: another database's migrations may have made them, or be making them now.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['journeys_owner', 'journeys_writer', 'journeys_folder', 'journeys_reader'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls)) then
      raise exception 'The role % is a superuser or bypasses row-level security: take that away first.', wanted;
    end if;
    if not pg_has_role(session_user, wanted, 'member') then
      begin
        execute format('grant %I to %I', wanted, session_user);
      exception when unique_violation then
        null;
      end;
    end if;
  end loop;
end
$$;

create schema if not exists journeys authorization journeys_owner;
grant usage on schema journeys to journeys_writer, journeys_folder, journeys_reader;
