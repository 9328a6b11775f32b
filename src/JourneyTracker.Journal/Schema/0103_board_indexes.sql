-- A board is counted and cut in the database. Most women stay where they are until something is recorded about them: found by stage, the last first, and
-- counted from the index alone. The others, whom the law will move on a day that is known, are found by that day (status_spell_day).
create index status_spell_standing on journeys.status_spell (partnership, stage, from_day desc, journey) include (ordinal, by_fact) where until_day is null;
