-- One when $2 says which, else the last $3. Rejects that nobody may keep any longer count as gone.
select i.run, i.person, i.agency, i.door, i.file_name, i.mapping_name, i.begun, i.seen, i.ended, i.outcome, i.part, i.row_count, i.accepted, i.repeated, i.refused, i.passed_over, i.facts, i.failure,
  r.until, now()
from journeys.import_run i left join journeys.import_rejects r on r.partnership = i.partnership and r.run = i.run and r.until > now()
where i.partnership = $1 and ($2::uuid is null or i.run = $2)
order by i.begun desc, i.run limit $3
