-- The agencies whose records began the stages in which this board's women are; $3 are women of whom the reader may not know.
select distinct agency from journeys.current_status_spell
where partnership = $1 and from_day <= $2 and (until_day > $2 or until_day is null) and (ordinal > 0 or by_fact is not null) and journey <> all ($3)
order by agency
