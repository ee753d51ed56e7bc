#!/bin/sh
# Sees to it that the browser tests find Chromium. Does nothing where one runs already (CHROMIUM=... names one),
# installs it where this is root on Debian or Ubuntu, and otherwise says what will be skipped. Never fails.
set -u

# Ubuntu's chromium-browser may be a placeholder that only asks for a snap, so each one is run.
runs() { [ -n "$1" ] && "$1" --version >/dev/null 2>&1 </dev/null; }

has_browser() {
    for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        runs "$browser" && return 0
    done
    return 1
}

has_browser && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "careergraph: installing Chromium for the browser tests (apt-get)"
    log=$(mktemp)
    {
        apt-get -o DPkg::Lock::Timeout=120 update &&
            DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends \
                chromium fonts-liberation
    } >"$log" 2>&1 </dev/null || tail -n 20 "$log" >&2
    rm -f "$log"
    has_browser && exit 0
fi

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
