delete from journeys.fold_failure f using unnest($2::varchar[], $3::uuid[]) as j (partnership, journey)
where f.fold = any ($1) and f.partnership = j.partnership and f.journey = j.journey
