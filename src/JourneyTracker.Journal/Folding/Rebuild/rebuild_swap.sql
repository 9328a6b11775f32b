update journeys.fold_generation f set generation = n.generation, built = now() from unnest($1::varchar[], $2::int[]) as n (fold, generation) where f.fold = n.fold
