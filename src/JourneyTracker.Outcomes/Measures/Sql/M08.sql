with ended as (
  select * from proceeding where day >= $from::date and (day <= $to::date or undated)
), bailed as (
  select distinct ended.person, ended.seq from ended join fact on fact.person = ended.person and fact.day between started_on and ended.day
  where name = 'bailed' or (name = 'released' and (body ->> 'kind') = 'on-bail')
), heard as (
  -- Those that ended at their first hearing.
  select ended.person, ended.seq from ended join fact on fact.person = ended.person and fact.day between started_on and ended.day
  where name = 'hearing-held' group by ended.person, ended.seq, ended.day having count(distinct fact.day) = 1 and max(fact.day) = ended.day
), remanding as (
  select ended.*, case
      when undated then null
      when held then 'CUSTODY'
      when started_on is null then null
      when bailed.seq is not null then 'BAIL'
      when form in ('summons', 'requisition', 'single-justice-notice') or heard.seq is not null then 'NOT_REMANDED'
    end as status
  from ended left join bailed using (person, seq) left join heard using (person, seq)
)
select person, area, line.kind, null as type, case when status is null then 'missing' when status = line.kind then 'yes' else 'no' end as answer
from remanding cross join (select unnest(['CUSTODY', 'BAIL', 'NOT_REMANDED']) as kind) line
