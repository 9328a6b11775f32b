select distinct on (agreement) agreement, parties, purpose, lawful_basis, condition, dpia, signed_on, review_on, ended_on, person, agency, recorded_at
from journeys.sharing_agreement where partnership = $1 order by agreement, version desc
