-- A board is read in the database in time that grows with what is shown. Women whom the law will move are found by stage as the others are; the areas are taken from an index one by
-- one; and the women who stay are counted from the index alone, for which it must hold the generation.
create index status_area_area on journeys.status_area (partnership, area, from_day);
create index status_spell_moving on journeys.status_spell (partnership, stage, until_day, from_day desc, journey) include (ordinal, by_fact, agency) where until_day is not null;
drop index journeys.status_spell_standing;
create index status_spell_standing on journeys.status_spell (partnership, stage, from_day desc, journey) include (ordinal, by_fact, generation) where until_day is null;
