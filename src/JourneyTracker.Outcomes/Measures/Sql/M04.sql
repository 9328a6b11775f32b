with dealt as (
  select person, area, undated, case name when 'cautioned' then 'SIMPLE_CAUTION' when 'conditionally-cautioned' then 'CONDITIONAL_CAUTION' else 'CR' end as outcome
  from happened where name in ('cautioned', 'conditionally-cautioned', 'community-resolution')
  union all select person, area, undated, coalesce((body ->> 'kind'), 'PND_OR_WARNING') from happened where name = 'penalty-notice'
  union all select person, area, undated, 'OUTCOME_22' from happened where name = 'diverted' and (body ->> 'scheme') = 'deferred-prosecution'
  union all select person, area, undated, 'CHARGE' from happened where name = 'prosecution-started' and coalesce((body ->> 'prosecutor'), '') <> 'NON_POLICE_PROSECUTOR'
)
-- Outcome 22 stands beside the out-of-court resolutions: only its own line counts it.
select person, area, line.kind, null as type,
  case when undated then 'missing' when outcome = line.kind or (line.kind = 'ANY' and outcome not in ('CHARGE', 'OUTCOME_22')) then 'yes' else 'no' end as answer
from dealt cross join (select 'ANY' as kind union select outcome from dealt where outcome <> 'CHARGE') line
where line.kind = 'OUTCOME_22' or outcome <> 'OUTCOME_22'
