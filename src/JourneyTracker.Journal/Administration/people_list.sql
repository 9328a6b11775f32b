-- Who signed in, and who else stands in the access log: each with the last line there, found from one person to the next and not by reading it all.
with recursive looked as (
  (select person from journeys.access_log where partnership = $1 order by person limit 1)
  union all
  select (select l.person from journeys.access_log l where l.partnership = $1 and l.person > looked.person order by l.person limit 1)
  from looked where looked.person is not null
)
select person, agency, agency_type, role, first_seen, last_seen, true as signed_in from journeys.person_seen where partnership = $1
union all
select last.person, last.agency, last.agency_type, last.role, first.at, last.at, false
from looked
cross join lateral (select l.* from journeys.access_log l where l.partnership = $1 and l.person = looked.person order by l.at desc limit 1) as last
cross join lateral (select l.at from journeys.access_log l where l.partnership = $1 and l.person = looked.person order by l.at limit 1) as first
where looked.person is not null
  and not exists (select from journeys.person_seen s where s.partnership = $1 and s.person = last.person and s.agency = last.agency and s.role = last.role)
order by person, agency, role
