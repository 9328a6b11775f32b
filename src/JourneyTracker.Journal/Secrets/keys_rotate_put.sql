-- A destroyed key stays destroyed: it only no longer holds on to what it was wrapped with.
update journey_key j set wrapped = case when j.wrapped is null then null else k.wrapped end, wrapping = $1
from unnest($2::uuid[], $3::bytea[]) as k (journey, wrapped) where j.journey = k.journey
