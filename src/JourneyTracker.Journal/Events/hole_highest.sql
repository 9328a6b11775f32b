-- The highest position there is. A number that the sequence never gave out counts for nothing: somebody made it up, and those below it are still to come.
select least((select coalesce(max(seq_id), 0) from journeys.mt_events), (select case when is_called then last_value else last_value - 1 end from journeys.mt_events_sequence))
