insert into journeys.draft (id, partnership, person, agency, journey, kind, corrects, sealed, saved_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict on constraint draft_one do update set
  id = case when journeys.draft.recorded is null then journeys.draft.id else excluded.id end,
  sealed = excluded.sealed, recorded = null, saved_at = excluded.saved_at
returning id, xmax = 0
