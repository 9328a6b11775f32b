with caution as (
  -- Conditions of those alone that are answered about.
  select person, seq, day, area, matter, accuracy = 'unknown' as undated, case when day >= $from::date and (day <= $to::date or accuracy = 'unknown') then from_json((body -> 'conditions'), '["json"]') end as conditions, (body ->> 'conditionsEndOn')::date as set_end from fact where name = 'conditionally-cautioned'
), asked as (
  select person, seq, (condition ->> 'kind') as kind, (condition ->> 'dueOn')::date as due_on from (select person, seq, unnest(conditions) as condition from caution)
), ending as (
  select caution.*, coalesce(set_end, (select max(due_on) from asked where asked.person = caution.person and asked.seq = caution.seq)) as ends_on from caution
), about as (
  -- What is said goes to the caution of its reference; else to the latest before it.
  select fact.person, fact.seq, fact.day, fact.name, fact.body, ending.seq as caution, ending.ends_on
  from fact join ending on ending.person = fact.person and ending.day <= fact.day where fact.name in ('condition-met', 'condition-not-complied-with')
  qualify row_number() over (partition by fact.person, fact.seq order by coalesce(fact.matter = ending.matter, false) desc, ending.seq desc) = 1
), met as (
  select person, caution, coalesce(bool_or((body ->> 'allMet') = 'true'), false) as all_met from about where name = 'condition-met' and (ends_on is null or day <= ends_on) group by person, caution
), short as (
  -- Conditions of a kind of which fewer were met in time than there are.
  select person, seq, kind from asked group by person, seq, kind having count(*) > (
    select count(*) from about where about.person = asked.person and about.caution = asked.seq and name = 'condition-met' and (body ->> 'condition') = asked.kind and (ends_on is null or day <= ends_on))
), refused as (
  select person, caution, arg_max(coalesce((body ->> 'answer'), 'not-recorded'), seq) as answer from about where name = 'condition-not-complied-with' group by person, caution
)
select ending.person, area, 'all conditions met' as kind, null as type, case
    when undated or ends_on is null or len(conditions) = 0 then 'missing'
    when ends_on > $known_until::date then 'not-run'
    when all_met or not exists (select 1 from short where short.person = ending.person and short.seq = ending.seq) then 'yes'
    when refused.answer in ('not-recorded', 'to-be-prosecuted') then 'no'
    else 'missing' end as answer
from ending left join met on met.person = ending.person and met.caution = ending.seq left join refused on refused.person = ending.person and refused.caution = ending.seq
where day >= $from::date and (day <= $to::date or undated)
