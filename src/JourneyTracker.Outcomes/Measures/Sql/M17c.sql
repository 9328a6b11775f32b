select person, area, 'recalled, not returned' as kind, null as type, 'counted' as answer
from spell join person using (person) where stage = 'recalled-not-returned' and from_day <= $to::date and (until_day is null or until_day > $to::date)
