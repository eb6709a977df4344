"""Write docs/codebook.md: every table, every column, from the schemas in the code: `python scripts/codebook.py`.

A schema is a constant annotated `Schema`; the comment line above it says what one row is, and the comment behind a
column what it means. A question mark at the beginning of that comment says that the column may be null.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "codebook.md"
# Columns that mean the same wherever they stand.
COMMON = {
    "article": "key of the article",
    "outlet": "name of the outlet",
    "metric": "name of the measure, see [Measures](measures.md)",
    "start": "first character of the passage, counted from 0 in the article's text",
    "end": "the character behind the passage",
    "text": "the words",
    "value": "the measure's value in its unit",
    "low": "lower end of the 95 % interval",
    "high": "upper end of the 95 % interval",
    "quoted": "whether most of its words stand inside a quotation",
    "headline": "the article's headline",
    "published": "date of publication",
    "byline": "who wrote it, as printed",
    "url": "address",
    "sentence": "which sentence of the article, from 0",
    "words": "number of words",
    "own_words": "number of words outside quotations",
    "actor": "name of the actor, as in event.toml or as found",
    "advice": "what to do about it",
    "articles": "number of articles",
    "basis": "what the interval rests on: articles, sentences of one article, or none",
    "boosters_in": "certainty markers that the rewrite adds in the sentence",
    "boosters_out": "certainty markers that it does not keep",
    "corrected": "estimate without the measure's mistakes",
    "corrected_high": "upper end of its 95 % interval",
    "corrected_low": "lower end of its 95 % interval",
    "file": "path from the event's folder",
    "form": "the words that refer to the actor",
    "hedges_in": "hedges that the rewrite adds in the sentence",
    "hedges_out": "hedges that it does not keep",
    "is_word": "whether it is a word or number, and no mark",
    "item": "what is mentioned, under one name",
    "jaccard": "shared 5-word runs over all of both texts",
    "last": "latest date of publication",
    "line": "line of the file",
    "loaded_in": "loaded terms that the rewrite adds in the sentence",
    "loaded_out": "loaded terms that it does not keep",
    "n": "independent stories: copies of one text count once",
    "named_in": "named sources that the rewrite adds in the sentence",
    "named_out": "named sources that it does not keep",
    "other": "what it is compared with: all others, or another outlet",
    "other_n": "independent stories of the other side",
    "other_value": "value of the other side",
    "p": "permutation test, two-sided",
    "paragraph": "paragraph of the article, from 0",
    "part": "headline or body",
    "problem": "what is wrong",
    "q": "p corrected for the number of comparisons (false discovery rate)",
    "rule": "the rule that found it",
    "source_end": "the character behind the source's sentence",
    "source_file": "path of the file it was read from",
    "source_outlet": "outlet of the source",
    "source_text": "the source's sentence",
    "stratum": "the part of the corpus",
    "body_text": "the words of the body that it was held against",
    "speaker": "who says it",
    "stories": "independent stories that have a value",
    "permutations": "arrangements looked at",
    "stated": "whether the report states it",
    "unnamed_in": "unnamed sources that the rewrite adds in the sentence",
    "unnamed_out": "unnamed sources that it does not keep",
    "words_in": "words that the rewrite adds in the sentence",
    "z": "log-odds over its standard error; positive where the outlet uses it more",
}
HEAD = """# Tables and columns

Written by `python scripts/codebook.py` from the schemas in the code; do not edit.

Every table is a polars frame in Python and a `.parquet` and `.csv` file in a report's folder. **?** marks columns that
may be empty: undefined is empty, never 0. Offsets count characters, half-open: `text[start:end]` is the passage.
"""


def tables() -> dict[str, tuple[str, str, list[tuple[str, str, bool, str]]]]:
    """By name: module, what a row is, and for each column its name, type, whether it may be null, and its meaning."""
    found = {}
    for path in sorted((ROOT / "framing").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        lines = source.split("\n")
        for node in ast.parse(source).body:
            if not (isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "Schema"):
                continue
            if not (isinstance(node.target, ast.Name) and isinstance(node.value, ast.Dict)):
                continue
            above = lines[node.lineno - 2]
            about = above.removeprefix("#").strip() if above.startswith("#") else ""
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            columns = [
                _column(key, value, lines) for key, value in zip(node.value.keys, node.value.values, strict=True) if key
            ]
            found[node.target.id.lower()] = (module, about, columns)
    return found


def _column(key: ast.expr, value: ast.expr, lines: list[str]) -> tuple[str, str, bool, str]:
    name = str(ast.literal_eval(key))
    _, _, comment = lines[(value.end_lineno or value.lineno) - 1].partition("  # ")
    nullable = comment.startswith("?")
    meaning = comment.removeprefix("?").strip() or COMMON.get(name, "") or _place(name)
    return name, ast.unparse(value).replace("pl.", ""), nullable, meaning


def _place(name: str) -> str:
    """Of columns that say where a passage begins and ends."""
    what, _, end = name.rpartition("_")
    if not what or end not in ("start", "end"):
        return ""
    return f"first character of the {what}" if end == "start" else f"the character behind the {what}"


def page() -> str:
    """The codebook in Markdown."""
    parts = [HEAD]
    for name, (module, about, columns) in tables().items():
        parts.append(f"## {name}\n\n{about[:1].upper() + about[1:].rstrip('.')}. Declared in `{module}`.\n")
        parts.append("| column | type | | meaning |\n|---|---|---|---|")
        for column, dtype, nullable, meaning in columns:
            shown = re.sub(r"([|<])", r"\\\1", meaning)
            parts.append(f"| `{column}` | {dtype} | {'?' if nullable else ''} | {shown} |")
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
