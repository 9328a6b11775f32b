-- Shared with nobody who swaps: a rebuild takes these rows for update.
select fold, generation from journeys.fold_generation where fold = any ($1) order by fold for share
