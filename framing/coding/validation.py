"""How well a measure agrees with the people who coded an event, kept with the event (`framing validate`)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from framing.coding.agreement import Accuracy, Estimate, alpha_interval, from_strata, pairs_agree
from framing.coding.sheets import Codes, CodingError, codable, drawn_from, write_whole
from framing.corpus.files.gather import RESULTS
from framing.errors import one_line
from framing.measures.analyser import Analyser
from framing.scoring.scores import Scores

_LARGEST = 4 * 1024 * 1024  # bytes of such a file


def agree(scores: Scores, coders: Sequence[Codes]) -> tuple[dict[str, Accuracy], list[str]]:
    """How well each coded measure agrees with its coders, and remarks on what was left out.

    A sentence is a case where most of its coders say so, and half a case in a tie. Precision, recall, F1 and alpha
    are about sentences (does it hold a case, did the measure hit anything), and count each half of the sheet
    by its size in the event: see `agreement.from_strata`.

    Raises CodingError where nothing was coded, where no id is known, and where the measure hits other sentences,
    or more of them, than when the sheet was drawn: codes by which a list was mended cannot judge it.
    """
    found: dict[str, Accuracy] = {}
    remarks: list[str] = []
    for metric in sorted({name for coder in coders for name in coder.codes}):
        given = [coder for coder in coders if metric in coder.codes]
        sheets = [coder.codes[metric] for coder in given]
        drawn = {coder.drawn[metric] for coder in coders if metric in coder.drawn}
        found[metric] = _accuracy(scores, metric, sheets, drawn, remarks)
        found[metric] = replace(found[metric], coders_kinds=_of_kinds(given, metric))
    if not found:
        raise CodingError("no sentence is coded; write 1 or 0 into the column 'code'")
    return found, remarks


def table(found: Mapping[str, Accuracy]) -> pl.DataFrame:
    """The figures one a row: measure, figure, value, low, high, n (sentences coded)."""
    rows: list[tuple[str, str, float, float | None, float | None, int]] = []
    for metric, one in found.items():
        rows.append((metric, "precision", one.precision, *one.precision_interval, one.coded_hits))
        rows.append((metric, "recall", one.recall, *one.recall_interval, one.n))
        for name, figure in (("F1", one.f1), ("alpha", one.alpha)):
            if figure is not None:
                rows.append((metric, name, figure.value, figure.low, figure.high, one.n))
        if one.coders_alpha is not None:
            low, high = one.coders_interval or (None, None)
            rows.append((metric, f"alpha of {one.coders} coders", one.coders_alpha, low, high, one.n))
        for name, among in (
            (f"plain alpha of {one.coders} coders", one.coders_plain),
            ("alpha by kinds", one.coders_kinds),
        ):
            if among is not None:
                rows.append((metric, name, among.value, among.low, among.high, one.n))
        if one.coders_agreement is not None:
            rows.append((metric, f"agreement of {one.coders} coders", one.coders_agreement, None, None, one.n))
    numbers = {"value": pl.Float64, "low": pl.Float64, "high": pl.Float64, "n": pl.UInt32}
    return pl.DataFrame(rows, schema={"measure": pl.String, "figure": pl.String, **numbers}, orient="row")


def store(folder: Path, found: Mapping[str, Accuracy], replace: bool = False) -> Path:
    """Keep the figures with the event, in `validation.json`; those of other measures stay. Written in one step.

    Raises CodingError where figures of the same version of a measure rest on more coded sentences, or coders, than the
    new ones: articles or codes have gone. `replace` writes them all the same.
    """
    if folder.is_file():
        raise CodingError(
            f"{one_line(folder.name)} is a file: put it into a folder of its own, to keep figures with it"
        )
    before = event_validation(folder)
    for name, one in found.items():
        old = before.get(name)
        if not replace and old is not None and old.fingerprint == one.fingerprint and old.n > one.n:
            raise CodingError(
                f"{name}: what is kept rests on {old.n} coded sentences, this on {one.n}; nothing was written. "
                "Bring back the articles or codes that have gone, or say --replace"
            )
        if not replace and old is not None and old.fingerprint == one.fingerprint and old.coders > one.coders:
            raise CodingError(
                f"{name}: what is kept is by {old.coders} coders, this by {one.coders}; nothing was written. Name the "
                "sheets of all coders (--codes, once for each), or say --replace"
            )
    kept = before | dict(found)
    text = json.dumps({"measures": {name: asdict(kept[name]) for name in sorted(kept)}}, ensure_ascii=False, indent=1)
    return write_whole(folder / RESULTS, (text + "\n").encode())


def event_validation(folder: Path) -> dict[str, Accuracy]:
    """The figures that `framing validate` kept with an event, by measure; none without such a file.

    `fingerprint` is that of the analyser as it was coded: where today's differs, the figures are of another
    version of the measure. Raises CodingError for a file that is not in form or lies outside the folder.
    """
    path = folder / RESULTS
    if not path.is_file():
        return {}
    try:
        if not path.resolve().is_relative_to(folder.resolve()) or path.stat().st_size > _LARGEST:
            raise ValueError("it leads out of the folder, or is too large")
        measures: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["measures"]
        return {name: _from_json(fields) for name, fields in measures.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise CodingError(
            f"{one_line(folder.name)}/{RESULTS} is not as framing validate writes it ({one_line(problem, 60)}); "
            "remove the file, and run framing validate again"
        ) from problem


def still_valid(found: Mapping[str, Accuracy], analysers: Sequence[Analyser]) -> tuple[dict[str, Accuracy], list[str]]:
    """The figures of measures that are as they were when they were coded, and the names of those that are not."""
    today = {metric.name: item.fingerprint for item in analysers for metric in item.metrics}
    kept = {name: one for name, one in found.items() if today.get(name) == one.fingerprint}
    return kept, sorted(name for name in found if name in today and name not in kept)


def _accuracy(
    scores: Scores, metric: str, sheets: Sequence[Mapping[str, bool]], drawn: set[str], remarks: list[str]
) -> Accuracy:
    sentences = codable(scores, metric)
    today = drawn_from(sentences)
    for then in sorted(drawn - {today}):
        if then.partition(" of ")[2] == today.partition(" of ")[2]:
            raise CodingError(
                f"{metric} hits {today}, and hit {one_line(then, 40)} when the sheet was drawn; draw a new sheet: a "
                "sample of what one list hits is none of what another does"
            )
        remarks.append(f"{metric}: the event has changed since the sheet was drawn ({one_line(then, 40)}; now {today})")
    ids = sentences.select("id_hit", "id_other", "hit").rows()
    now = {as_hit if hit else as_other: hit for as_hit, as_other, hit in ids}
    otherwise = {as_other if hit else as_hit for as_hit, as_other, hit in ids}
    coded = sorted({key for sheet in sheets for key in sheet})
    changed = sum(key in otherwise for key in coded)
    if changed:
        raise CodingError(
            f"{metric} hits other sentences than when the sheet was drawn ({changed} of {len(coded)} coded ones); "
            "draw a new sheet: codes by which a list was mended cannot judge it"
        )
    known = [key for key in coded if key in now]
    if not known:
        raise CodingError(f"no id of the sheet for {metric} is of this event; check --event and the column 'id'")
    if len(known) < len(coded):
        left = len(coded) - len(known)
        remarks.append(f"{metric}: {left} of {len(coded)} coded sentences are not in the event any more: left out")
    if len(sheets) > 1 and len(known) > 1 and all(sheet == sheets[0] for sheet in sheets[1:]):
        remarks.append(f"{metric}: the coders agree in every code; was the same sheet given twice?")
    votes = {key: [sheet[key] for sheet in sheets if key in sheet] for key in known}
    ties = sum(2 * sum(given) == len(given) for given in votes.values())
    if ties:
        many, count = ("1 sentence", "counts") if ties == 1 else (f"{ties} sentences", "count")
        remarks.append(f"{metric}: {many} on which as many coders said yes as no {count} as half a case")
    judged = {key: (1 + np.sign(2 * sum(given) - len(given))) / 2 for key, given in votes.items()}

    def stratum(hit: bool) -> tuple[int, int, float]:
        codes = [case for key, case in judged.items() if now[key] == hit]
        return sentences.filter(pl.col("hit") == hit).height, len(codes), float(sum(codes))

    hits, others = stratum(True), stratum(False)
    try:
        precision, recall, f1, alpha, cases = from_strata(hits, others)
    except ValueError as problem:
        raise CodingError(f"{metric}: {problem}; code more sentences of the sheet") from problem
    share = {hit: size / max(1, count) for hit, (size, count, _) in ((True, hits), (False, others))}
    codes = [[float(sheet[key]) if key in sheet else math.nan for key in known] for sheet in sheets]
    several = len(sheets) > 1
    among = alpha_interval(codes, weights=[share[now[key]] for key in known]) if several else None
    return Accuracy(
        precision=precision.value,
        recall=recall.value,
        coded_hits=hits[1],
        coded_cases=cases,
        n=len(judged),
        precision_interval=(precision.low, precision.high),
        recall_interval=(recall.low, recall.high),
        f1=f1,
        alpha=alpha,
        coders=len(sheets),
        coders_alpha=among.value if among else None,
        coders_interval=(among.low, among.high) if among else None,
        coders_plain=alpha_interval(codes) if several else None,
        coders_agreement=pairs_agree(codes) if several else None,
        fingerprint=next(
            item.fingerprint for item in scores.analysers if any(one.name == metric for one in item.metrics)
        ),
    )


def _of_kinds(coders: Sequence[Codes], metric: str) -> Estimate | None:
    """Alpha of the coders by the kinds that they wrote: none and each kind are a code each.

    A 1 says nothing of the kind, and is no code here; who wrote no kind at all is left out. None for fewer than two.
    """
    told = [coder for coder in coders if coder.kinds.get(metric)]
    if len(told) < 2:
        return None
    names = sorted({kind for coder in told for kind in coder.kinds[metric].values()})
    number = {name: 1.0 + place for place, name in enumerate(names)}
    keys = sorted({key for coder in told for key in coder.codes[metric]})

    def code(coder: Codes, key: str) -> float:
        kind = coder.kinds[metric].get(key)
        if kind is not None:
            return number[kind]
        return math.nan if coder.codes[metric].get(key, True) else 0.0

    return alpha_interval([[code(coder, key) for key in keys] for coder in told])


def _from_json(fields: Mapping[str, Any]) -> Accuracy:
    """An `Accuracy` as it was written; unknown fields and strange values raise."""
    values = dict(fields)
    for name in ("f1", "alpha", "coders_plain", "coders_kinds"):
        if values.get(name) is not None:
            values[name] = Estimate(**{key: float(value) for key, value in values[name].items()})
    for name in ("precision_interval", "recall_interval"):
        low, high = values[name]
        values[name] = (float(low), float(high))
    if values.get("coders_interval") is not None:
        low, high = values["coders_interval"]
        values["coders_interval"] = (float(low), float(high))
    found = Accuracy(**values)
    if not (0 <= found.precision <= 1 and 0 <= found.recall <= 1 and min(found.coded_hits, found.coded_cases) >= 1):
        raise ValueError("a figure is out of bounds")
    return found
