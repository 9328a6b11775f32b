select kind, part, count(*) filter (answer = 'counted') as n, count(distinct person) filter (answer = 'counted') as women, count(*) filter (answer = 'missing') as missing
from parted group by kind, part order by kind, part
