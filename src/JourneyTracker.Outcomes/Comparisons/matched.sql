-- One row for each woman by her first release from a sentence in the period: whether a service met her in the first weeks, what was so before, and whether she was recalled after those weeks.
with first_release as (
  select * from release where day >= $from::date and day <= $to::date and not undated and not again and on_licence qualify row_number() over (partition by person order by day, seq) = 1
), start as (
  select first_release.*, day + $weeks::integer * 7 as starts_on from first_release
), stay as (
  select start.person, arg_max(custody_episode.until_day - custody_episode.from_day, custody_episode.until_day) as days from start join custody_episode on custody_episode.person = start.person and custody_episode.until_day <= start.day group by start.person
), before as (
  select start.person, count(*) filter (fact.name = 'arrested' and fact.day >= start.day - 730) as arrests, count(*) filter (fact.name = 'sentenced') as sentences
  from start left join fact on fact.person = start.person and fact.day < start.day and fact.name in ('arrested', 'sentenced') group by start.person
)
select start.person, start.day as released_on, starts_on, starts_on + $within::integer as ends_on,
  exists (select 1 from gone where gone.person = start.person and gone.day > starts_on and gone.day <= starts_on + $within::integer) as gone, coalesce(start.area, 'not known') as area, case
    when ethnicity is null then 'Not asked' when ethnicity = 'NS' then 'Not stated' when ethnicity = 'O1' or ethnicity like 'A%' then 'Asian'
    when ethnicity like 'W%' then 'White' when ethnicity like 'M%' then 'Mixed' when ethnicity like 'B%' then 'Black' else 'Other' end as ethnicity,
  exists (select 1 from fact where fact.person = start.person and fact.name in ('first-contact', 'session-kept') and fact.accuracy <> 'unknown' and fact.day between start.day and starts_on) as engaged,
  year(start.day) || '-Q' || quarter(start.day) as quarter, coalesce(stay.days, 0) as stay_days, coalesce(before.arrests, 0) as arrests, coalesce(before.sentences, 0) as sentences,
  case
    when starts_on + $within::integer > $known_until::date then 'not-run'
    -- Who was recalled, died or left before the weeks were over cannot be compared.
    when exists (select 1 from recall where recall.person = start.person and revoked_on >= start.day and revoked_on <= starts_on) or exists (select 1 from gone where gone.person = start.person and gone.day >= start.day and gone.day <= starts_on) then 'left-out'
    when exists (select 1 from recall where recall.person = start.person and revoked_on > starts_on and revoked_on <= starts_on + $within::integer) then 'yes'
    when exists (select 1 from gone where gone.person = start.person and gone.day > starts_on and gone.day <= starts_on + $within::integer) then 'left-out'
    else 'no' end as answer
from start join person using (person) left join stay using (person) left join before using (person) order by start.person
