-- Without knowing where it begins to count, the planner takes the end of the log for a third of it, and reads and sorts the table: 3 ms at 30,000 facts instead of
-- 0.1. The index always serves.
alter function journeys.contiguous_from set enable_seqscan = off;
alter function journeys.contiguous_from set enable_bitmapscan = off;
