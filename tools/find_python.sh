#!/bin/sh
# Prints the path of a Python >= 3.11 that can make virtual environments; PYTHON=... names one instead of looking.
# Otherwise says on stderr what was found and what to install, and exits 1.
set -u

# A name on PATH proves nothing: a pyenv shim for a version that is not selected exists and fails. So each one is run.
# Inside a virtual environment the interpreter that it was made from is printed: .venv must not be remade by its own.
PROBE='
import sys
version = "%d.%d" % sys.version_info[:2]
if sys.version_info < (3, 11):
    print("old " + version)
else:
    try:
        import ensurepip, venv
        print("good " + (getattr(sys, "_base_executable", None) or sys.executable))
    except ImportError:
        print("bare " + version)
'

if [ -n "${PYTHON:-}" ]; then
    candidates=$PYTHON
else
    candidates='python3 python3.13 python3.12 python3.11 python'
fi

found=''
bare=''
old_ifs=$IFS
[ -n "${PYTHON:-}" ] && IFS=''   # a path given by hand may hold spaces
for candidate in $candidates; do
    IFS=$old_ifs
    answer=$("$candidate" -I -c "$PROBE" 2>/dev/null) || continue
    case $answer in
        'good '*) printf '%s\n' "${answer#good }"; exit 0 ;;
        'bare '*) bare=${bare:-${answer#bare }}; found="$found $candidate (${answer#bare }, without venv)" ;;
        'old '*) found="$found $candidate (${answer#old })" ;;
    esac
done

if [ -n "$bare" ]; then
    echo "careergraph: Python $bare is here, but its 'venv' or 'ensurepip' module is missing." >&2
    echo "  Debian and Ubuntu: apt-get install python3-venv   (or python$bare-venv)" >&2
elif [ -n "$found" ]; then
    echo "careergraph: needs Python 3.11 or newer; found only:$found." >&2
    echo "  Install a newer one, or name it: make install PYTHON=/path/to/python3" >&2
else
    echo "careergraph: needs Python 3.11 or newer; none of these runs: $candidates." >&2
    echo "  Debian and Ubuntu: apt-get install python3 python3-venv; or name one: make install PYTHON=/path/to/python3" >&2
fi
exit 1
