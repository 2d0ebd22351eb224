#!/bin/sh
# Runs a command on a throw-away PostgreSQL, which DATABASE_URL names and which is gone afterwards:
#   tests/postgres.sh .venv/bin/python -m pytest -n 0 tests/office
PGPORT=$(shuf -i 20000-29999 -n 1) # two that take the next free port at the same moment collide
export PGPORT
exec pg_virtualenv -t -c "--locale C.UTF-8 --encoding UTF8" \
    -o synchronous_commit=off -o full_page_writes=off -o log_min_messages=fatal \
    sh -c 'DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE" exec "$@"' sh "$@"
