#!/usr/bin/env bash
# scipy 1.17.1: permutation_test gives p = 0 where one observation is missing.
#
# A sample with a NaN has the statistic NaN, as one would expect; the p-value beside it is not NaN but 0.0, with no
# warning, although of 70 arrangements none can have a p below 1/70. Comparisons with NaN are false, so that no
# arrangement counts as extreme, not even the observed one. Whoever corrects many p-values together gets a discovery out
# of a missing value.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check scipy==1.17.1 numpy==2.4.6
"$place/env/bin/python" -W error - <<'PYTHON'
import numpy as np
import scipy
from scipy.stats import permutation_test


def difference(a, b, axis):
    return np.mean(a, axis=axis) - np.mean(b, axis=axis)


whole = permutation_test(([1.0, 2.0, 3.0, 4.0], [4.0, 5.0, 6.0, 7.0]), difference, vectorized=True)
missing = permutation_test(([1.0, 2.0, 3.0, np.nan], [4.0, 5.0, 6.0, 7.0]), difference, vectorized=True)
print("scipy", scipy.__version__, "whole: p =", whole.pvalue, "; with a NaN: statistic", missing.statistic, "p =", missing.pvalue)
assert whole.pvalue > 0
assert np.isnan(missing.statistic)
assert missing.pvalue == 0.0
PYTHON
