#!/usr/bin/env bash
# scipy 1.17.1 with numpy 2.4.6: `import scipy.special` loads the Fortran wrapper generator numpy.f2py, and unittest.
#
# scipy.special prepares itself for arrays of other libraries whether or not SCIPY_ARRAY_API is set; for that the whole
# namespace of numpy is copied, name by name, and each of its lazy submodules is loaded as its name comes up: f2py with
# its parser, testing with unittest, polynomial, ctypeslib: one in six of the modules that are new then
# (42 of 238). Whoever needs one quantile in a program that starts often pays for it; a name imported from
# scipy.special alone costs as much.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check scipy==1.17.1 numpy==2.4.6
unset SCIPY_ARRAY_API
"$place/env/bin/python" -W error - <<'PYTHON'
import sys

import numpy

lazy = ("numpy.f2py", "numpy.testing", "numpy.polynomial", "numpy.ctypeslib", "unittest")
before = set(sys.modules)
assert not before & set(lazy)

from scipy.special import ndtri

new = set(sys.modules) - before
brought = [name for name in new if name.startswith(lazy)]
print("numpy", numpy.__version__, ":", len(new), "modules more, of these", len(brought), "of", ", ".join(lazy))
print("numpy.f2py.crackfortran loaded for ndtri(0.975) =", round(float(ndtri(0.975)), 2))
assert set(lazy) <= set(sys.modules)
assert "numpy.f2py.crackfortran" in sys.modules
PYTHON
