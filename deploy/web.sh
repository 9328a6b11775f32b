#!/usr/bin/env bash
# Joins the connection string with the password from its secret, and hands over to the app.
set -euo pipefail

if [ -n "${JOURNEY_DB_SERVER:-}" ]; then
  export JOURNEY_DB="$JOURNEY_DB_SERVER;Password='$(sed "s/'/''/g" /run/secrets/database_password)'"
fi
exec dotnet /app/JourneyTracker.Cli.dll "$@"
