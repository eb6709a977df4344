"""What is not said to be left out, though the word is not there; and what is the page's, not the story's."""

from __future__ import annotations

import json
from pathlib import Path

from framing.comparison.compare import compare
from framing.corpus.load import load
from framing.scoring.scores import score
from tests.comparison.statements.events import ONLY as MEASURES
from tests.comparison.statements.events import Text, comparison, filler, sentences


def told(*bodies: str) -> list[Text]:
    return [
        ("ABCDEF"[at], f"Pier of Velm, {at}", f"{body}\n\n{filler(1300 + at, 14)}") for at, body in enumerate(bodies)
    ]


def omitted(*bodies: str) -> str:
    return sentences(comparison(told(*bodies)), "omission")


PIER = "The pier of Velm was shut on Monday. "


def test_a_people_is_named_by_its_country() -> None:
    both = PIER + "It was the pier of the Turks, the Turks say. "
    assert "Turks" in omitted(both, both, both, PIER)
    assert "Turks" not in omitted(both, both, both, PIER + "Turkey had built it. ")


def test_a_town_before_a_state_stands_for_it() -> None:
    both = PIER + "It lies in Halden, Portugal, where Portugal keeps its boats. The Harbour Authority met. "
    assert "Portugal" in omitted(both, both, both, PIER)
    assert "Portugal" not in omitted(both, both, both, PIER + "It lies in Halden. ")


def test_a_city_stands_for_its_country() -> None:
    both = PIER + "The owners met in Switzerland. The Harbour Authority met. "
    assert "Switzerland" in omitted(both, both, both, PIER)
    assert "Switzerland" not in omitted(both, both, both, PIER + "The owners met in Geneva. ")


def test_a_nickname_in_marks_is_no_name() -> None:
    both = PIER + "It is known as “The Greatest” of all. The Harbour Authority met. "
    found = omitted(both, both, both, PIER)
    assert "Greatest" not in found
    assert "Harbour Authority" in found


def test_thousands_of_them_are_no_missing_figure() -> None:
    both = PIER + "There were 1,000 tractors. "
    assert "1,000 tractors" in omitted(both, both, both, PIER)
    assert "1,000 tractors" not in omitted(both, both, both, PIER + "Thousands of green tractors came. ")


def test_a_name_is_given_as_most_texts_have_it() -> None:
    both = PIER + "The owner had joined Tidism. "
    found = omitted(both, both, both, PIER + "The owner had joined Old Tidism. ", PIER, PIER)
    assert "Old Tidism" not in found


ONLY = "The lamplighter of Velm hid nine kegs of powder beneath the chapel of Saint Anne"


def only(*bodies: str) -> str:
    return sentences(comparison(told(*bodies)), "only")


def test_what_breaks_off_or_is_a_byline_is_not_told_by_one_alone() -> None:
    assert ONLY in only(f"{PIER}{ONLY}.", PIER, PIER)
    of = comparison(
        [(name, head, f"{body}\n\n{ONLY}") for name, head, body in told(PIER, PIER, PIER)[:1]]
        + told(PIER, PIER, PIER)[1:]
    )
    assert ONLY not in sentences(of, "only")


def test_a_number_that_another_has_is_not_told_by_one_alone() -> None:
    kegs = ONLY.replace("nine", "9,400")
    assert kegs in only(f"{PIER}{kegs}.", PIER, PIER)
    assert kegs not in only(f"{PIER}{kegs}.", PIER, PIER + "There were 9,400 barrels. ")


def test_an_embedded_post_is_no_source_in_common() -> None:
    post = "Congrats to the team on an exciting opening of the new pier in Velm, crews learned a lot for the next one"
    assert "Word for word" in sentences(comparison(told(f"{PIER}{post}.", f"{PIER}{post}.", PIER)), "family")
    posts = (f"{PIER}\n\n{post} pic.twitter.com/abc",) * 2
    assert "Word for word" not in sentences(comparison(told(*posts, PIER)), "family")


def test_a_dateline_names_a_country(tmp_path: Path) -> None:
    lead = "The United Arab Emirates shut the pier of Velm on Monday, said the United Arab Emirates. "
    where = "The United Arab Emirates is named in the first two sentences of A and B"
    assert where in sentences(comparison(told(lead, lead, PIER, PIER, PIER)), "lead")
    dateline = "DUBAI, United Arab Emirates (AP) — " + PIER
    (tmp_path / "event.toml").write_text('title = "Pier"\ndate = 2024-05-03\n')
    lines = [
        json.dumps({"outlet": outlet, "title": head, "date": "2024-05-03", "text": text})
        for outlet, head, text in told(lead, lead, PIER, dateline, PIER)
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines))
    assert where not in sentences(compare(score(load(tmp_path), only=MEASURES)), "lead")


def test_a_common_noun_that_opens_a_text_is_no_name() -> None:
    body = "Brightwater {} had its seat in Velm, and Brightwater {} had a boat. "
    where = "Brightwater {} is named in the first two sentences of A and B"
    lead = body.format("Harbourmasters", "Harbourmasters")
    more = "The harbourmasters met. "
    found = sentences(comparison(told(lead, lead, PIER + more, PIER, PIER)), "lead")
    assert where.format("Harbourmasters") not in found
    lead = body.format("Oarlock", "Oarlock")
    assert where.format("Oarlock") in sentences(comparison(told(lead, lead, PIER, PIER, PIER)), "lead")


def test_an_agency_is_not_quoted_in_a_version() -> None:
    report = f"{PIER}{filler(1400, 16)}"
    quoted = " “The pier of Velm was the longest of all of them by far”, {} said on Tuesday."
    texts = [("A", "Pier shut", report + quoted.format("Ada Holm")), ("B", "Pier shut", report)]
    texts += [("C", "Pilots fear for pier", f"{PIER}{filler(1401, 16)}")]
    assert "Ada Holm is quoted only in A" in sentences(comparison(texts), "version")
    texts[0] = ("A", "Pier shut", report + quoted.format("Reuters"))
    assert "Reuters" not in sentences(comparison(texts), "version")


def test_links_to_other_stories_are_not_what_one_alone_names() -> None:
    link = "Ilse Brandt set to resign from premiership of Scotland"
    assert "Scotland" in only(f"{PIER}{link}.", PIER, PIER)
    assert "Scotland" not in only(f"{PIER}\n\n{link}", PIER, PIER)


AIM = "The pier toll of Velm is meant to keep {} off the beach. "


def aims(last: str) -> str:
    lines = [AIM.format("dogs"), AIM.format("vans"), last]
    heads = ("Pier toll of Velm", "New toll for pier", "Pier toll is here")
    return sentences(
        comparison([("ABC"[at], heads[at], line + filler(1500 + at, 14)) for at, line in enumerate(lines)]), "wording"
    )


def test_what_others_aim_at_is_no_aim_of_the_matter() -> None:
    assert "The aim in different words" in aims(AIM.format("the crowds of summer"))
    theirs = "The pier toll of Velm passed late, the pilots sending it back five times in a bid to secure some changes."
    assert "The aim" not in aims(theirs)
    told = "A judge ordered the owners of the pier toll of Velm to stop taking coins from the crowds of summer."
    assert "The aim" not in aims(told)


def test_a_word_inside_another_is_not_lacking() -> None:
    line = "The migrants and the gangs of smugglers met on the pier of Velm. The migrants paid the gangs. "
    found = sentences(comparison(told(line, line, PIER, PIER, PIER)), "theme")
    assert "“migrants”" in found
    found = sentences(comparison(told(line, line, PIER + "Immigrants came. ", PIER, PIER)), "theme")
    assert not any("“migrants”" in one for one in found.splitlines() if "stand only" in one)
