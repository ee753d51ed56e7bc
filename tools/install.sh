#!/bin/sh
# Makes .venv and installs into it what the locks name: `tools/install.sh run`, or `tools/install.sh dev` for
# the developers' tools on top. Does nothing, and needs no network, when .venv already holds just that.
set -eu
cd "$(dirname "$0")/.."

what=${1:-run}
python=.venv/bin/python
log=.venv/install.log

say() { printf 'careergraph: %s\n' "$*"; }

# Both the interpreter and pip have to work, and the scripts in .venv/bin hold its absolute path: a half-made
# environment, or one that was copied or moved with its folder, is made anew.
venv_works() {
    [ -f .venv/bin/activate ] && grep -qF "$(pwd -P)/.venv" .venv/bin/activate &&
        "$python" -I -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# What an installation depends on; a stamp with just this text says that it was completed.
fingerprint() { { cat "$@"; "$python" -I -V; } | cksum; }
is_done() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# pip is quiet unless it fails; then all that it said is shown.
pip_install() {
    if ! "$python" -m pip install --disable-pip-version-check --no-input "$@" >"$log" 2>&1; then
        cat "$log" >&2
        echo "careergraph: pip failed (see above); repeat the command once the cause is gone." >&2
        exit 1
    fi
}

if ! venv_works; then
    base=$(tools/find_python.sh)
    say "making .venv with $base"
    rm -rf .venv
    if ! made=$("$base" -m venv .venv 2>&1); then
        printf '%s\n' "$made" >&2
        rm -rf .venv
        exit 1
    fi
fi

run_print=$(fingerprint requirements.lock setup.cfg pyproject.toml)
if ! is_done .venv/.installed-run "$run_print"; then
    rm -f .venv/.installed-run .venv/.installed-dev
    say "installing the libraries of requirements.lock (about a minute the first time)"
    pip_install --require-hashes -r requirements.lock
    say "installing careergraph itself, from this folder"
    pip_install --no-deps --no-build-isolation --editable .
    printf '%s\n' "$run_print" >.venv/.installed-run
fi

if [ "$what" = dev ]; then
    dev_print=$(fingerprint requirements.lock requirements-dev.lock setup.cfg)
    if ! is_done .venv/.installed-dev "$dev_print"; then
        say "installing the developers' tools of requirements-dev.lock"
        pip_install --require-hashes -r requirements-dev.lock
        printf '%s\n' "$dev_print" >.venv/.installed-dev
    fi
fi
