select kind, part, count(*) filter (answer = 'counted') as n, avg(value) filter (answer = 'counted') as mean_days, count(distinct person) filter (answer = 'counted') as women,
  count(*) filter (answer = 'missing') as missing, count(*) filter (answer = 'left-out') as left_out
from parted group by kind, part order by kind, part
