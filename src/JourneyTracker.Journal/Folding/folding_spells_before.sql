select s.partnership, s.journey, s.stage, s.from_day, s.until_day, s.by_fact, s.agency
from unnest($1::varchar[], $2::uuid[]) as j (partnership, journey)
join journeys.status_spell s on s.partnership = j.partnership and s.journey = j.journey
where s.generation = (select generation from journeys.fold_generation where fold = 'status.2')
order by s.partnership, s.journey, s.ordinal
