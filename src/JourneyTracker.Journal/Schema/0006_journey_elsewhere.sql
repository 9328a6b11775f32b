-- Which of these journeys stand in another partnership. The one question that may look across, so it answers with nothing but the ids it was given:
-- it is owned by the role that sees all. One index probe for each partnership.
create function journeys.journeys_elsewhere(p_partnership varchar, p_journeys uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_partnership is distinct from current_setting('journeys.partnership', true) then
    raise exception 'This connection does not work for partnership %.', p_partnership using errcode = 'insufficient_privilege';
  end if;
  return (
    select coalesce(array_agg(j), '{}')
    from unnest(p_journeys) as j
    where exists (
      select from journeys.partnership p, lateral (
        select from journeys.mt_streams s where s.tenant_id = p.name and s.id = j offset 0) as s
      where p.name <> p_partnership));
end
$$;

revoke all on function journeys.journeys_elsewhere from public;
grant execute on function journeys.journeys_elsewhere to journeys_writer;

-- To be given a function, a role must be allowed to create in the schema, and the giver must be a member of both: the login is, the owner is not.
grant create on schema journeys to journeys_folder;
reset role;
alter function journeys.journeys_elsewhere owner to journeys_folder;
set local role journeys_owner;
revoke create on schema journeys from journeys_folder;
