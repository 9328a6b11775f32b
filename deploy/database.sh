#!/usr/bin/env bash
# Runs once, when the database's volume is empty: the programs' login, which is no superuser, and its two databases.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/database_password)" --username postgres --dbname postgres <<'SQL'
create role journeys_app login nosuperuser nocreatedb createrole password :'password';
alter role journeys_app set createrole_self_grant = 'set, inherit';
create database journeys owner journeys_app;
create database journeys_keys owner journeys_app;
SQL
