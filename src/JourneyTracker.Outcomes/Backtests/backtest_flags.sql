-- The first day of each licence on which support was needed, by what was known then, and whether she was recalled within a fortnight.
with flagged as (
  select person, licence_from, min(day) as day from score where rule like $rule || '.%' and needed group by person, licence_from
), later as (
  select flagged.*, exists (select 1 from recall where recall.person = flagged.person and not undated and revoked_on > flagged.day and revoked_on <= flagged.day + $fortnight::integer) as recalled
  from flagged where flagged.day + $fortnight::integer <= $known_until::date
)
select 'recalled within 14 days' as kind, 'all' as part, count(*) as n, count(*) filter (recalled) as x from later
