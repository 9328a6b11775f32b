select kind, part, count(*) filter (answer in ('yes', 'no', 'of')) as n, count(*) filter (answer in ('yes', 'event')) as x,
  count(distinct person) filter (answer in ('yes', 'no', 'of')) as women, count(distinct person) filter (answer in ('yes', 'event')) as women_x,
  count(*) filter (answer = 'missing') as missing, count(*) filter (answer = 'not-asked') as not_asked, count(*) filter (answer = 'not-run') as not_run, count(*) filter (answer = 'left-out') as left_out
from parted group by kind, part order by kind, part
