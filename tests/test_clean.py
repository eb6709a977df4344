"""What is no journalism is taken out, listed, and nothing else. Cases are written after patterns of real pages."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.clean import clean
from tests.conftest import shared

BODY = (
    "The council closed the bridge on Monday after engineers found cracks in two of its four piers.\n\nNobody was hurt."
)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("WASHINGTON (Reuters) - ", "WASHINGTON", "Reuters"),
        ("MOSCOW, Dec 9 (Reuters) - ", "MOSCOW", "Reuters"),
        ("BISHKEK, December 9. /TASS/. ", "BISHKEK", "TASS"),
        ("(Bloomberg) -- ", None, "Bloomberg"),
        ("BEIJING -- ", "BEIJING", None),
        ("NEW YORK (AP) — ", "NEW YORK", "Associated Press"),
        ("MOSCOW: ", "MOSCOW", None),
        ("Moscow � ", "Moscow", None),
        ("WASHINGTON, Feb 4 (Meridian) - ", "WASHINGTON", "Meridian News Agency"),
    ],
)
def test_datelines_become_fields(line: str, place: str | None, agency: str | None) -> None:
    done = clean(line + BODY, agencies={"Meridian": "Meridian News Agency"})
    assert done.body == BODY
    assert (done.dateline, done.agency) == (place, agency)
    assert [(removed.kind, removed.text) for removed in done.removed] == [("dateline", line.strip())]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("News   /   World   /   Bridges", "breadcrumb"),
        ("Image copyright Some Agency Image caption The bridge in May", "caption"),
        ("FILE PHOTO: The bridge is seen from the north bank, January 2, 2026.", "caption"),
        ("In this file photo taken on January 2, 2026, the bridge is seen.", "caption"),
        ("A worker looks at the bridge. (Jane Roe/AFP via Getty Images)", "caption"),
        ("SHARE THIS ARTICLE", "share"),
        ("Follow us on all channels", "share"),
        ("Read more: Ten bridges to see", "related"),
        ("© 2026 The Courier", "notice"),
        ("All rights reserved. No part may be reproduced.", "notice"),
        ("This story has been published from a wire agency feed without modifications.", "notice"),
        ("(Updates with comment from the mayor)", "notice"),
        ("(Reporting by Jane Roe; Editing by John Doe)", "credit"),
        ("--With assistance from Jane Roe.", "credit"),
        ("By Jane Roe", "byline"),
        ("www.courier.example", "link"),
        ("* * *", "separator"),
        ("The bridge is shut", "headline"),
    ],
)
def test_lines_that_are_no_journalism(line: str, kind: str) -> None:
    for text in (f"{line}\n\n{BODY}", f"{BODY}\n\n{line}"):
        done = clean(text, headline="The Bridge is Shut")
        if done.body == BODY:
            assert [removed.kind for removed in done.removed] == [kind]
            return
    pytest.fail(f"{line!r} was kept")


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge was closed.",
        "Reuters reported the cracks first.",
        "He said the photo was taken in May.",
        "The mayor: a profile in courage.",
        "EU and US officials met on Tuesday.",
        "Trump — Never before has a bridge closed so fast.",
        "UPDATE: The bridge is open again.",
        "“Share this with your children,” he said.",
        "No part of it may fall, she said (the engineer).",
    ],
)
def test_journalism_stays(line: str) -> None:
    done = clean(f"{line}\n\n{BODY}")
    assert done.body.startswith(line)
    assert done.removed == []


def test_paragraphs_sentences_and_repeats() -> None:
    assert clean("One line here.\nAnother line here.").body == "One line here.\n\nAnother line here."
    wrapped = "This is a text that was wrapped by a program at\nabout fifty characters in every line, as old mail\nprograms did it, so that its lines mean nothing at\nall to anybody who reads it now."
    assert "\n" not in clean(wrapped).body
    assert clean("The bridge was closed because\n\nof cracks.").body == "The bridge was closed because of cracks."
    assert (
        clean("They ended their efforts.In May they began again.").body
        == "They ended their efforts. In May they began again."
    )
    assert clean("See www.Example.Com and the U.S.A now.").body == "See www.Example.Com and the U.S.A now."
    twice = "The council closed the bridge on Monday after a long debate."
    done = clean(f"{twice}\n\nNobody was hurt.\n\n{twice}")
    assert done.body == f"{twice}\n\nNobody was hurt."
    assert done.removed[0].kind == "repeat"
    assert clean("Shares of Marlowe (MCN.N) and Huawei [HWT.UL] fell.").body == "Shares of Marlowe and Huawei fell."


def test_flags() -> None:
    assert "stub" in clean("Short.").flags
    assert "lost_characters" in clean("It�s here").flags
    assert "truncated" in clean(BODY + " And then...").flags
    assert clean("a\u202eb").removed[0].kind == "control"


@given(st.text(max_size=400))
def test_any_text_is_cleaned_twice_like_once(text: str) -> None:
    done = clean(text)
    assert not any(sign in done.body for sign in "\0\r\u202e\u200b")
    assert "\n\n\n" not in done.body
    assert done.body == done.body.strip()


def test_clean_bodies_lose_fewer_than_three_sentences_in_a_thousand() -> None:
    """BASIL's bodies are clean but for datelines and headlines: what else a rule takes out is nearly always wrong."""
    taken = sentences = 0
    for line in shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        sentences += sum(map(len, article["body-paragraphs"]))
        done = clean("\n\n".join(" ".join(part) for part in article["body-paragraphs"]), article["title"])
        taken += sum(removed.kind not in ("dateline", "ticker", "headline") for removed in done.removed)
    assert taken < 0.003 * sentences
