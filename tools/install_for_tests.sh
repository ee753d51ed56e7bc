#!/bin/sh
# Sees to it that the tests find what no Python package brings: Chromium, and a list of English words that names of
# technologies are checked against. Does nothing where both are there (CHROMIUM=... names a browser), installs what is
# missing where this is root on Debian or Ubuntu, and otherwise says what will be skipped. Never fails.
set -u

# Ubuntu's chromium-browser may be a placeholder that only asks for a snap, so each one is run.
runs() { [ -n "$1" ] && "$1" --version >/dev/null 2>&1 </dev/null; }

has_browser() {
    for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        runs "$browser" && return 0
    done
    return 1
}

# The lists that tests/test_vocabularies.py knows.
has_words() { [ -f /usr/share/dict/american-english ] || [ -f /usr/share/dict/words ] || [ -f /usr/share/dict/british-english ]; }

packages=""
has_browser || packages="chromium fonts-liberation"
has_words || packages="$packages wamerican"
[ -z "$packages" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "careergraph: installing for the tests (apt-get): $packages"
    log=$(mktemp)
    {
        # shellcheck disable=SC2086 # several packages
        apt-get -o DPkg::Lock::Timeout=120 update &&
            DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends $packages
    } >"$log" 2>&1 </dev/null || tail -n 20 "$log" >&2
    rm -f "$log"
fi

has_words || echo "careergraph: no list of English words was found: names that are ordinary words go unchecked (Debian: wamerican)" >&2
has_browser && exit 0

cat >&2 <<'EOF'
****************************************************************************
careergraph: no Chromium was found: THE BROWSER TESTS WILL BE SKIPPED.
  Debian:        sudo apt-get install chromium
  Ubuntu:        sudo snap install chromium
  Fedora:        sudo dnf install chromium
  elsewhere:     install Chrome or Chromium, then  make test CHROMIUM=/path/to/it
****************************************************************************
EOF
exit 0
