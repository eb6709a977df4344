"""How well do the measures agree with human coding? Run them on every gold set and write the figures down.

    python scripts/validate.py [--gold FOLDER]            measure, show, write framing/measures/validation.json
    python scripts/validate.py --check [--only SET ...]   measure, and compare with the committed figures

A check fails where a figure is more than 0.005 lower than the committed one, and so does writing one, unless
--lower says that it is meant. The gold sets lie beside the project, in ../shared/gold, and stay there.
A set that is "also read" was read when the rules that it judges were written: its figures are too kind.
Intervals: bootstrap over sentences, or over articles or editorials where the set names them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.coding import agreement
from framing.coding.agreement import Floats, bootstrap, moments, tables
from framing.comparison.content.items import mentions
from framing.comparison.content.voices import quotations
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.catalogue import VALIDATION
from framing.measures.vader import compound
from framing.scoring.scores import score

GOLD = Path(__file__).parents[2] / "shared" / "gold"
HEDGES = Path(__file__).parents[1] / "tests" / "hedges.csv"  # codes alone; the sentences are BASIL's
SLACK = 0.005
NEUTRAL = 0.05  # VADER's bounds of the neutral zone
STRONGLY = "VADER's strongly valenced words"
STRONG = 2.0  # of a word's valence in VADER's lexicon, which goes to 4
NO_PERSON = "^other_|^$|(?i)lawmakers|officials|campaign|democrats|republicans|plaintiffs|protestors|america|buzzfeed"
ACTOR = "Veldkamp"  # stands in for every target, so that one event serves all sentences


@dataclass(frozen=True)
class Figure:
    """One figure of one measure against one set. baseline: what a plainer method reaches, null where there is none."""

    measure: str
    set: str
    task: str
    unit: str
    figure: str
    value: float
    low: float
    high: float
    n: int
    baseline: float | None
    baseline_is: str | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.measure, self.set, self.task, self.figure


@dataclass(frozen=True)
class Task:
    """What is compared, in words; `add` turns parts of a figure into one line of the results."""

    measure: str
    set: str
    task: str
    unit: str

    def add(
        self,
        name: str,
        figure: Callable[[Floats], Floats],
        parts: Floats,
        n: int,
        baseline: float | Floats | None = None,
        baseline_is: str | None = None,
    ) -> Figure:
        """baseline: a number, or the parts of the plainer method, by which the same figure is computed."""
        found = bootstrap(parts, figure)
        plain = float(figure(baseline.sum(0))) if isinstance(baseline, np.ndarray) else baseline
        value, low, high = (round(number, 4) for number in (found.value, found.low, found.high))
        plain = None if plain is None else round(plain, 4)
        return Figure(self.measure, self.set, self.task, self.unit, name, value, low, high, n, plain, baseline_is)


def wikipedia(gold: Path) -> Iterator[Figure]:
    """CoNLL-2010: Wikipedia sentences that editors tagged for a hedge or a weasel word, in whatever voice."""
    rows = read(gold / "wikiweasel.jsonl")
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body=unquoted(untokenised("text"))))
    task = Task("weasel", "CoNLL-2010 Wikipedia, also read", "sentence has a weasel word or hedge", "sentences")
    counts = tables(rows["uncertain"], hit(corpus, "weasel"))
    yield task.add("F1", agreement.f1, counts, rows.height, 0.61, "a list of 50 hedges")
    yield task.add("precision", agreement.precision, counts, rows.height)
    yield task.add("recall", agreement.recall, counts, rows.height)


def news(gold: Path) -> Iterator[Figure]:
    """Sentences of BASIL coded for hedges in whatever voice, by docs/hedging-codebook.md.

    Of the two draws that were coded before they were scored, and by which the list was not mended.
    """
    sentences = {
        (item["uuid"], item["source"], number): text
        for item in map(json.loads, (gold / "basil.jsonl").read_text(encoding="utf-8").splitlines())
        for number, text in enumerate(text for part in item["body-paragraphs"] for text in part)
    }
    codes = pl.read_csv(HEDGES).filter(pl.col("draw") >= 3)
    places = codes.select("article", "outlet", "sentence").iter_rows()
    body = pl.Series("body", [sentences[place] for place in places], dtype=pl.String)
    corpus = Corpus.from_frame(
        body.to_frame().select(article=keys(), outlet=pl.lit("x"), body=unquoted(pl.col("body")))
    )
    task = Task("hedging", "BASIL, our coding", "sentence has a hedge", "sentences")
    counts = tables(codes["hedge"], hit(corpus, "hedging"))
    yield task.add("F1", agreement.f1, counts, codes.height)
    yield task.add("precision", agreement.precision, counts, codes.height)
    yield task.add("recall", agreement.recall, counts, codes.height)
    among = coincidences(codes.select(pl.selectors.starts_with("coder_").cast(pl.Float64)).to_numpy())
    yield task.add("alpha of the coders", agreement.nominal_alpha, among, codes.height)


def coincidences(codes: Floats) -> Floats:
    """For each unit (row) its part of Krippendorff's table of coincidences of codes 0 and 1; NaN: not coded."""
    counts = np.stack([(codes == value).sum(1) for value in (0, 1)], axis=1).astype(np.float64)
    pairs = counts[:, :, None] * (counts[:, None, :] - np.eye(2))
    shares: Floats = pairs / np.maximum(counts.sum(1) - 1, 1)[:, None, None]
    return shares


def loaded_sentences(gold: Path) -> Iterator[Figure]:
    """BABE: sentences biased by word choice. Rows without agreement of the coders are left out.

    Of the others every second one was read when terms were chosen: the figures are of those that were not.
    """
    rows = read(gold / "babe.jsonl").filter(pl.col("label_bias") != "No agreement").gather_every(2, 1)
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body="text"))
    biased = rows["label_bias"] == "Biased"
    strong = rows["text"].str.to_lowercase().str.extract_all(r"[\w'’]+").list.eval(pl.element().is_in(strong_words()))
    plain, n = tables(biased, strong.list.any()), rows.height
    for least, name in ((1, "biased sentence, by any hit"), (2, "biased sentence, by intensity 2")):
        task = Task("loaded", "BABE, unread half", name, "sentences")
        counts = tables(biased, hit(corpus, "loaded", least))
        yield task.add("macro-F1", agreement.macro_f1, counts, n, 0.63, "a list of the coders' own words")
        yield task.add("precision", agreement.precision, counts, n, plain, STRONGLY)
        yield task.add("recall", agreement.recall, counts, n, plain, STRONGLY)


def basil(gold: Path) -> Iterator[Figure]:
    """BASIL: spans of lexical bias outside quotations; whether spans are quoted; the given sentences."""
    articles = Basil(gold / "basil.jsonl")
    spans, corpus = articles.spans, articles.corpus

    # Quoted or not, of every span: by the majority of its words.
    inside = articles.words.join(spans, on="article").filter(
        pl.col("start") >= pl.col("from"), pl.col("start") < pl.col("to")
    )
    shares = inside.group_by("span").agg(found=2 * pl.col("quoted").sum() >= pl.len())
    judged = spans.join(shares, on="span").sort("span")
    counts = tables(judged["quoted_gold"], judged["found"], groups=judged["article"])
    never = tables(judged["quoted_gold"], np.zeros(judged.height), groups=judged["article"])
    task = Task("quoted_share", "BASIL", "span of bias is quoted or not", "spans")
    yield task.add("agreement", agreement.accuracy, counts, judged.height, never, "never quoted")
    yield task.add("kappa", agreement.kappa, counts, judged.height)

    yield speakers(articles)

    # Lexical bias in the outlet's own words. Every second article was read when terms were chosen.
    order = corpus.articles["article"].gather_every(2, 1)
    unread = pl.col("article").is_in(order.implode())
    lexical = spans.filter(pl.col("bias") == "lex", ~pl.col("quoted_gold"), unread)
    task = Task("loaded", "BASIL, unread half", "span of lexical bias outside quotations", "spans or hits")
    hits = score(corpus, ["loaded"]).evidence.filter(unread, metric="loaded").select("article", "start", "end")
    strong = articles.words.filter(~pl.col("quoted"), pl.col("lower").is_in(strong_words()), unread)
    found, plain = overlaps(order, lexical, hits), overlaps(order, lexical, strong.select("article", "start", "end"))
    yield task.add("recall of spans", lambda sums: sums[..., 1] / sums[..., 0], found, lexical.height, plain, STRONGLY)
    yield task.add("precision of hits", lambda sums: sums[..., 3] / sums[..., 2], found, hits.height, plain, STRONGLY)

    # Sentences: boundaries inside paragraphs, since a paragraph's end is plain to see.
    task = Task("words_per_sentence", "BASIL", "sentence boundary inside a paragraph", "boundaries")
    ours = corpus.sentences.select("article", at="start", found=pl.lit(1))
    given = articles.sentences.select("article", at="start", gold=pl.lit(1), opens="opens")
    both = given.join(ours, on=["article", "at"], how="full", coalesce=True).filter(~pl.col("opens").fill_null(False))
    both = both.filter(pl.col("at") > 0).with_columns(pl.col("gold", "found").fill_null(0))
    counts = tables(both["gold"], both["found"], groups=both["article"])
    n = int(both["gold"].sum())
    naive = articles.naive_boundaries().select("article", "at", found=pl.lit(1))
    plainly = (
        given.join(naive, on=["article", "at"], how="full", coalesce=True)
        .filter(~pl.col("opens").fill_null(False))
        .with_columns(pl.col("gold", "found").fill_null(0))
    )
    plain = tables(plainly["gold"], plainly["found"], groups=plainly["article"])
    is_ = "a stop, a blank and a capital"
    yield task.add("recall", agreement.recall, counts, n, plain, is_)
    yield task.add("precision", agreement.precision, counts, n, plain, is_)


def speakers(articles: Basil) -> Figure:
    """BASIL: who says a quoted span, where the coders name a person. All were read when rules were mended."""
    spans = articles.spans.filter("quoted_gold", ~pl.col("speaker").str.contains(NO_PERSON))
    surname = pl.col("speaker").str.extract(r"([^_]+)$")
    said = (
        spans.join(quotations(score(articles.corpus, ["sources_named", "sources_unnamed"])), on="article")
        .filter(pl.col("first") < pl.col("to"), pl.col("last") > pl.col("from"))
        .unique("span", keep="first", maintain_order=True)
        .select("span", found="source")
    )
    last_named = articles.corpus.once(mentions).filter(kind="name").select("article", "start", plain="item")
    judged = (
        spans.join(said, on="span", how="left")
        .sort("from")
        .join_asof(last_named.sort("start"), left_on="from", right_on="start", by="article", check_sortedness=False)
        .with_columns(pl.col("found", "plain").str.contains(surname, literal=True).fill_null(False))
    )
    everyone = np.ones(judged.height)
    counts, plain = (tables(everyone, judged[name], groups=judged["article"]) for name in ("found", "plain"))
    task = Task("sources_named", "BASIL, also read", "the person who says a quoted span", "spans")
    return task.add("agreement", agreement.accuracy, counts, judged.height, plain, "the name before it")


def sentiment(gold: Path) -> Iterator[Figure]:
    """VADER's own raters on sentences of New York Times editorials, resampled by editorial."""
    rows = read(gold / "nyt-editorials.jsonl")
    corpus = Corpus.from_frame(rows.select(article=keys(), outlet=pl.lit("x"), body="text"))
    scores = score(corpus, ["sentiment"]).metrics.filter(metric="sentiment").sort("article")
    rated = rows.with_columns(found=scores["value"]).filter(pl.col("found").is_not_null())
    editorial = rated["id"].str.extract(r"^(\d+)_")
    plain = compound(rated["text"])
    task = Task("sentiment", "NYT editorials", "valence of a sentence, mean of 20 raters", "sentences")
    yield task.add(
        "Pearson r",
        agreement.pearson,
        moments(rated["mean_rating"], rated["found"], editorial),
        rated.height,
        moments(rated["mean_rating"], plain, editorial),
        "VADER",
    )


def sentiment_toward(gold: Path) -> Iterator[Figure]:
    """NewsMTSC: sentiment towards a person in a sentence. Each target's mention is given one and the same name."""
    rows = read(gold / "newsmtsc.jsonl").explode("targets")
    target = pl.col("targets").struct
    text = pl.col("sentence_normalized")
    corpus_of = rows.select(
        article=keys(),
        outlet=pl.lit("x"),
        body=pl.concat_str(text.str.head(target.field("from")), pl.lit(ACTOR), text.str.slice(target.field("to"))),
    )
    event = Event("targets", "Targets", actors=(Actor(ACTOR, kind="person"),))
    scores = score(Corpus.from_frame(corpus_of, event), ["sentiment_toward"]).metrics
    found = corpus_of.join(scores.filter(metric="sentiment_toward"), on="article", how="left", maintain_order="left")
    polarity = rows.select(((target.field("polarity") - 2) / 2).cast(pl.Int64)).to_series()
    sentence = rows.select(keys_of=text.rle_id()).to_series()
    counts = tables(polarity, classes(found["value"]), 3, sentence)
    plain = tables(polarity, classes(compound(rows["sentence_normalized"])), 3, sentence)
    task = Task(
        "sentiment_toward", "NewsMTSC, also read", "sentiment towards a person: negative, neutral, positive", "mentions"
    )
    yield task.add("macro-F1", agreement.macro_f1, counts, rows.height, plain, "VADER of the sentence")
    yield task.add("agreement", agreement.accuracy, counts, rows.height, plain, "VADER of the sentence")


SETS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "wikiweasel": wikipedia,
    "hedges": news,
    "babe": loaded_sentences,
    "basil": basil,
    "nyt-editorials": sentiment,
    "newsmtsc": sentiment_toward,
}


def read(path: Path) -> pl.DataFrame:
    """The rows of a set."""
    return pl.read_ndjson(path, infer_schema_length=None)


def keys() -> pl.Expr:
    """A key for each row that sorts as the rows do."""
    return pl.int_range(pl.len()).cast(pl.String).str.zfill(6)


def untokenised(column: str) -> pl.Expr:
    """Text as it stood before a treebank's marks and blanks were put in."""
    text = pl.col(column)
    for mark, sign in (("-LRB-", "("), ("-RRB-", ")"), ("``", "“"), ("''", "”")):
        text = text.str.replace_all(mark, sign, literal=True)
    for pattern, sign in ((r"([(“]) ", "$1"), (r" ([)”,;:.?!])", "$1"), (r" ('s|n't)\b", "$1")):
        text = text.str.replace_all(pattern, sign)
    return text


def unquoted(text: pl.Expr) -> pl.Expr:
    """Text without quotation marks: coders judged its words in any voice, and so must the measure."""
    return text.str.replace_all(r"[“”\"«»]", "")


def hit(corpus: Corpus, measure: str, least: int = 1) -> npt.NDArray[np.bool_]:
    """For each article, here a sentence, whether the measure's hits in it come to so much intensity."""
    evidence = score(corpus, [measure]).evidence.filter(metric=measure)
    found = evidence.group_by("article").agg(pl.col("value").sum()).filter(pl.col("value") >= least)["article"]
    return corpus.articles["article"].is_in(found.implode()).to_numpy()


def strong_words() -> list[str]:
    """The words of VADER's lexicon that it holds to be strongly positive or negative."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    lexicon: dict[str, float] = SentimentIntensityAnalyzer().lexicon
    return [word for word, valence in lexicon.items() if abs(valence) >= STRONG]


def classes(values: pl.Series) -> pl.Series:
    """0 negative, 1 neutral, 2 positive; undefined counts as neutral."""
    value = pl.col("value").fill_null(0.0)
    sides = pl.when(value <= -NEUTRAL).then(0).when(value >= NEUTRAL).then(2).otherwise(1)
    return values.rename("value").to_frame().select(sides).to_series()


def overlaps(order: pl.Series, spans: pl.DataFrame, hits: pl.DataFrame) -> Floats:
    """For each article: spans, spans that are hit, hits, hits in a span."""
    pairs = spans.join(hits.with_row_index("hit"), on="article").filter(
        pl.col("from") < pl.col("end"), pl.col("start") < pl.col("to")
    )
    counts = (
        order.to_frame()
        .join(spans.group_by("article").len("spans"), on="article", how="left")
        .join(pairs.group_by("article").agg(found=pl.col("span").n_unique()), on="article", how="left")
        .join(hits.group_by("article").len("hits"), on="article", how="left")
        .join(pairs.group_by("article").agg(right=pl.col("hit").n_unique()), on="article", how="left")
    )
    table: Floats = counts.select(pl.col("spans", "found", "hits", "right").fill_null(0)).to_numpy().astype(np.float64)
    return table


class Basil:
    """The articles of BASIL as a corpus, with the spans and sentences that are given, at their offsets."""

    def __init__(self, path: Path) -> None:
        articles, spans, sentences = [], [], []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            key, title = f"{number:06}", " ".join(row["title"].split())
            paragraphs = [[" ".join(text.split()) for text in part] for part in row["body-paragraphs"]]
            articles.append((key, row["source"].lower(), title, "\n\n".join(" ".join(part) for part in paragraphs)))
            at, starts, texts = len(title) + 2, [], [text for part in row["body-paragraphs"] for text in part]
            for part in paragraphs:
                for place, sentence in enumerate(part):
                    sentences.append((key, at, place == 0))
                    starts.append(at)
                    at += len(sentence) + (1 if place < len(part) - 1 else 2)
            for note in row["annotations"]["phrase-level-annotations"]:
                given = row["title"] if note["id"] == "title" else texts[int(note["id"][1:])]
                base = 0 if note["id"] == "title" else starts[int(note["id"][1:])]
                # Blanks were made single: count those that went before the span.
                low, high = (len(" ".join((given[: note[end]] + "|").split())) - 1 for end in ("start", "end"))
                spans.append((key, base + low, base + high, note["bias"], note["quote"] == "yes", note["speaker"]))
        names = ("article", "outlet", "headline", "body")
        self.corpus = Corpus.from_frame(pl.DataFrame(articles, schema=dict.fromkeys(names, pl.String), orient="row"))
        schema = {
            "article": pl.String,
            "from": pl.UInt32,
            "to": pl.UInt32,
            "bias": pl.String,
            "quoted_gold": pl.Boolean,
            "speaker": pl.String,
        }
        self.spans = pl.DataFrame(spans, schema=schema, orient="row").with_row_index("span")
        self.sentences = pl.DataFrame(
            sentences, schema={"article": pl.String, "start": pl.UInt32, "opens": pl.Boolean}, orient="row"
        )
        self.words = self.corpus.tokens.filter("is_word")

    def naive_boundaries(self) -> pl.DataFrame:
        """Where sentences begin by the plainest rule: behind a stop and a blank, at a capital, digit or mark."""
        import re

        rule = re.compile(r"(?<=[.!?])[\"”’')]* (?=[\"“‘'(]*[A-Z0-9])")
        found = [
            (key, match.end())
            for key, text, base in self.corpus.articles.select("article", "text", "body_start").iter_rows()
            for match in rule.finditer(text, base)
        ]
        return pl.DataFrame(found, schema={"article": pl.String, "at": pl.UInt32}, orient="row")


def measured(gold: Path, only: list[str] | None = None) -> list[Figure]:
    """All figures of the sets that are there, or of those that are named."""
    return [figure for name in only or SETS for figure in SETS[name](gold)]


def committed() -> list[Figure]:
    """The figures of framing/measures/validation.json."""
    if not VALIDATION.is_file():
        return []
    measures: dict[str, list[dict[str, Any]]] = json.loads(VALIDATION.read_text(encoding="utf-8"))["measures"]
    return [Figure(measure=name, **fields) for name, rows in measures.items() for fields in rows]


def dropped(new: list[Figure], old: list[Figure]) -> list[str]:
    """In words, each figure that is lower than it was by more than the slack, or that is gone."""
    today = {figure.key: figure for figure in new}
    lines = []
    for was in old:
        now = today.get(was.key)
        name = f"{was.measure} on {was.set}, {was.figure}"
        if now is None:
            lines.append(f"{name}: {was.value:.4f} before, not measured now")
        elif not now.value >= was.value - SLACK:
            lines.append(f"{name}: {was.value:.4f} before, {now.value:.4f} now")
    return lines


def write(figures: list[Figure], path: Path = VALIDATION) -> None:
    """The results file: measure -> its figures."""
    by_measure: dict[str, list[dict[str, Any]]] = {}
    for figure in sorted(figures, key=lambda figure: figure.measure):
        by_measure.setdefault(figure.measure, []).append(
            {name: value for name, value in asdict(figure).items() if name != "measure"}
        )
    text = json.dumps({"measures": by_measure}, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def shown(figures: list[Figure]) -> str:
    """A table for the terminal."""
    head = (
        f"{'measure':<19}{'set':<22}{'task':<34}{'figure':<19}{'value':>6}{'95 % interval':>15}{'n':>7}{'baseline':>10}"
    )
    lines = [head, "-" * len(head)]
    for one in figures:
        task = one.task if len(one.task) < 34 else f"{one.task[:32]}…"
        plain = "" if one.baseline is None else f"{one.baseline:.3f}"
        interval = f"{one.low:.3f}-{one.high:.3f}"
        lines.append(
            f"{one.measure:<19}{one.set:<22}{task:<34}{one.figure:<19}{one.value:>6.3f}{interval:>15}{one.n:>7,}{plain:>10}"
        )
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=GOLD, help="folder of the gold sets")
    options.add_argument("--only", nargs="+", choices=list(SETS), help="these sets alone; the other figures stay")
    options.add_argument("--check", action="store_true", help="write nothing; fail where a figure dropped")
    options.add_argument("--lower", action="store_true", help="write the figures though one dropped")
    chosen = options.parse_args()
    if not chosen.gold.is_dir():
        sys.exit(f"validate: there is no folder {chosen.gold}; name that of the gold sets with --gold")
    new, old = measured(chosen.gold, chosen.only), committed()
    print(shown(new))
    if chosen.only:
        here = {figure.set for figure in new}
        rest, old = [one for one in old if one.set not in here], [one for one in old if one.set in here]
    else:
        rest = []
    worse = dropped(new, old)
    for line in worse:
        print(f"lower: {line}", file=sys.stderr)
    if worse and (chosen.check or not chosen.lower):
        sys.exit("validate: figures dropped; mend the measure, or write them with --lower and say why in the commit")
    if not chosen.check:
        write([*rest, *new])
        print(f"wrote {VALIDATION.name}")


if __name__ == "__main__":
    main()
