#!/usr/bin/env bash
# statsmodels 0.15.0: a variable of the shell turns the sign of every coefficient.
#
# This release reads formulas with patsy, or with formulaic where SM_FORMULA_ENGINE says so or patsy is not installed.
# patsy makes two columns of a yes-or-no outcome, False first, and a binomial GLM takes the first for success: it models
# "no". formulaic makes one column of 0 and 1: the same line models "yes". A probability of .11 is .89, with no warning.
# With formulaic, one missing outcome turns it back. Where yes or no explains something the models differ as well:
# "y ~ b - 1" has two means with the one, one with the other. Write yes and no as 1 and 0, then both agree.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cat > "$place/model.py" <<'PYTHON'
import sys

import pandas as pd
import statsmodels
import statsmodels.api as sm
import statsmodels.formula.api as smf

quoted = [False, False, True, False, True, False, True, True]
texts = pd.DataFrame({"length": range(1, 9), "quoted": quoted, "code": [int(value) for value in quoted]})
texts["missing"] = [None, *quoted[1:]]


def model(outcome):
    return smf.glm(f"{outcome} ~ length", texts, family=sm.families.Binomial()).fit()


slopes = [round(float(model(outcome).params["length"]), 3) for outcome in ("quoted", "missing", "code")]
probability = round(float(model("quoted").predict(pd.DataFrame({"length": [8]})).iloc[0]), 3)
means = list(smf.ols("length ~ quoted - 1", texts).fit().params.index)
engine = statsmodels.formula.options.formula_engine
print("statsmodels", statsmodels.__version__, "with", engine)
print("  slopes of yes/no, of yes/no with one missing, of 1/0:", slopes, "; probability of yes at 8:", probability)
print("  length ~ quoted - 1:", means)
assert engine == sys.argv[1]
assert (slopes, probability, means) == {
    "patsy": ([-0.594, -0.498, 0.594], 0.111, ["quoted[False]", "quoted[True]"]),
    "formulaic": ([0.594, -0.498, 0.594], 0.889, ["quoted"]),
}[engine]
PYTHON
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check \
  statsmodels==0.15.0 patsy==1.0.3 formulaic==1.2.2 pandas==3.1.1 scipy==1.17.1 numpy==2.4.6
unset SM_FORMULA_ENGINE
"$place/env/bin/python" -W error "$place/model.py" patsy
SM_FORMULA_ENGINE=formulaic "$place/env/bin/python" -W error "$place/model.py" formulaic
"$place/env/bin/pip" uninstall --quiet --yes patsy
"$place/env/bin/python" -W error "$place/model.py" formulaic
