select k.id, k.made_for, c.sealed from wrapping_key k left join wrapping_key_copy c on c.wrapping = k.id and c.master = $1 order by k.id
