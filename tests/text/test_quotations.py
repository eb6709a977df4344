"""Which words stand in a quotation. In the cases the quoted words are named; all others are the outlet's own."""

from __future__ import annotations

import json
import time

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from tests.conftest import shared


def quoted_words(*bodies: str) -> list[str]:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"] * len(bodies), "body": bodies}))
    words = corpus.tokens.filter("quoted", "is_word").group_by("article", maintain_order=True).agg("text")
    found = dict(words.iter_rows())
    return [" ".join(found.get(article, [])) for article in corpus.articles["article"]]


CASES = [
    # double marks
    ('"We won," she said. They lost.', "We won"),
    ("“We won,” she said. “You lost.” They lost.", "We won You lost"),
    ("«We won», she said. « You lost », he said.", "We won You lost"),
    ("„Wir haben gewonnen“, said the minister.", "Wir haben gewonnen"),
    ("”We won,” she said.", "We won"),
    ("``We won,'' she said.", "We won"),
    ('"We won,\'\' she said.', "We won"),
    ('He is 6\'2" tall and a 10" pipe broke. "Ouch," he said.', "Ouch"),
    ('They call it ("a gift") and move on.', "a gift"),
    ("They call it—“a gift”—and move on.", "a gift"),
    # a mark that stands at the wrong end, or is left over
    ('She called it "a gift to them.\n\n"They put up a sign that says "Free Pier" there.', "a gift to them Free Pier"),
    ('"They put up a sign that says "Free Pier.', "Free Pier"),
    # single marks
    ("‘We won,’ she said. They lost.", "We won"),
    ("'We won,' she said. They lost.", "We won"),
    ("The 'gift' was late and the 'guest' early.", "gift guest"),
    ("‘We don’t know the workers’ names,’ she said.", "We don’t know the workers names"),
    ("'The ministers' plan won't work,' she said.", "The ministers plan won't work"),
    ("The ‘workers’ paradise and the ‘free’ press", "workers free"),
    # apostrophes are no quotations
    ("The workers' pay and the bosses' bonus rose.", ""),
    ("The workers’ pay and the bosses’ bonus rose.", ""),
    ("In the '90s they said rock 'n' roll was dead, 'cause it's loud.", ""),
    ("In the ’90s they told ’em rock ’n’ roll was dead.", ""),
    ("Mr O'Neil's dog didn't bark at James' cat.", ""),
    ("It was nothin' and the boys' coats were gone. A 'new' one came.", "new"),
    # nested
    ("“She said ‘never again’ twice,” he recalled. Silence.", "She said never again twice"),
    ("'They said \"never\" twice,' he recalled. Silence.", "They said never twice"),
    ("\"I said, 'Do not shout. I am near,'\" Ana recalled. He shrugged.", "I said Do not shout I am near"),
    ("\"I said, 'Do not shout,' \" Ana recalled. \"He shrugged.\"", "I said Do not shout He shrugged"),
    ('"She called it a "free pier," and it is none," he said. "Bye."', "She called it a free pier and it is none Bye"),
    # several paragraphs
    ("“We won.\n\n“They lost,” she said. Silence.", "We won They lost"),
    ("‘We won.\n\n‘They lost,’ she said. Silence.", "We won They lost"),
    ('"We won.\n\nThey lost." That is what she said.', "We won They lost"),
    ("“We won.\n\nThey lost.\n\nAll is well,” she said.", "We won They lost All is well"),
    ("“We won.\n\nShe then left the room. “Bye,” she said.", "We won Bye"),
    ("“We won.\n\nA.\n\nB.\n\nC.\n\nD.\n\nE.\n\nF.\n\nG.\n\nH.\n\nI,” she said.", "We won"),
    # lost marks
    ("�We won,� she said. Moscow�s answer � a long one � came.", "We won"),
    ("The two countries� services met. �We won,� she said.", "We won"),
    ("�The two countries� services met,� she said. Silence.", "The two countries services met"),
    ("It doesn�t matter.", ""),
    # block quotations
    ("He wrote on Thursday:\n\nThis is a shame.\n\nThen he left.", "This is a shame"),
    ("Read the full letter here:\n\nDear Ana, it is a ‘shame’.\n\nThen he left.", "Dear Ana it is a shame"),
    ("The letter has five parts:\n\nThe first is long.\n\nThen he left.", ""),
    ("In a statement, the ministry said:\n\n“This is a shame.”\n\nThen it fell silent.", "This is a shame"),
    ("There were three reasons:\n\nThe first was money.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_in_quotation_marks(text: str, expected: str) -> None:
    assert quoted_words(text) == [expected]


def test_an_open_quotation_does_not_run_into_the_next_article() -> None:
    assert quoted_words("“We won.", "They lost,” she said. He wrote:", "All is well.") == ["We won", "", ""]


def test_the_marks_themselves_are_not_inside() -> None:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": ["“We ‘won’,” he said."]}))
    outside = corpus.tokens.filter(~pl.col("quoted"))["text"].to_list()
    assert outside == ["“", "”", "he", "said", "."]


@given(st.lists(st.sampled_from([*"\"“”'‘’„«»�`", "a", "s", "on", ".", ",", " ", " ", "\n\n", "'90s"]), max_size=40))
def test_any_marks_in_any_order_give_one_answer_that_other_articles_do_not_change(pieces: list[str]) -> None:
    text = "".join(pieces)
    together = quoted_words(text, "“open", text)
    assert together[0] == together[2] == quoted_words(text)[0]
    assert together[1] == "open"


@given(st.lists(st.sampled_from(["we", "won", "it", "today", "and", "so"]), min_size=1, max_size=8))
def test_all_kinds_of_marks_mean_the_same(words: list[str]) -> None:
    inside = " ".join(words)
    texts = [f"He told them {a}{inside},{b} and went home." for a, b in ("“”", '""', "‘’", "''", "«»", "��")]
    assert quoted_words(*texts) == [inside] * len(texts)


def test_many_open_marks_take_no_time() -> None:
    began = time.perf_counter()
    assert quoted_words("'a " * 40_000) == [""]
    assert time.perf_counter() - began < 10


def test_agrees_with_coders_of_news() -> None:
    """BASIL says of each coded span whether it is quoted; most of its words must say the same for us."""
    articles = [json.loads(line) for line in shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines()]
    bodies = ["\n\n".join(" ".join(paragraph) for paragraph in article["body-paragraphs"]) for article in articles]
    keys = [f"x/{number:03d}" for number in range(len(bodies))]
    corpus = Corpus.from_frame(pl.DataFrame({"article": keys, "outlet": ["x"] * len(keys), "body": bodies}))
    words = {
        key: list(zip(*of, strict=True))
        for key, *of in corpus.tokens.filter("is_word").group_by("article").agg("start", "quoted").iter_rows()
    }
    agree = []
    for key, body, article in zip(keys, bodies, articles, strict=True):
        for span in article["annotations"]["phrase-level-annotations"]:
            at = body.find(span["txt"])
            inside = [quoted for start, quoted in words[key] if at <= start < at + len(span["txt"])]
            if at >= 0 and inside:
                agree.append((2 * sum(inside) > len(inside)) == (span["quote"] == "yes"))
    assert len(agree) > 1000
    assert sum(agree) / len(agree) >= 0.95


def test_a_quotation_goes_on_as_the_french_set_it() -> None:
    text = "« I was there.\n\n» They ran to the gate.\n\n» Nobody came », said Ada Holm.\n\nThe mill is gone."
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    quoted = " ".join(corpus.tokens.filter("quoted", "is_word")["text"])
    assert quoted == "I was there They ran to the gate Nobody came"
    listed = Corpus.from_frame(
        pl.DataFrame({"outlet": ["x"], "body": ["The mill is gone.\n\n» More of the mill\n\nIt burned."]})
    )
    assert not listed.tokens["quoted"].any(), "a sign before a line is no quotation"
