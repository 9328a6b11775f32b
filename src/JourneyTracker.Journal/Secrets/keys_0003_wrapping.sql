do $$
begin
  if not exists (select from pg_attribute where attrelid = 'public.journey_key'::regclass and attname = 'wrapping' and not attisdropped) then
    alter table public.journey_key add column wrapping int not null default 0,
      add constraint journey_key_wrapping foreign key (wrapping) references public.wrapping_key (id);
    create index journey_key_by_wrapping on public.journey_key (wrapping, journey);
  end if;
end
$$;
