with cohort as (
  -- A year of hers either side of the day itself, which is in neither.
  select distinct on (person) person, person.area, person.known_from, first_contact_on as day, (first_contact_on - to_months(12))::date as begins_on, (first_contact_on + to_months(12))::date as ends_on
  from episode join person using (person) where first_contact_on between $from::date and $to::date
  order by person, first_contact_on, episode.seq
), contact as (
  select c.person, fact.day < c.day as is_before, fact.name, fact.accuracy from cohort c join fact on fact.person = c.person and fact.day between begins_on and ends_on and fact.day <> c.day
  where fact.name in ('arrested', 'attended-voluntarily', 'prosecution-started', 'received', 'recalled')
), counted as (
  select c.*, count(contact.person) filter (is_before) as before, count(contact.person) filter (not is_before) as after,
    coalesce(bool_or(contact.name = 'arrested') filter (is_before), false) as arrested_before, coalesce(bool_or(contact.name = 'arrested') filter (not is_before), false) as arrested_after,
    coalesce(bool_or(contact.accuracy = 'unknown'), false) as undated
  from cohort c left join contact using (person) group by all
), asked as (
  select *, case
      when ends_on > $known_until::date then 'not-run'
      when known_from > begins_on or exists (select 1 from custody where custody.person = counted.person and from_day <= counted.day and (until_day is null or until_day > counted.day)) or exists (select 1 from gone where gone.person = counted.person and gone.day >= counted.day and gone.day <= ends_on) then 'left-out'
      when undated then 'missing' end as answer
  from counted
)
select person, area, line.kind, null as type, coalesce(asked.answer, case line.kind
    when 'fewer contacts after than before' then if(after < before, 'yes', 'no')
    when 'the same, of those with any before' then case when before = 0 then 'left-out' when after < before then 'yes' else 'no' end
    when 'arrested in the year before' then if(arrested_before, 'yes', 'no')
    else if(arrested_after, 'yes', 'no') end) as answer
from asked cross join (select unnest(['fewer contacts after than before', 'the same, of those with any before', 'arrested in the year before', 'arrested in the year after']) as kind) line
