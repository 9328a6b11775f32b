with remanding as (
  select *, case
      when undated then null
      when exists (select 1 from custody where custody.person = p.person and basis in ('remand', 'convicted-unsentenced') and from_day < p.day and coalesce(until_day, date '9999-12-31') > since) then 'CUSTODY'
      when started_on is null then null
      when exists (select 1 from fact where fact.person = p.person and (name = 'bailed' or (name = 'released' and (body ->> 'kind') = 'on-bail')) and fact.day between started_on and p.day) then 'BAIL'
      when form in ('summons', 'requisition', 'single-justice-notice')
        or (select count(distinct fact.day) = 1 and max(fact.day) = p.day from fact where fact.person = p.person and name = 'hearing-held' and fact.day between started_on and p.day) then 'NOT_REMANDED'
    end as status
  from proceeding p
)
select person, area, line.kind, null as type, case when status is null then 'missing' when status = line.kind then 'yes' else 'no' end as answer
from remanding cross join (select unnest(['CUSTODY', 'BAIL', 'NOT_REMANDED']) as kind) line
where day >= $from::date and (day <= $to::date or undated)
