-- Somebody looks at their board. What they saw before this look stays what changes are told from, until they come back after $7.
insert into journeys.board_look as l (partnership, person, agency, position, epoch, looked_at, before_position, before_epoch, before_at)
values ($1, $2, $3, $4, $5, $6, $4, $5, $6)
on conflict on constraint board_look_pk do update set
  before_position = case when l.looked_at < $6 - $7::interval then l.position else l.before_position end,
  before_epoch = case when l.looked_at < $6 - $7::interval then l.epoch else l.before_epoch end,
  before_at = case when l.looked_at < $6 - $7::interval then l.looked_at else l.before_at end,
  position = $4, epoch = $5, looked_at = $6
returning before_position, before_epoch, before_at
