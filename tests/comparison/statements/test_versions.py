"""Versions of one report, last words, and aims."""

from __future__ import annotations

from tests.comparison.statements.events import Text, comparison, filler, sentences

STORY = "\n\n".join(filler(seed, 4) for seed in range(500, 506))
MORE = "“We were not asked,” said Ben Roe of the Alder Union. Marta Lunde of Kettle Group had no comment."
LINE = "The old ferry will be sold to a museum in Tarn before the end of the year, as the council has now decided."
TEXTS: list[Text] = [
    ("Agency", "Ferry sold", STORY + "\n\n" + MORE),
    ("Gull", "Ferry is sold", STORY + "\n\n" + MORE),
    ("Tide", "Ferry goes", STORY),
    ("Lamp", "Museum buys ferry", filler(510, 30) + "\n\n" + LINE),
    ("Wire", "Farewell to ferry", filler(511, 30)),
    ("Post", "Ferry, goodbye", LINE + "\n\n" + STORY + "\n\n" + MORE),
]


def test_a_version_of_a_later_day_is_no_earlier_one() -> None:
    days = ["2026-03-02" if outlet == "Tide" else "2026-03-01" for outlet, *_ in TEXTS]
    assert "Tide, a version of the same report, lacks this." in sentences(comparison(TEXTS, days), "version")
    days = ["2026-02-28" if outlet == "Tide" else "2026-03-01" for outlet, *_ in TEXTS]
    assert "lacks this, and may be an earlier one." in sentences(comparison(TEXTS, days), "version")


def test_what_a_version_lacks() -> None:
    found = sentences(comparison(TEXTS), "version")
    assert (
        "Ben Roe is quoted only in Agency, Gull and Post; Tide, a version of the same report, lacks this, and may be an earlier one."
        in found
    )


def test_a_stitched_text() -> None:
    found = sentences(comparison(TEXTS), "version")
    own = "Post’s version of a report has a sentence that the other versions lack and that Lamp has"
    assert own in found
    alone = [*TEXTS[:5], ("Post", "Ferry, goodbye", STORY + "\n\n" + MORE)]
    assert "version of a report has" not in sentences(comparison(alone), "version")
    third = [*TEXTS[:4], ("Wire", "Farewell to ferry", filler(511, 30) + " " + LINE), TEXTS[5]]
    assert own not in sentences(comparison(third), "version")  # two other reports have it
    quoted = [(outlet, head, body.replace(LINE, f"“{LINE}” Ada Holm said.")) for outlet, head, body in TEXTS]
    assert own not in sentences(comparison(quoted), "version")  # somebody's words


def test_whose_words_end_the_texts() -> None:
    end = "\n\n“So we go home now,” said Ada Holm. “That is how it is.”"
    texts = [(outlet, head, body + end if outlet in ("Lamp", "Wire") else body) for outlet, head, body in TEXTS]
    found = sentences(comparison(texts), "lead")
    assert "Two of the six texts end on words of Ada Holm in quotation marks: Lamp and Wire." in found


def test_aims_in_the_texts_own_words() -> None:
    aims = (
        "aimed at reducing the noise in town",
        "meant to keep the lorries out",
        "designed to fill the town's purse while making sure ships come",
    )
    texts = [
        ("ABC"[at], "Bridge toll rises", f"The bridge toll is {aim}.\n\n" + filler(520 + at))
        for at, aim in enumerate(aims)
    ]
    found = sentences(comparison(texts), "wording")
    assert all(f"“{aim}” ({'ABC'[at]})" in found for at, aim in enumerate(aims))
    other = [(outlet, head, body.replace("The bridge toll is", "The song is")) for outlet, head, body in texts]
    assert sentences(comparison(other), "wording") == ""
