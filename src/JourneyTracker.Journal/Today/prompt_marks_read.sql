select journey, what, mark, until_day, reason, person, agency, marked_at from journeys.prompt_mark where partnership = $1 and journey = any ($2) order by number
