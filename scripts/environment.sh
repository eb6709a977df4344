# Sourced by `run` and `test`: a virtual environment in .venv with the versions of constraints.txt.
# $1 is what to install (`.` or `.[dev]`). Installs again only when pyproject.toml or constraints.txt changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    python=$candidate
    break
  fi
done
: "${python:?framing needs Python 3.11 or newer; set PYTHON to one}"

stamp=".venv/installed-$(cat pyproject.toml constraints.txt <(echo "$1") | cksum | cut -d' ' -f1)"
if [ ! -e "$stamp" ]; then
  echo "Installing framing into .venv (once) ..." >&2
  "$python" -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable "$1" >&2
  # Where Python is told to write no bytecode (many containers), each run would compile every module anew.
  .venv/bin/python -m compileall -q framing
  rm -f .venv/installed-*
  touch "$stamp"
fi
export PATH="$PWD/.venv/bin:$PATH"
