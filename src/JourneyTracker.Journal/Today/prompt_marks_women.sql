-- Women of whom something was marked as $2, the last first: not those of $3.
select journey from journeys.prompt_mark where partnership = $1 and mark = $2 and journey <> all ($3) group by journey order by max(number) desc offset $4 limit $5
