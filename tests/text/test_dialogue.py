"""Speech set with dashes: who speaks is said within the paragraph, and lists are none."""

from __future__ import annotations

import polars as pl
import pytest

from framing.corpus.corpus import Corpus

SAID = [
    (
        "The yard was dark.\n\n— You knew of the crack, said Holm.\n\n— I did not, said Lund, and that is the truth.\n\n"
        "— Then who did?\n\n— Ask the office, he said. They have the report.\n\nThe two walked home.",
        "You knew of the crack I did not and that is the truth Then who did Ask the office They have the report",
    ),
    (
        "– We knew of the crack, says Ada Holm, who runs the yard.\n\nThe yard is shut since Monday.\n\n"
        "– It is a scandal, she says.\n\nThe office was silent.",
        "We knew of the crack It is a scandal",
    ),
    (
        "—We knew of the crack —said Ada Holm—. Nobody listened.\n\n—It is a scandal —added Lund.\n\nThe yard is shut.",
        "We knew of the crack Nobody listened It is a scandal",
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_is_said_behind_a_dash(text: str, said: str) -> None:
    assert _quoted(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The rules:\n\n— Keep the doors shut.\n\n— Wear a helmet.\n\n— Report each leak.\n\n— Pay at the gate.",
        "What we know:\n\n– The yard is shut.\n\n– We will tell you when it opens, in May or June.\n\n– Trams run.",
        "– The yard is shut, the mayor says.\n\n– Trams run.\n\n– Buses run.\n\n– Ferries run.",
        "- Ada Holm\n\n- Ben Lund\n\n- Eva Roe\n\nThe three said that the yard is shut.",
    ],
)
def test_a_list_is_no_dialogue(text: str) -> None:
    assert _quoted(text) == ""


def _quoted(text: str) -> str:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["Bee"], "body": [text]}))
    return " ".join(corpus.tokens.filter("quoted", "is_word")["text"])
