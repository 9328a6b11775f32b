#!/usr/bin/env bash
# Imports a folder of real data (its layout: docs/outcomes.md), asks our commands what its oracle files say, and compares every figure. The oracle files are read to compare only.
# Event logs in a folder throughput beside DATA are counted and compared too.
# Usage: tests/oracles.sh DATA   (a folder with persons.csv, people_raw.csv, contact_points.csv and oracles/)
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
data=${1:?usage: tests/oracles.sh DATA}
[ -e "$data/contact_points.csv" ] || { echo "There is no contact_points.csv in $data." >&2; exit 2; }
scratch=$(mktemp -d)
chmod o+x "$scratch"
trap 'rm -rf "$scratch"' EXIT
export JOURNEY_DATA=$scratch/data
journey() { "$home/journey" "$@"; }
journey import "$data/contact_points.csv" --mapping "$home/docs/examples/compas-contact-points.json" --partnership compas >/dev/null
journey outcomes build >/dev/null
for file in persons people_raw; do journey outcomes attributes "$data/$file.csv" --person person_key --source compas >/dev/null; done
node "$home/tests/oracles.mjs" "$home" "$data"
