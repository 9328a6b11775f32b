-- Where the folds $1 stand, how many women of the partnership $2 have a journey up to there, and how many of the journeys fold $3 cannot follow.
-- A journey that was merged into another is counted with that one. A stream without a fact is no woman's: Marten keeps its tombstones on such.
with reached as (select coalesce(min(last_seq_id), 0) as position from journeys.mt_event_progression where name = any ($1))
select position,
  (select count(*) from journeys.mt_streams where tenant_id = $2 and version > 0)
    - (select count(*) from journeys.mt_events where seq_id > position and tenant_id = $2 and version = 1)
    - (select count(*) from journeys.current_merged_journey where partnership = $2),
  (select count(*)::int from journeys.fold_failure where fold = $3 and partnership = $2)
from reached
