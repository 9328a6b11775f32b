-- A session that the provider names is meant alone; without one, every session of the subject until then.
delete from journeys.session
where ($1::bytea is null or subject = $1)
  and case when $2::bytea is null then $1::bytea is not null and began <= $3::timestamptz else provider_session = $2 end
