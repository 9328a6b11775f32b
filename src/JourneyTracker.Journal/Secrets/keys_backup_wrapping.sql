select wrapping, master, sealed from wrapping_key_copy order by wrapping, master
