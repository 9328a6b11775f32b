-- How many women came to each stage on each day after $2, up to $3, and how many left it; $5 are the only women who are counted, when given.
with spells as (
  select s.stage, s.from_day, s.until_day from journeys.current_status_spell s
  where s.partnership = $1 and s.from_day <= $3 and (s.until_day > $2 or s.until_day is null) and (s.ordinal > 0 or s.by_fact is not null)
    and ($5::uuid[] is null or s.journey = any ($5))
    and ($4::varchar is null or s.journey in (
      select a.journey from (
        select distinct on (journey) journey, area from journeys.current_status_area where partnership = $1 and from_day <= $3 order by journey, ordinal desc) as a
      where a.area = $4)))
select stage, day, sum(change)::int from (
  select stage, greatest(from_day, $2) as day, 1 as change from spells
  union all
  select stage, until_day, -1 from spells where until_day <= $3) as c
group by stage, day
