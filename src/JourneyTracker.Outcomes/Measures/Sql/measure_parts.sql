), parted as (
  select counted.*, case $by
      when 'area' then coalesce(counted.area, 'not known')
      when 'type' then coalesce(counted.type::varchar, 'not known')
      -- The list ethnicity, 5+1.
      when 'ethnicity' then case
        when ethnicity is null then 'Not asked' when ethnicity = 'NS' then 'Not stated' when ethnicity = 'O1' or ethnicity like 'A%' then 'Asian'
        when ethnicity like 'W%' then 'White' when ethnicity like 'M%' then 'Mixed' when ethnicity like 'B%' then 'Black' else 'Other' end
      else 'all' end as part
  from counted left join person using (person)
)
