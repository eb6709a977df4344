"""Write docs/measures.md from the code and framing/measures/validation.json: `python scripts/measures_page.py`.

The figures of today in docs/validity.md are written anew, too; what stood before them stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from framing.measures.analyser import Analyser, Metric
from framing.measures.analysers import discover
from framing.measures.grades import LEVELS, judge
from framing.measures.validation import NOT_VALIDATED, validated, validation

PAGE = Path(__file__).parents[1] / "docs" / "measures.md"
VALIDITY = PAGE.with_name("validity.md")
_HEAD = """# Measures

Written by `python scripts/measures_page.py` from the code and from `framing/measures/validation.json`, which
`python scripts/validate.py` writes: do not edit. `framing measures` lists the same on the terminal, with
the word lists and analysers that you bring yourself.

## How far each measure may be trusted, at what it is used for

{rule}

{table}

*Own* words stand outside quotations. A part of a measure is explored, never tested with the main ones. A
measure is null, and never 0, where it is undefined. "Not validated" means that nobody has compared the
measure with human coding on a gold set; `framing evidence MEASURE --sample 100 --blind` and
`framing validate` do it for your own corpus, and a word list that is valid in one corpus may not be in
another (Grimmer and Stewart 2013). A set that is marked "also read" was read when the rules were
written, so that its figures are too kind: see [how far they carry](word-lists.md).
"""


def page() -> str:
    """The page, in Markdown."""
    analysers = sorted(discover(), key=lambda item: (item.name not in validation(), item.name))
    head = _HEAD.format(rule=_rule(), table="\n".join(_levels(analysers)))
    return "\n".join([head, *_figures(), *(line for item in analysers for line in _analyser(item))])


def _rule() -> str:
    """The rule of the grades, as the code that applies it states it."""
    from framing.measures import grades

    bars = ", ".join(f"{name} {bar:.2f}" for name, bar in grades.BARS.items())
    text = cleandoc(grades.__doc__ or "").partition("\n\n")[2]
    return text.replace("(`BARS`)", f"({bars}; for outlets {grades.OUTLETS_BAR:.2f})")


def _levels(analysers: list[Analyser]) -> Iterator[str]:
    """Measures by levels: the grade, with the figure that it hangs on."""
    yield "| measure | " + " | ".join(LEVELS.values()) + " |"
    yield "|---|" + "---|" * len(LEVELS)
    unseen = []
    for metric in (metric for item in analysers for metric in item.metrics):
        found = [judge(metric, level) for level in LEVELS]
        if all(one.grade == "not checked" for one in found):
            unseen.append(f"`{metric.name}`")
        elif metric.established:
            yield f"| `{metric.name}` | " + " | ".join("established" for _ in found) + " |"
        else:
            cells = (
                f"{one.grade}: {one.figure['figure']} {one.figure['value']:.2f} "
                f"({one.figure['low']:.2f} to {one.figure['high']:.2f}, n {one.figure['n']:,})"
                if one.figure
                else ""
                for one in found
            )
            yield f"| `{metric.name}` | " + " | ".join(cells) + " |"
    yield f"\nNot checked at any level: {', '.join(unseen)}."


def _figures() -> Iterator[str]:
    yield "## Agreement with human coding\n"
    yield "Sets and tasks are named; 95 % intervals. Beside: what guessing reaches, what a plainer method reaches on"
    yield "the same rows, and what a regression trained on the set's own words reaches (cross-validated).\n"
    yield "| measure | level | set | task | figure | value | interval | n | guessing | plainer | regression |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for name, figures in validation().items():
        for one in figures:
            plain = "" if one["baseline"] is None else f"{one['baseline']:.2f} ({one['baseline_is']})"
            yield (
                f"| `{name}` | {one['level']} | {one['set']} | {one['task']} | {one['figure']} | {one['value']:.2f} "
                f"| {one['low']:.2f} to {one['high']:.2f} | {one['n']:,} {one['unit']} "
                f"| {_shown(one['chance'])} | {plain} | {_shown(one['learned'])} |"
            )
    yield ""


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _analyser(item: Analyser) -> Iterator[str]:
    whole = item.metrics[0]
    title = whole.display.split(":")[0] if len({metric.display.split(":")[0] for metric in item.metrics}) == 1 else ""
    yield f"## {title or item.name.replace('_', ' ').capitalize()}\n"
    yield f"{item.doc}\n"
    yield "| measure | unit | weight | a larger value says | undefined for |"
    yield "|---|---|---|---|---|"
    yield from (_row(metric) for metric in item.metrics)
    yield ""
    for label, told in (("Source", _told(item, "source")), ("Against coding", _told(item, "validated"))):
        yield from (f"{label}{names}: {text}.  " for text, names in told)
    yield ""


def _row(metric: Metric) -> str:
    name = f"`{metric.name}`" + (" and `" + metric.name + "_ACTOR`" if metric.per_actor else "")
    return f"| {name} | {metric.unit} | {metric.weight} | {metric.higher} | {metric.undefined} |"


def _told(item: Analyser, field: str) -> Iterator[tuple[str, str]]:
    """Each text once, with the measures it is about, unless it is about all."""
    about: dict[str, list[str]] = {}
    for metric in item.metrics:
        if field == "source":
            text = metric.source
        else:
            known = validated(metric.name)
            text = known if known != NOT_VALIDATED or metric.family not in validation() else ""
        if text:
            about.setdefault(text.rstrip("."), []).append(metric.name)
    for text, names in about.items():
        yield text, "" if len(about) == 1 else f" ({', '.join(f'`{name}`' for name in names)})"


def validity(text: str) -> str:
    """docs/validity.md with the figures of today in its table of figures before and after."""
    return "\n".join(map(_today, text.split("\n")))


def _today(line: str) -> str:
    """A row of that table; any other line as it is."""
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if len(cells) != 6 or cells[4] == "taken out" or not cells[0].startswith("`"):
        return line
    measure, level, (name, figure) = cells[0].strip("`"), cells[1], cells[2].rsplit(", ", 1)
    known = [
        one
        for one in validation()[measure]
        if (one["level"], one["set"].split(",")[0], one["figure"]) == (level, name, figure)
    ]
    one = next((one for one in known if one["graded"]), known[0])
    now = f"{one['value']:.2f} ({one['low']:.2f} to {one['high']:.2f})"
    return f"| {' | '.join([*cells[:4], now, format(one['n'], ',')])} |"


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")
    VALIDITY.write_text(validity(VALIDITY.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(PAGE.parents[1])}")


if __name__ == "__main__":
    main()
