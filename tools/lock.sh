#!/bin/sh
# Writes requirements.lock (run time and build), requirements-dev.lock (the tools, on top of the former) and
# requirements-learn.lock (what `make learned-titles` and its like need, on top of both) from setup.cfg. Pins that still fit are kept; with
# UPGRADE=1 everything moves to its newest release. Needs a network.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$(tools/find_python.sh)" -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'uv>=0.5'

# $1: the lock to write; the rest: what to read.
compile() {
    target=$1
    shift
    set -- "$@" --output-file "$target" --universal --generate-hashes --no-header --python-version 3.11 \
        --fork-strategy fewest --quiet
    [ -z "${UPGRADE:-}" ] || set -- "$@" --upgrade
    "$scratch/venv/bin/uv" pip compile "$@"
}

# Prints the requirements of the setup.cfg option $2 in section $1, one a line.
wanted() {
    "$scratch/venv/bin/python" -I -c '
import configparser, sys
settings = configparser.ConfigParser(interpolation=None)
settings.read("setup.cfg", encoding="utf-8")
print(settings[sys.argv[1]][sys.argv[2]].strip())' "$1" "$2"
}

{ wanted options install_requires; wanted options.extras_require build; } >"$scratch/run.in"
wanted options.extras_require dev >"$scratch/dev.in"
wanted options.extras_require learn >"$scratch/learn.in"

compile requirements.lock --no-annotate - <"$scratch/run.in"
compile requirements-dev.lock --no-annotate --constraints requirements.lock - <"$scratch/dev.in"
compile requirements-learn.lock --no-annotate --constraints requirements.lock --constraints requirements-dev.lock - <"$scratch/learn.in"
echo "careergraph: wrote requirements.lock, requirements-dev.lock and requirements-learn.lock"
