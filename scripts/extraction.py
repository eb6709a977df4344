"""How well are article bodies found in saved web pages, by framing and by other extractors?

    python scripts/extraction.py [FOLDER] [--extractor NAME ...] [--worst 5]

FOLDER holds `ID.html.gz` and `ID.json` (`articleBody`, the true text). Each extractor that is installed is tried.
Measured as by the authors of the pages (Scrapinghub, article-extraction-benchmark): shingles of four words as
multisets, counts of a page divided by their sum, precision and recall as means over pages, F1 of these two.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

PAGES = Path(__file__).parents[2] / "shared" / "gold" / "article-pages"
Counts = tuple[float, float, float]  # true positives, false positives, false negatives


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of `size` words of a text, with how often each stands there; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    runs = (tuple(words[start : start + size]) for start in range(max(1, len(words) - size + 1)))
    return Counter(run for run in runs if run)


def compare(true: str, found: str) -> Counts:
    """Shares of shingles that are right, too many and missing; they add up to 1, or are all 0."""
    want, got = shingles(true), shingles(found)
    right = (want & got).total()
    counts = (right, got.total() - right, want.total() - right)
    return tuple(count / max(1, sum(counts)) for count in counts)  # type: ignore[return-value]


def summary(counts: list[Counts]) -> tuple[float, float, float]:
    """Precision, recall and F1. A page where nothing was found counts for recall only."""
    precision = mean(tp / (tp + fp) for tp, fp, _ in counts if tp + fp > 0)
    recall = mean(tp / (tp + fn) for tp, _, fn in counts if tp + fn > 0)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _framing(page: str) -> str:
    from framing.corpus.pages.extract import page_fields

    return page_fields(page).get("body", "")


def _framing_cleaned(page: str) -> str:
    from framing.corpus.cleaning.clean import clean
    from framing.corpus.pages.extract import page_fields

    fields = page_fields(page)
    return clean(fields.get("body", ""), fields.get("headline")).body


def _trafilatura(page: str) -> str:
    from trafilatura import extract

    return str(extract(page, include_comments=False) or "")


def _trafilatura_precision(page: str) -> str:
    from trafilatura import extract

    return str(extract(page, include_comments=False, favor_precision=True) or "")


def _readability(page: str) -> str:
    from lxml.html import document_fromstring
    from readability import Document  # type: ignore[import-not-found]

    return str(document_fromstring(Document(page).summary()).text_content())


def _newspaper(page: str) -> str:
    from newspaper import Article  # type: ignore[import-not-found]

    article = Article("https://example.org/", language="en", fetch_images=False)
    article.download(input_html=page)
    article.parse()
    return str(article.text)


def _goose(page: str) -> str:
    from goose3 import Goose  # type: ignore[import-not-found]

    return str(Goose({"enable_image_fetching": False}).extract(raw_html=page).cleaned_text or "")


def _resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found]

    return str(extract_plain_text(page, main_content=True, alt_texts=False))


def _justext(page: str) -> str:
    from justext import get_stoplist, justext

    found = justext(page.encode(), get_stoplist("English"), encoding="utf-8")
    return "\n\n".join(part.text for part in found if not part.is_boilerplate)


EXTRACTORS: dict[str, Callable[[str], str]] = {
    "framing": _framing,
    "framing, cleaned": _framing_cleaned,
    "trafilatura": _trafilatura,
    "trafilatura, precision": _trafilatura_precision,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "goose3": _goose,
    "resiliparse": _resiliparse,
    "jusText": _justext,
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=PAGES)
    options.add_argument("--extractor", action="append", choices=EXTRACTORS, help="only this one; may be repeated")
    options.add_argument("--worst", type=int, default=0, help="name the pages with the lowest F1 of each")
    chosen = options.parse_args()
    logging.disable(logging.CRITICAL)
    names = sorted(path.name.removesuffix(".html.gz") for path in chosen.folder.glob("*.html.gz"))
    pages = {
        name: (
            gzip.decompress((chosen.folder / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace"),
            json.loads((chosen.folder / f"{name}.json").read_text(encoding="utf-8"))["articleBody"],
        )
        for name in names
    }
    print(f"{len(pages)} pages of {chosen.folder.name}")
    print(f"{'extractor':24} {'precision':>9} {'recall':>9} {'F1':>9} {'ms/page':>9}")
    for extractor in chosen.extractor or EXTRACTORS:
        counts, began = {}, time.perf_counter()
        try:
            for name, (page, true) in pages.items():
                counts[name] = compare(true, EXTRACTORS[extractor](page))
        except ImportError:
            print(f"{extractor:24} not installed")
            continue
        spent = 1000 * (time.perf_counter() - began) / max(1, len(pages))
        values = summary(list(counts.values()))
        print(f"{extractor:24}" + "".join(f" {value:9.4f}" for value in values) + f" {spent:9.0f}")
        for name in sorted(counts, key=lambda name: counts[name][0])[: chosen.worst]:
            tp, fp, fn = counts[name]
            print(f"    {name}  right {tp:.3f}  too many {fp:.3f}  missing {fn:.3f}")


if __name__ == "__main__":
    main()
