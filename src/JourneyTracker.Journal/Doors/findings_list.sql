-- The newest findings, of one kind when $2 says which; at most $3.
select journey, code, day, fact from journeys.current_data_quality_finding
where partnership = $1 and ($2::varchar is null or code = $2)
order by day desc, journey, ordinal limit $3
