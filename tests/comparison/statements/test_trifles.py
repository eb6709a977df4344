"""What is true, but tells nothing, or reads oddly: captions, plain verbs, halves of words and of names."""

from __future__ import annotations

import pytest

from framing.comparison.statements.beginnings import _PLACE
from framing.comparison.statements.measures import _weak
from framing.comparison.statements.shared_passages import _short
from tests.comparison.statements.events import Text, comparison, filler, said, sentences

# Five reports on a tower.
TOWER: list[Text] = [
    (outlet, f"Gull Tower falls, {outlet} writes", f"Gull Tower fell on Monday. {filler(80 + at)}")
    for at, outlet in enumerate(("Valley Post", "North Wire", "Coast Daily", "The Gull", "The Lamp"))
]
APART = "Of the leaden keys many were lost. In the cellar, far below the old rooms, they found an anvil."
ALSO = "They asked for the anvil. Some said of the leaden keys what others, who had long slept, said of the moon."


def _with(texts: list[Text], *more: str) -> list[Text]:
    return [
        (outlet, head, body + (" " + more[at] if at < len(more) else "")) for at, (outlet, head, body) in
        enumerate(texts)
    ]  # fmt: skip


def test_two_words_that_stand_apart_make_no_theme() -> None:
    along = "They came for the leaden keys when the night was over and nobody had seen the anvil for an hour."
    of = comparison(_with(TOWER, APART, ALSO, along, along))
    assert ["leaden", "anvil"] in [sorted(words, reverse=True) for words in of.found["words"].to_list()]
    assert "“leaden”" not in sentences(of, "theme")
    near = "The leaden anvil was a danger. Of the leaden anvil they spoke often."
    assert "“leaden”" in sentences(comparison(_with(TOWER, near, near)), "theme")


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm watches the race on the quay.",
        "Smoke fills the sky as boats line up on the quay.",
        "Mayor Carla Orsini removes her hat after a speech at the quay.",
        "Ships lie off Velm on Monday in a picture obtained from a ferry.",
        "The quay on Monday. (Ben Roe/Norpress)",
        "Share this",
    ],
)
def test_captions_are_no_first_sentence(line: str) -> None:
    texts = [
        ("Valley Post", "Tower falls", f"{line}\n\nBen Roe\n\nGull Tower fell. Mayor Carla Orsini wept. {filler(90)}"),
        *((outlet, "Tower falls", f"{first} Carla Orsini wept. {filler(91 + at)}") for at, (outlet, first) in enumerate(
            [("North Wire", "Gull Tower fell."), ("Coast Daily", "A tower of Velm fell."), ("The Gull", "It fell.")])),
    ]  # fmt: skip
    of = comparison(texts)
    first = {row["outlet"]: row for row in of.edges.to_dicts()}["Valley Post"]
    text = of.scores.corpus.articles.filter(outlet="Valley Post")["text"].item()
    assert text[first["start"] : first["end"]] == "Gull Tower fell. Mayor Carla Orsini wept."


def test_what_a_story_tells_in_the_present_tense_is_no_caption() -> None:
    body = f"The council, which holds the tower in trust, said it fell. Nobody was hurt. {filler(92)}"
    of = comparison([("Pier Post", "Tower falls", body), *TOWER])
    row = next(row for row in of.edges.to_dicts() if row["outlet"] == "Pier Post")
    text = of.scores.corpus.articles.filter(outlet="Pier Post")["text"].item()
    assert text[row["start"] :].startswith("The council")


def test_a_standfirst_is_a_first_sentence() -> None:
    body = f"The old tower above the harbour fell without any warning\n\nNobody was hurt. {filler(92)}"
    of = comparison([("Valley Post", "Tower falls", body), *TOWER])
    row = {row["outlet"]: row for row in of.edges.filter(article=of.edges["article"][0]).to_dicts()}
    texts = dict(of.scores.corpus.articles.select("article", "text").iter_rows())
    starts = [texts[one["article"]][one["start"] :] for one in of.edges.to_dicts()]
    assert row
    assert any(start.startswith("The old tower above the harbour") for start in starts)


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("Velm: The mayor spoke", "The mayor spoke"),
        ("New Velm, Mar 16: The mayor spoke", "The mayor spoke"),
        ("Velm, 11 March 2023 (NW): The mayor spoke", "The mayor spoke"),
        ("Jan. 19—Mayor Orsini spoke", "Mayor Orsini spoke"),
        ("The mayor spoke: nobody listened", "The mayor spoke: nobody listened"),
        ("Orsini spoke — and nobody listened", "Orsini spoke — and nobody listened"),
    ],
)
def test_datelines_are_no_beginning(begun: str, rest: str) -> None:
    line = _PLACE.match(begun)
    assert begun[line.end() if line else 0 :] == rest


def test_a_post_of_several_paragraphs_is_not_the_reporter_s() -> None:
    post = (
        "The quay is shut.\n\nMy ferries will sail again.\n\nMy pilots know it.\n\nNow. — Carla Orsini (@Orsini) 5 May"
    )
    texts = [*TOWER, ("Harbour Radio", "Gull Tower falls", f"Gull Tower fell. {filler(96)}\n\n{post}")]
    assert "first person" not in sentences(comparison(texts), "about")
    own = f"My ferry was late.\n\nGull Tower fell. {filler(96)}\n\nMy mother saw it.\n\nMy aunt did not."
    assert "first person" in sentences(comparison([*TOWER, ("Harbour Radio", "Gull Tower falls", own)]), "about")


def test_a_line_that_is_a_name_and_the_paper_s_own_staff_are_nobody_of_the_news() -> None:
    lone = "Ivo Brand\n\nGull Tower fell, The Lamp’s arts editor Oda Lind said. Oda Lind was there, who saw it. The baker Jon Weir, 41, lives in it."
    texts = [*TOWER[:4], ("The Lamp", "Tower", f"{lone} {filler(97)}")]
    found = sentences(comparison(texts), "only")
    assert "Jon Weir" in found
    assert "Ivo Brand" not in found
    assert "Oda Lind" not in found


def test_one_loaded_word_in_all_is_no_finding() -> None:
    texts = [*TOWER[:4], ("The Lamp", "Tower falls", f"A bizarre fall of Gull Tower came. {filler(98)}")]
    assert not [one for one in said(comparison(texts), "name") if "loaded" in one.sentence]
    texts[-1] = ("The Lamp", "Tower falls", f"A bizarre, outrageous fall of Gull Tower came. {filler(98)}")
    assert [one for one in said(comparison(texts), "name") if "loaded" in one.sentence]


def test_places_alone_are_no_omission_unless_all_others_name_them() -> None:
    def texts(having: int) -> list[Text]:
        where = ["Ships lay near Old Harwick. Ada Holm lives in Old Harwick." if at < having else "" for at in range(5)]
        return [
            *((f"Paper {at}", "Gull Tower falls", f"Gull Tower fell on Monday. {more} {filler(99 + at)}")
              for at, more in enumerate(where)),
            ("The Lamp", "Gull Tower falls", f"Gull Tower fell on Monday. Ada Holm was there. {filler(110)}"),
        ]  # fmt: skip

    assert "Old Harwick" in sentences(comparison(texts(5)), "omission")
    assert "Old Harwick" not in sentences(comparison(texts(4)), "omission")


def test_a_passage_ends_with_its_sentence_and_has_no_bracket_within() -> None:
    assert _short("the shot is to blame. In") == "… the shot is to blame."
    assert _short("The tower fell. The mayor of Velm wept") == "The tower fell. The mayor of Velm wept"
    passage = "the company and all its old inspectors on the island have said that there is no evidence {}that the tower is to blame"
    bodies = [passage.format(""), passage.format("[?] ")]
    texts = [
        (outlet, f"Head of {outlet}", f"{filler(120 + at)} On Monday {bodies[at]}." if at < 2 else filler(120 + at))
        for at, outlet in enumerate(("Valley Post", "North Wire", "Coast Daily"))
    ]
    shown = [one.sentence for one in said(comparison(texts), "family")]
    assert not any("no evidence that the tower" in sentence for sentence in shown)


@pytest.mark.parametrize(("body", "stated"), [("Norway", False), ("Norway and Norway again", True)])
def test_a_country_alone_is_told_where_it_comes_twice(body: str, stated: bool) -> None:
    texts = [*TOWER[:4], ("The Lamp", "Gull Tower falls", f"Gull Tower fell, as towers do in {body}. {filler(99)}")]
    assert ("Norway (The Lamp)" in sentences(comparison(texts), "only")) is stated


def test_the_united_states_go_by_many_names() -> None:
    texts: list[Text] = [
        *((outlet, head, f"{body} A judge of the United States and Ada Holm came.") for outlet, head, body in TOWER),
        ("State Radio", "Gull Tower falls", f"Gull Tower fell. Ada Holm was there. {filler(121)}"),
    ]
    assert "United States" not in sentences(comparison(texts), "omission")


def test_a_loaded_word_that_the_headline_alone_has_is_told_once() -> None:
    body = f"Gull Tower fell, a bizarre and outrageous fall. {filler(98)}"
    of = comparison([*TOWER[:4], ("The Lamp", "Smeared: Gull Tower falls", body)])
    (loaded,) = [one.sentence for one in said(of, "name") if "loaded" in one.sentence]
    assert "“smeared”" not in loaded.lower()
    assert "“bizarre”" in loaded
    assert "“Smeared”" in sentences(of, "headline")


def test_small_words_of_a_theme_are_not_shown() -> None:
    more = "It came a little later than the leaden anvil. The leaden anvil was a danger, and it was a little danger."
    shown = sentences(comparison(_with(TOWER, more, more)), "theme")
    assert "“leaden”" in shown
    assert "“little”" not in shown


@pytest.mark.parametrize(
    ("side", "low", "high", "weak"),
    [
        ("lower", 0.0, 0.95, True),  # "at most 0.95 times as many"
        ("lower", 0.0, 0.4, False),
        ("higher", 1.1, None, True),
        ("higher", 3.0, 90.0, False),
        ("higher", 1.1, 4.0, False),  # the interval is told
        ("lower", None, None, False),
    ],
)
def test_a_bound_near_one_is_not_told(side: str, low: float | None, high: float | None, weak: bool) -> None:
    assert _weak({"side": side, "low": low, "high": high}) is weak
