-- No hole is below the position to which our folds $2 have come: a program that has just started does not count the whole log.
select journeys.contiguous_from(greatest($1, (select max(last_seq_id) from journeys.mt_event_progression where name = any ($2))))
