"""The plain learner that measures are compared with: logistic regression on TF-IDF words, cross-validated."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.coding.agreement import Floats

FOLDS = 5
_PENALTY = 1.0


def cross_validated(texts: pl.Series, gold: npt.ArrayLike, groups: npt.ArrayLike) -> Floats:
    """For each text the log odds of being a case, by a regression fitted on the other folds; groups stay whole."""
    names = np.unique(np.asarray(groups), return_inverse=True)[1]
    fold = np.random.default_rng(1).permutation(int(names.max()) + 1)[names] % FOLDS
    y, found = np.asarray(gold, dtype=np.float64), np.zeros(len(texts))
    counts = _counts(texts)
    for number in range(FOLDS):
        here = fold == number
        known = counts[~here]
        seen = np.asarray((known > 0).sum(0)).ravel()
        kept = seen >= 2
        idf = np.log((1 + known.shape[0]) / (1 + seen[kept])) + 1
        scaled = _unit_rows(counts[:, kept].multiply(idf).tocsr())
        weights = _fit(scaled[~here], y[~here])
        found[here] = scaled[here] @ weights[1:] + weights[0]
    return found


def _counts(texts: pl.Series) -> "scipy.sparse.csr_matrix":  # type: ignore[name-defined]  # noqa: F821, UP037
    from scipy import sparse

    words = (
        texts.rename("text")
        .to_frame()
        .select(row=pl.int_range(pl.len()), word=pl.col("text").str.to_lowercase().str.extract_all(r"[\w'’]+"))
        .filter(pl.col("word").list.len() > 0)
        .explode("word")
        .group_by("row", "word")
        .len()
        .with_columns(column=pl.col("word").rank("dense") - 1, weight=1 + pl.col("len").log())
    )
    places = (words["row"].to_numpy(), words["column"].to_numpy())
    return sparse.csr_matrix((words["weight"].to_numpy(), places), shape=(len(texts), words["word"].n_unique()))


def _unit_rows(matrix: "scipy.sparse.csr_matrix") -> "scipy.sparse.csr_matrix":  # type: ignore[name-defined]  # noqa: F821, UP037
    from scipy import sparse

    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return sparse.diags(1 / np.maximum(length, 1e-12)) @ matrix


def _fit(x: "scipy.sparse.csr_matrix", y: Floats) -> Floats:  # type: ignore[name-defined]  # noqa: F821, UP037
    from scipy.optimize import minimize

    weight = np.where(y > 0, 0.5 / max(y.mean(), 1e-9), 0.5 / max(1 - y.mean(), 1e-9))  # classes count alike

    def loss(w: Floats) -> tuple[float, Floats]:
        margin = x @ w[1:] + w[0]
        chance = 1 / (1 + np.exp(-np.clip(margin, -30, 30)))
        error = weight * (chance - y)
        likelihood = weight @ (np.logaddexp(0, margin) - y * margin)
        penalty = 0.5 / _PENALTY * (w[1:] @ w[1:])
        return float(likelihood + penalty), np.concatenate([[error.sum()], x.T @ error + w[1:] / _PENALTY])

    fitted: Floats = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return fitted
