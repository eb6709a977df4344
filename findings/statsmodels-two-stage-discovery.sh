#!/usr/bin/env bash
# statsmodels 0.15.0: corrected for multiple tests, p = 0.19 becomes significant at 5 per cent.
#
# One thinks that a correction can only raise a p-value. The two-stage methods (fdr_tsbh, fdr_tsbky) first estimate how
# many hypotheses are true, and divide by that: with three clear effects among four tests, the fourth counts as the only
# one left, its 0.19 becomes 0.0475 (0.0499), and it is rejected beside the others. Both hold the false discovery rate
# on average, which is what they promise; nothing says that a "corrected" value may be a quarter of the one put in.
# Plain Benjamini-Hochberg leaves 0.19 as it is. Whoever shows only corrected values cannot see it.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check statsmodels==0.15.0 scipy==1.17.1 numpy==2.4.6
"$place/env/bin/python" -W error - <<'PYTHON'
import statsmodels
from statsmodels.stats.multitest import multipletests

raw = [0.001, 0.001, 0.001, 0.19]
last = {}
for method in ("fdr_bh", "fdr_tsbh", "fdr_tsbky"):
    rejected, corrected, *_ = multipletests(raw, alpha=0.05, method=method)
    last[method] = (bool(rejected[3]), round(float(corrected[3]), 6))
print("statsmodels", statsmodels.__version__, "0.19 beside three of 0.001, rejected and corrected:", last)
assert last == {"fdr_bh": (False, 0.19), "fdr_tsbh": (True, 0.0475), "fdr_tsbky": (True, 0.049875)}
PYTHON
