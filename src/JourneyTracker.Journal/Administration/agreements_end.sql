-- Of two who end it at the same time one is first.
insert into journeys.sharing_agreement (partnership, agreement, version, parties, purpose, lawful_basis, condition, dpia, signed_on, review_on, ended_on, person, agency)
select partnership, agreement, version + 1, parties, purpose, lawful_basis, condition, dpia, signed_on, review_on, $3, $4, $5
from (select * from journeys.sharing_agreement where partnership = $1 and agreement = $2 order by version desc limit 1) as last
where ended_on is null
on conflict do nothing
