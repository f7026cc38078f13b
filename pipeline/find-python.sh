#!/bin/sh
# Prints the path of a Python that can run civicspace: 3.12 or newer, able to make virtual environments.
# Looks at $PYTHON, then at the interpreters on the path, then at those that pyenv has installed.

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

if [ -n "$PYTHON" ]; then
    usable "$PYTHON" && { echo "$PYTHON"; exit 0; }
    echo "PYTHON=$PYTHON is no Python 3.12 or newer with venv: give another one, or leave PYTHON out" >&2
    exit 1
fi

for name in python3.14 python3.13 python3.12 python3 python; do
    # A pyenv shim can stand on the path and still refuse to run: so each candidate is tried, not only looked up.
    if usable "$name"; then
        "$name" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done

for version in 3.14 3.13 3.12; do
    for candidate in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/python3; do
        if [ -x "$candidate" ] && usable "$candidate"; then
            echo "$candidate"
            exit 0
        fi
    done
done

echo "civicspace needs Python 3.12 or newer: install python3.12 with its venv module (Debian, Ubuntu: apt install python3.12-venv; macOS: brew install python@3.13), then run make again" >&2
exit 1
