#!/bin/sh
# Learns anew from the annotated documents, in an environment of its own that is thrown away: `tools/learn.sh titles`,
# `names` or `employers`; further arguments are those of tools/learn_titles.py and its like. Needs a network.
set -eu
cd "$(dirname "$0")/.."

what=$1
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$(tools/find_python.sh)" -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r requirements.lock -r requirements-dev.lock -r requirements-learn.lock
"$scratch/venv/bin/python" -m "tools.learn_$what" "$@"
