-- How much of each thing there was for given women: support from the day of release on, justice after the first weeks, both until the last of the days that follow. What is known to no day is not counted.
with woman as (
  select unnest(from_json($women::json, '[{"person":"BIGINT","released_on":"DATE","starts_on":"DATE","ends_on":"DATE"}]'), recursive := true)
), night as (
  -- A night is one: where stays overlap it is on the basis of the one that began last.
  select person, night, arg_max(basis, stay) as basis from (
    select person, stay, basis, unnest(range(
      date_diff('day', date '1900-01-01', greatest(from_day, starts_on + 1)), date_diff('day', date '1900-01-01', least(coalesce(until_day, ends_on + 1), ends_on + 1)))) as night
    from woman join custody using (person) where from_day <= ends_on and coalesce(until_day, ends_on + 1) > starts_on + 1
  ) group by person, night
), counted (person, item, amount) as (
  select person, case name when 'session-kept' then 'session' when 'arrested' then 'arrest' else 'prosecution' end, 1
  from woman join fact using (person) where accuracy <> 'unknown' and day <= ends_on and ((name = 'session-kept' and day >= released_on) or (name in ('arrested', 'prosecution-started') and day > starts_on))
  union all select person, 'referral', 1 from woman join episode using (person) where referred and from_day between released_on and ends_on
  union all select person, 'support-episode', 1 from woman join episode using (person) where first_contact_on between released_on and ends_on
  union all select person, 'sentencing-occasion', 1 from woman join occasion using (person) where not undated and day > starts_on and day <= ends_on
  union all select person, 'recall', 1 from woman join recall using (person) where not undated and revoked_on > starts_on and revoked_on <= ends_on
  union all select person, case when basis in ('remand', 'convicted-unsentenced') then 'night-remand' else 'night-' || basis end, 1 from night
  union all select person, case when stage in ('on-licence', 'post-sentence-supervision') then 'week-licence' else 'week-order' end,
    date_diff('day', greatest(from_day, starts_on + 1), least(coalesce(until_day, ends_on + 1), ends_on + 1))
  from woman join spell using (person) where stage in ('on-licence', 'post-sentence-supervision', 'community-order', 'suspended-sentence') and from_day <= ends_on and coalesce(until_day, ends_on + 1) > starts_on + 1
)
select person, item, sum(amount)::double / case when item like 'week-%' then 7 else 1 end as amount from counted group by person, item order by person, item
