-- Women for whom somebody may be needed on day $2, most urgent first: not those of $3; those of $4 alone, when given.
select journey, min(due_day)
from journeys.current_today_span
where partnership = $1 and last_day >= $2 and first_day <= $2 and journey <> all ($3) and ($4::uuid[] is null or journey = any ($4))
group by journey
order by 2, 1
offset $5 limit $6
