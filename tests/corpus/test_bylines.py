"""Lines that name who wrote a text without *By*, places that a text begins with, and lines that only look like them."""

from __future__ import annotations

import pytest

from framing.corpus.cleaning.clean import clean

BODY = (
    "The council closed the bridge at Harwick on Monday after engineers found cracks in two of its four piers.\n\n"
    "Nobody was hurt, and a ferry will run until the summer, the mayor told those who had come to the hall.\n\n"
    "The repair may cost 2 million pounds, half of which the state has promised to the town of Harwick."
)


@pytest.mark.parametrize(
    "line", ["Zoë Ångström", "JANE ROE", "Jane Roe and Ben Lee", "— Anna van der Berg", "Jane O’Dowd"]
)
def test_names_alone_at_an_edge_are_a_byline(line: str) -> None:
    for text in (f"{line}\n\n{BODY}", f"{BODY}\n\n{line}"):
        done = clean(text)
        assert done.body == BODY
        assert done.byline == line.lstrip("— ")


@pytest.mark.parametrize(
    "line", ["Lower Town", "Jane Roe.", "What Happened", "Port Harwick Bridge", "The Mayor", "New York", "Two Piers"]
)
def test_other_capitals_alone_at_an_edge_are_none(line: str) -> None:
    assert clean(f"{line}\n\n{BODY}").byline is None


def test_a_name_that_comes_again_or_stands_beside_no_sentence_stays() -> None:
    text = f"Jane Roe\n\n{BODY}\n\nJane Roe\n\n{BODY.replace('Monday', 'Friday')}"
    assert clean(text).body.count("Jane Roe") == 2
    assert "Jane Roe" in clean("Jane Roe\n\nBen Lee\n\nAnn Wood\n\nThe three won the prize.").body


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Por Ana Núñez", "Ana Núñez"),
        ("Analysis by Jane Roe", "Jane Roe"),
        ("Posted by Jane Roe on November 4, 2025", "Jane Roe"),
        ("Author: Jane Roe", "Jane Roe"),
        ("by Łukasz Żak", "Łukasz Żak"),
        ("By Zoë Roe | The Courier", "Zoë Roe"),
        ("By Zoë Roe (Reuters)", "Zoë Roe (Reuters)"),
    ],
)
def test_the_names_of_a_byline(line: str, byline: str) -> None:
    assert clean(f"{line}\n\n{BODY}").byline == byline


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("[HARWICK] ", "HARWICK", None),
        ("[HARWICK, 4 Nov] ", "HARWICK", None),
        ("HARWICK: ", "HARWICK", None),
        ("HARWICK | ", "HARWICK", None),
        ("MALMÖ, Nov. 4: ", "MALMÖ", None),
        ("MALMÖ, Sweden • ", "MALMÖ, Sweden", None),
        ("Malmö, November 4, 2025 — ", "Malmö", None),
        ("MALMÖ (TT) – ", "MALMÖ", "TT"),
        ("A CORUÑA, Spain (AP) — ", "A CORUÑA, Spain", "Associated Press"),
        ("MALMÖ – (Reuters) – ", "MALMÖ", "Reuters"),
        ("TORONTO (CP) — ", "TORONTO", "Canadian Press"),
        ("MONTRÉAL, Feb 5 (The Canadian Press) — ", "MONTRÉAL", "Canadian Press"),
        ("AUCKLAND (NZPA) - ", "AUCKLAND", "NZPA"),
        ("МОСКВА, 5 февраля /ТАСС/. ", "МОСКВА", "TASS"),
        ("WATCH HILL, R.I. (AP) — ", "WATCH HILL, R.I.", "Associated Press"),
        ("LIVE OAK, Fla. — ", "LIVE OAK, Fla.", None),
        ("AP - MALMÖ - ", "MALMÖ", "Associated Press"),
        ("Reuters, Malmö: ", "Malmö", "Reuters"),
        ("By Reuters MALMÖ — ", "MALMÖ", "Reuters"),
        ("Malmö (AP/dpa) — ", "Malmö", None),
    ],
)
def test_datelines_in_other_forms(line: str, place: str, agency: str | None) -> None:
    done = clean(line + BODY)
    assert (done.body, done.dateline, done.agency) == (BODY, place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "PIERS: two of the four have cracks, the engineers told the council on Monday.",
        "[Two] of the four piers have cracks, the engineers told the council on Monday.",
        "[VIDEO] Engineers told the council on Monday that two of the four piers have cracks.",
        "UPDATE: Engineers told the council on Monday that two of the four piers have cracks.",
        "Friday, 4 November 2025 was the day on which the bridge was closed, and it rained.",
        "Jane Roe reported from her window that the bridge lay still.",
        "More ferries to follow in the spring, the mayor said.",
        "Published figures show that the bridge was old.",
        "Staff were sent home with tea.",
        "(c) Report each leak to the desk.",
        "Editing the report took the council a week.",
    ],
)
def test_sentences_that_only_begin_like_them(text: str) -> None:
    for whole in (f"{text}\n\n{BODY}", f"{BODY}\n\n{text}"):
        done = clean(whole)
        assert done.body == whole
        assert (done.dateline, done.byline) == (None, None)


@pytest.mark.parametrize(
    "label",
    ["BREAKING NEWS", "EXCLUSIVE", "UPDATE", "WATCH", "READ MORE", "ANNONS", "SPONSORED CONTENT", "SUBSCRIBE NOW"],
)
@pytest.mark.parametrize("dash", [" - ", " — ", " -- ", "—"])
def test_labels_before_a_dash_are_no_places(label: str, dash: str) -> None:
    done = clean(f"{label}{dash}{BODY}")
    assert done.dateline is None
    assert done.body.endswith(BODY)


def test_a_line_above_a_photographers_name_tells_of_the_picture() -> None:
    picture = "A crane at the lower quay\n\nPetra Holm/Reuters"
    for text in (f"{picture}\n\n{BODY}", BODY.replace("\n\n", f"\n\n{picture}\n\n", 1)):
        done = clean(text, headline="Bridge is shut")
        assert done.body == BODY
        assert ("caption", "A crane at the lower quay") in [(one.kind, one.text) for one in done.removed]


@pytest.mark.parametrize(
    "line", ["What comes next for the pier", "Two piers left", "The mayor said that the pier was old.", "He asked:"]
)
def test_other_lines_above_a_photographers_name_stay(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\nPetra Holm/Reuters\n\n{BODY[:40]}."
    assert line in clean(text, headline="Bridge is shut").body
