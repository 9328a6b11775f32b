select coalesce(min(last_seq_id), 0), coalesce(max(last_seq_id), 0), count(*) from (
  select last_seq_id from journeys.mt_event_progression where name = any ($1) for update) as p
