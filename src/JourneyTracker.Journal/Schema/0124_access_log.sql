-- To see whether somebody looked at a woman of the same name without keeping anybody's name: a keyed hash of the family name of whoever looked.
alter table journeys.access_log add column family_name_hash bytea;
-- To search in.
create index access_log_at on journeys.access_log (partnership, at, id);
create index access_log_person on journeys.access_log (partnership, person, at);
