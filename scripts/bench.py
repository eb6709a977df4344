"""How fast is framing, beside an earlier build, a plain loop and quanteda? And does its memory stay flat?

    python scripts/bench.py                          # this build
    python scripts/bench.py --against v0.1 --write   # beside an earlier commit; writes the table of docs/performance.md
    python scripts/bench.py --growth 1000 10000 100000
    python scripts/bench.py --sample 0 --compare 500 1000 2000 --against v0.1 --until 1000 --write  # the HTML report
    python scripts/bench.py --small --against v0.1   # the main job on the bundled event, and the start
    python scripts/bench.py --make 1000000 news      # a corpus of shuffled sentences, as Parquet

Every figure is the CPU time (user and system, all processes) of a process of its own, builds by turns, the lesser of
`--times`; what Python compiles is kept between runs. Of figures an article, what the same work takes with two articles
is taken off: libraries and word lists are read once. quanteda is measured where an R with quanteda and
quanteda.textstats is found. The articles are made of the bundled events' sentences, shuffled, unless some are given.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
MARKS = ("<!-- bench -->", "<!-- /bench -->")
COMPARE = ("<!-- compare -->", "<!-- /compare -->")
FORMULAS = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog automated_readability_index coleman_liau_index smog_index"
).split()
_FEW = 2  # articles
# What is timed: a name, and code that both builds can run; `articles` is a frame, `folder` an event of the same.
JOBS = {
    "as quanteda: tokens, two lists, six formulas": (
        f"framing.score(framing.Corpus.from_frame(articles), only=['hedging', 'loaded', *{FORMULAS!r}])"
    ),
    "load a clean table": "framing.load(folder)",
    "load and score, all measures": "framing.score(framing.load(folder))",
}
HEAD = """
import sys, pathlib, framing, polars as pl
folder = pathlib.Path(sys.argv[1])
articles = pl.read_parquet(folder)
"""

LOOP = """
from textstat import textstat
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
corpus = framing.Corpus.from_frame(articles)
vader = SentimentIntensityAnalyzer()
for text in corpus.sentences["text"]:
    vader.polarity_scores(text)
for text in corpus.articles["text"]:
    for formula in FORMULAS:
        getattr(textstat, {"dale_chall": "dale_chall_readability_score"}.get(formula, formula))(text)
"""
QUANTEDA = """
suppressMessages({{library(quanteda); library(quanteda.textstats)}})
quanteda_options(threads = 1)
if ({run}) {{
  corpus <- corpus(readLines("{texts}"))
  words <- tokens(corpus)
  lists <- dictionary(list(hedging = readLines("{hedging}"), loaded = readLines("{loaded}")))
  counts <- dfm(tokens_lookup(words, lists))
  grades <- textstat_readability(corpus, c("Flesch", "Flesch.Kincaid", "FOG", "ARI", "Coleman.Liau.short", "SMOG"))
}}
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", nargs="?", type=Path, help="Parquet with outlet and text or body")
    options.add_argument("--against", help="a commit, or a folder that holds another build")
    options.add_argument("--sample", type=int, default=2_000, help="articles; 0: leave out the first table")
    options.add_argument("--times", type=int, default=2)
    options.add_argument("--growth", type=int, nargs="*", default=[], help="articles for score_files")
    options.add_argument("--compare", type=int, nargs="*", default=[], help="articles for the HTML report, 12 outlets")
    options.add_argument("--until", type=int, default=10**9, help="articles up to which the other build compares too")
    options.add_argument("--small", action="store_true", help="the main job on the bundled event, and the start")
    options.add_argument("--loop", action="store_true", help="beside VADER and textstat called in a loop")
    options.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    options.add_argument("--make", nargs=2, metavar=("ARTICLES", "FOLDER"), help="only make a corpus")
    chosen = options.parse_args()
    if chosen.make:
        made(int(chosen.make[0]), Path(chosen.make[1]))
        return
    with tempfile.TemporaryDirectory() as work:
        lines = table(chosen, Path(work))
    print("\n".join(lines))
    if chosen.write:
        page = PAGE.read_text(encoding="utf-8")
        begin, end = MARKS if chosen.sample else COMPARE
        if not 0 <= page.find(begin) < page.find(end):
            raise SystemExit(f"{PAGE.name} has no {begin} ... {end}; put both where the table belongs")
        before, after = page.partition(begin)[0], page.partition(end)[2]
        PAGE.write_text(before + "\n".join([begin, *lines, end]) + after, encoding="utf-8")


def table(chosen: argparse.Namespace, work: Path) -> list[str]:
    """The table in Markdown."""
    builds = {"this build": ROOT}
    if chosen.against:
        builds[f"before ({chosen.against})"] = build(chosen.against, work)
    if not chosen.sample:
        return compare(chosen.compare, builds, work, chosen.until)[1:]
    folder, few = (event(chosen.articles, size, work / f"{size}") for size in (chosen.sample, _FEW))
    columns = [*builds, *(["ratio"] if chosen.against else [])]
    lines = [
        f"| {chosen.sample:,} articles, CPU ms an article | {' | '.join(columns)} |",
        "|---" * (1 + len(columns)) + "|",
    ]
    for job, code in JOBS.items():
        spent = {(name, part): float("inf") for name in builds for part in (folder, few)}
        for _ in range(chosen.times):  # by turns: other work on the machine meets both
            for name, part in spent:
                took = cpu([sys.executable, "-c", f"{HEAD}\n{code}", str(part)], builds[name])[0]
                spent[name, part] = min(spent[name, part], took)
        each = [1000 * (spent[name, folder] - spent[name, few]) / (chosen.sample - _FEW) for name in builds]
        ratio = [f"{each[0] / each[1]:.2f}"] if chosen.against else []
        lines.append(f"| {job} | {' | '.join([f'{one:.2f}' for one in each] + ratio)} |")
        if job.startswith("as quanteda") and (other := quanteda(folder, work)) is not None:
            theirs = 1000 * other / chosen.sample
            blank = " |" * (len(columns) - 1)
            lines.append(f"| quanteda, one thread (ours takes {each[0] / theirs:.2f} of it) | {theirs:.2f} |{blank}")
    if chosen.loop:
        code = f"FORMULAS = {FORMULAS!r}\n{HEAD}\n{LOOP}"
        many, two = (cpu([sys.executable, "-c", code, str(part)], ROOT)[0] for part in (folder, few))
        one = 1000 * (many - two) / (chosen.sample - _FEW)
        lines.append(f"| VADER and the six formulas in a loop | {one:.2f} |" + " |" * (len(columns) - 1))
    lines += small(builds, chosen.times, work) if chosen.small else []
    return lines + growth(chosen.growth, work) + compare(chosen.compare, builds, work, chosen.until)


def small(builds: dict[str, Path], times: int, work: Path) -> list[str]:
    """The command line on the bundled event: CPU seconds and peak memory."""
    lines = ["", f"| CPU s (peak MB) | {' | '.join(builds)} |", "|---" * (1 + len(builds)) + "|"]
    event = ["compare", "--event", "huawei-curbs", "--out", str(work / "report")]
    jobs = {
        "framing --help": ["--help"],
        "compare, HTML": [*event, "--format", "html"],
        "compare, Markdown, HTML, PDF": event,
    }
    for job, words in jobs.items():
        best = dict.fromkeys(builds, (float("inf"), 0.0))
        for _ in range(times + 1):
            for name, root in builds.items():
                best[name] = min(best[name], cpu([sys.executable, "-m", "framing", *words], root))
        lines.append(f"| {job} | {' | '.join(f'{seconds:.2f} ({peak:.0f})' for seconds, peak in best.values())} |")
    return lines


def growth(sizes: list[int], work: Path) -> list[str]:
    """score_files on more and more articles: time, memory, bytes."""
    lines = [
        "",
        "| `score_files`, articles | CPU ms an article | peak of a process, MB | bytes an article |",
        "|---|---|---|---|",
    ]
    for size in sizes:
        made(size, work / f"news{size}")
        out = work / f"out{size}"
        call = f"framing.score_files({str(work / f'news{size}')!r}, {str(out)!r})"
        code = f"import framing\nif __name__ == '__main__':\n    {call}"
        script = work / "score.py"
        script.write_text(code, encoding="utf-8")
        spent, peak = cpu([sys.executable, str(script)], ROOT)
        written = sum(path.stat().st_size for path in out.rglob("*.parquet"))
        lines.append(f"| {size:,} | {1000 * spent / size:.2f} | {peak:.0f} | {written / size:,.0f} |")
        shutil.rmtree(out)
        shutil.rmtree(work / f"news{size}")
    return lines if sizes else []


def compare(sizes: list[int], builds: dict[str, Path], work: Path, until: int) -> list[str]:
    """The HTML report of twelve outlets: CPU seconds and peak memory, for more and more articles.

    until: articles from which on this build alone is run.
    """
    columns = [*(f"{name}, CPU s (peak MB)" for name in builds), *["ratio"] * (len(builds) - 1)]
    lines = ["", f"| HTML report, articles | {' | '.join(columns)} |", "|---" * (1 + len(columns)) + "|"]
    code = (
        "framing.write_report(framing.compare(framing.score(framing.load(folder))), sys.argv[1] + '-report', ['html'])"
    )
    for size in sizes:
        folder = event(None, size, work / f"compare{size}", outlets=12)
        spent = [
            cpu([sys.executable, "-c", f"{HEAD}\n{code}", str(folder)], root)
            for root in [*builds.values()][: 2 if size <= until else 1]
        ]
        told = ["{:.0f} ({:.0f})".format(*one) for one in spent]
        if len(spent) > 1:
            told.append(f"{spent[0][0] / spent[1][0]:.2f}")
        elif len(builds) > 1:
            told += ["not run", ""]
        lines.append(f"| {size:,} | {' | '.join(told)} |")
        print(lines[-1], file=sys.stderr, flush=True)
    return lines if sizes else []


def cpu(command: list[str], root: Path) -> tuple[float, float]:
    """CPU seconds of a process and its children, and the peak memory of the largest of them in MB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    )
    kept = Path(tempfile.gettempdir()) / "framing-bench-compiled" / root.name
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONPYCACHEPREFIX": str(kept)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # Python looks where it is started first: in the build that is asked for, not in this one.
    done = subprocess.run(
        [sys.executable, "-c", code, *command], env=environment, cwd=root, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{root.name}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'}")
    seconds, peak = map(float, done.stdout.split()[-2:])
    return seconds, peak


def build(name: str, work: Path) -> Path:
    """The folder of another build: as given, or of a commit."""
    if Path(name).is_dir():
        return Path(name).resolve()
    folder = work / "before"
    folder.mkdir()
    archive = subprocess.run(["git", "archive", name], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder


def event(given: Path | None, size: int, work: Path, outlets: int = 40) -> Path:
    """A folder with one table of articles."""
    folder = work / "event"
    if given is None:
        return made(size, folder, outlets)
    folder.mkdir(parents=True)
    frame = pl.read_parquet(given).head(size)
    frame.select("outlet", body="body" if "body" in frame.columns else "text").write_parquet(
        folder / "articles.parquet"
    )
    return folder


def made(size: int, folder: Path, outlets: int = 40, a_file: int = 20_000) -> Path:
    """Articles of 300 to 900 words of the bundled events' sentences, shuffled: the same each time."""
    folder.mkdir(parents=True)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "events").rglob("*.md"))]
    sentences = sorted({part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n", text) if 40 < len(part) < 400})
    draw = random.Random(1)
    for number, first in enumerate(range(0, size, a_file)):
        rows = []
        for row in range(first, min(first + a_file, size)):
            chosen = [draw.choice(sentences) for _ in range(draw.randint(15, 45))]
            body = "\n\n".join(" ".join(chosen[at : at + 3]) for at in range(0, len(chosen), 3))
            date = dt.date(2024, draw.randint(1, 12), draw.randint(1, 28))
            rows.append((str(row), f"Outlet {row % outlets}", date, f"Story {row}", body))
        frame = pl.DataFrame(rows, ["id", "outlet", "published", "headline", "body"], orient="row")
        frame.write_parquet(folder / f"news-{number:04}.parquet")
    return folder


def quanteda(folder: Path, work: Path) -> float | None:
    """CPU seconds that quanteda takes, without its start; null where there is none."""
    if shutil.which("Rscript") is None:
        return None
    texts, lists = work / "texts.txt", {}
    articles = pl.read_parquet(folder)
    texts.write_text("\n".join(articles["body"].str.replace_all(r"\s+", " ")), encoding="utf-8")
    sys.path.insert(0, str(ROOT))
    from framing.measures.match import bundled

    for name in ("hedging", "loaded"):
        lists[name] = work / f"{name}.txt"
        terms = [re.sub(r"(\S+)\|\S+", r"\1", entry.term) for entry in bundled(name).terms]
        lists[name].write_text("\n".join(terms), encoding="utf-8")
    spent = []
    for run in ("FALSE", "TRUE"):
        script = work / "quanteda.R"
        script.write_text(QUANTEDA.format(run=run, texts=texts, **lists), encoding="utf-8")
        try:
            spent.append(cpu(["Rscript", str(script)], ROOT)[0])
        except SystemExit:
            return None
    return spent[1] - spent[0]


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
