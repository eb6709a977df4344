"""From article texts to sentences and tokens: the one place where text is taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.schema import SENTENCES, TOKENS, conform
from framing.text.quotations import told
from framing.text.sentences import sentence_starts
from framing.text.tokenise import Numbers, Tokens, tokenise
from framing.text.turns import Turn

BODY = 0  # of the parts of a text


@dataclass(frozen=True)
class Annotation:
    """The tokens and sentences of some articles, by number.

    articles: article, text, body_start. words: a token a row: row (of its article), sentence (row of `sentences`),
    start, end, byte (where it starts in the text's UTF-8), form (row of `forms`), is_word, quoted, told (by what, a
    place in `quotations.TOLD`), part (0 body, 1 headline, 2 label). forms: each distinct token once: text, lower,
    is_word. sentences: `schema.SENTENCES`. turns: of interviews, and posts: article, start, end (of the speaker's
    name), first, last (characters of what is said), asks (it is the outlet's own question), who. tokens:
    `schema.TOKENS`.
    """

    articles: pl.DataFrame
    words: pl.DataFrame
    forms: pl.DataFrame
    sentences: pl.DataFrame
    turns: pl.DataFrame

    @cached_property
    def tokens(self) -> pl.DataFrame:
        """`schema.TOKENS`: the words with their texts and the keys of their articles."""
        frame, form = self.words, self.words["form"]
        row, sentence = frame["row"], frame["sentence"]
        tokens = frame.with_columns(
            article=self.articles["article"].gather(row),
            sentence=self.sentences["sentence"].gather(sentence),
            token=pl.Series(_within(np.arange(frame.height), row.to_numpy())),
            part=part(frame["part"]),
            text=self.forms["text"].gather(form),
            lower=self.forms["lower"].gather(form),
        )
        return conform(tokens, TOKENS, "tokens")

    def around(self, first: pl.Series, last: pl.Series, reach: int) -> pl.DataFrame:
        """Some passages and what stands around them in their sentences: so many characters at most on each side.

        first, last: rows of `words`. Returns article, start, end, before, passage, behind. However long a sentence is,
        it is not copied.
        """
        at, to = first.to_numpy().astype(np.int64), last.to_numpy().astype(np.int64)
        row, sentence = self.words["row"].to_numpy(), self.words["sentence"].to_numpy()
        base = row.astype(np.int64) << 32  # places that rise from article to article
        start, end = base + self.words["start"].to_numpy(), base + self.words["end"].to_numpy()
        byte = self.words["byte"].to_numpy().astype(np.int64)
        end_byte = byte + self.forms["text"].str.len_bytes().gather(self.words["form"]).to_numpy()
        low = np.maximum(
            np.searchsorted(start, start[at] - reach, "right") - 1, np.searchsorted(sentence, sentence[at], "left")
        )
        high = np.minimum(
            np.searchsorted(end, end[to] + reach, "left"), np.searchsorted(sentence, sentence[to], "right") - 1
        )
        whole = self.articles["text"].gather(row[at])
        return pl.DataFrame(
            {
                "article": self.articles["article"].gather(row[at]),
                "start": self.words["start"].gather(at).cast(pl.Int64),
                "end": self.words["end"].gather(to).cast(pl.Int64),
                "before": cut(whole, byte[low], byte[at]).str.tail(reach),
                "passage": cut(whole, byte[at], end_byte[to]),
                "behind": cut(whole, end_byte[to], end_byte[high]).str.head(reach),
            }
        )


def annotate(articles: pl.DataFrame) -> Annotation:
    """Sentences and tokens of articles.

    `articles` has article, text and body_start, and where they are known outlet and quoted_paragraphs; an article
    depends on no other.
    """
    lacking = {"outlet": pl.lit(""), "quoted_paragraphs": pl.lit(None, pl.List(pl.UInt32))}
    articles = articles.with_columns(**{name: of for name, of in lacking.items() if name not in articles.columns})
    articles = articles.select("article", "text", "body_start", *lacking)
    tokens = tokenise(articles["text"])
    outlets = articles["outlet"].fill_null("").to_list()
    how, speaking = told(tokens, articles["quoted_paragraphs"].to_list(), outlets)
    first = sentence_starts(tokens)
    first[[turn.begin for turn in speaking if turn.begin < turn.end]] = True  # a label is no part of what is said
    words = pl.DataFrame(
        {
            "row": tokens.row.astype(np.uint32),
            "sentence": (first.cumsum() - 1).astype(np.uint32),
            "start": tokens.start.astype(np.uint32),
            "end": tokens.end.astype(np.uint32),
            "byte": tokens.byte.astype(np.uint32),
            "form": tokens.form.astype(np.uint32),
            "is_word": tokens.of("is_word"),
            "quoted": how > 0,
            "told": how,
            "part": _parts(tokens, articles["body_start"].to_numpy(), speaking),
        }
    )
    opens = np.flatnonzero(first)  # the first token of each sentence
    closes = np.append(opens[1:], len(first))[: len(opens)] - 1  # and its last
    row = tokens.row[opens]
    word = np.append(0, np.cumsum(words["is_word"].to_numpy()))
    own = np.append(0, np.cumsum((words["is_word"] & ~words["quoted"]).to_numpy()))
    paragraph = np.cumsum((tokens.gap >= 2) & (tokens.start > 0), dtype=np.int64)
    size = tokens.forms["text"].str.len_bytes().to_numpy()[tokens.form[closes]]
    sentences = pl.DataFrame(
        {
            "article": articles["article"].gather(row),
            "sentence": _within(np.arange(len(opens)), row),
            "part": part(words["part"].gather(opens)),
            "paragraph": _within(paragraph[opens], row),
            "start": tokens.start[opens],
            "end": tokens.end[closes],
            "text": cut(articles["text"].gather(row), tokens.byte[opens], tokens.byte[closes] + size),
            "words": word[closes + 1] - word[opens],
            "own_words": own[closes + 1] - own[opens],
        }
    )
    return Annotation(
        articles, words, tokens.forms, conform(sentences, SENTENCES, "sentences"), _turns(articles, tokens, speaking)
    )


def _turns(articles: pl.DataFrame, tokens: Tokens, speaking: list[Turn]) -> pl.DataFrame:
    """Turns of interviews at their characters."""
    said = [turn for turn in speaking if turn.begin < turn.end]
    label, _, name, name_end, begin, end = np.array([turn[:6] for turn in said], dtype=np.int64).reshape(-1, 6).T
    places = {
        "start": tokens.start[name],
        "end": tokens.end[name_end - 1],
        "first": tokens.start[begin],
        "last": tokens.end[end - 1],
    }
    return pl.DataFrame(
        {
            "article": articles["article"].gather(tokens.row[label]),
            **{of: pl.Series(at, dtype=pl.UInt32) for of, at in places.items()},
            "asks": pl.Series([turn.asks for turn in said], dtype=pl.Boolean),
            "who": pl.Series([turn.who for turn in said], dtype=pl.String),
        }
    )


def cut(texts: pl.Series, start: Numbers, end: Numbers) -> pl.Series:
    """The part of each text between two places in its UTF-8, which is cut in no time however long the text is."""
    frame = pl.DataFrame({"text": texts, "start": start, "size": end - start})
    return frame.select(pl.col("text").cast(pl.Binary).bin.slice("start", "size").cast(pl.String)).to_series()


def passages(texts: pl.Series, row: Numbers, start: Numbers, end: Numbers) -> pl.Series:
    """What stands from one character to another in the texts of these rows: in time linear in the texts and passages.

    A slice of characters counts them from the beginning of its text, for each passage anew.
    """
    signs = np.frombuffer("".join(texts).encode(), dtype=np.uint8)
    inner = np.flatnonzero((signs & 0xC0) == 0x80)  # bytes inside a character
    inner -= np.arange(len(inner))  # the character behind each
    base = np.append(0, np.cumsum(texts.str.len_chars().to_numpy(), dtype=np.int64))[row]
    bytes_before = np.append(0, np.cumsum(texts.str.len_bytes().to_numpy(), dtype=np.int64))[row]
    low, high = (at + np.searchsorted(inner, at, "right") - bytes_before for at in (base + start, base + end))
    return cut(texts.gather(row), low, high)


def part(number: pl.Series) -> pl.Series:
    """The names of parts of the text, by their numbers."""
    return pl.Series(["body", "headline", "label"]).gather(number)


def _parts(tokens: Tokens, body_start: Numbers, speaking: list[Turn]) -> npt.NDArray[np.uint8]:
    """For each token the number of the part of the text that it stands in."""
    parts = (tokens.start < body_start[tokens.row]).astype(np.uint8)
    for turn in speaking:
        parts[turn.label : turn.label_end] = 2
    return parts


def _within(count: Numbers, row: Numbers) -> Numbers:
    """A count that begins with 0 in each article."""
    first = np.flatnonzero(np.append(True, row[1:] != row[:-1])[: len(row)])
    return count - np.repeat(count[first], np.diff(np.append(first, len(row))))
