-- Women by stage. Those who stay where they are until something is recorded, and those whom the law will move: each found by an index of its own.
-- Women of whom no justice agency has recorded anything are not on a justice board (safeguards S10).
select stage, count(*)::int from (
  select stage from journeys.current_status_spell
  where partnership = $1 and until_day is null and from_day <= $2 and (ordinal > 0 or by_fact is not null)
  union all
  select stage from journeys.current_status_spell
  where partnership = $1 and until_day > $2 and from_day <= $2 and (ordinal > 0 or by_fact is not null)) as s
group by stage
