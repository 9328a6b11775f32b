select person, kind, part, answer, count(*) as times from parted where answer is not null group by all order by all
