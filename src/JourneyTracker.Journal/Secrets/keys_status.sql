select k.id, k.made_for, k.created, count(j.wrapped) as living, count(*) filter (where j.journey is not null and j.wrapped is null) as destroyed
from wrapping_key k left join journey_key j on j.wrapping = k.id group by k.id order by k.id
