insert into journeys.board_view (partnership, person, agency, name, query)
select $1, $2, $3, $4, $5
where (select count(*) from journeys.board_view where partnership = $1 and person = $2 and agency = $3 and name <> $4) < $6
on conflict on constraint board_view_pk do update set query = excluded.query, kept_at = now()
