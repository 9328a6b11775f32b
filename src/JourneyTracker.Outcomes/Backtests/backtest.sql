-- One row for each licence that was open, and known to be, so many days after it began: what the rule would have said then, and what came later.
select score.rule, score.points, score.by_the_source, person.area, case
    when ethnicity is null then 'Not asked' when ethnicity = 'NS' then 'Not stated' when ethnicity = 'O1' or ethnicity like 'A%' then 'Asian'
    when ethnicity like 'W%' then 'White' when ethnicity like 'M%' then 'Mixed' when ethnicity like 'B%' then 'Black' else 'Other' end as ethnicity,
  case
    when score.day + $within::integer > $known_until::date then 'not-run'
    when exists (select 1 from recall where recall.person = score.person and not undated and revoked_on > score.day and revoked_on <= score.day + $within::integer) then 'yes'
    else 'no' end as answer
from score join person using (person) where score.rule like $rule || '.%' and score.day = score.licence_from + $after::integer
order by score.person, score.day
