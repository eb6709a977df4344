"""The same story out of pages as many systems set them: whole, and nothing beside it."""

from __future__ import annotations

import pytest
from lxml import html

from framing.corpus.pages.extract import page_fields
from framing.corpus.pages.prune import main_story, prune
from tests.corpus.page_templates import NAV, STORY, TEMPLATES, TITLE

LINK = "<a href='/{0}'>Cabbage number {0} wins the prize</a>"
NOT_PERFECT = {"cards before"}  # a teaser slips in; the story is whole


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("length", [4, 10])
def test_a_story_in_the_markup_of_a_system(name: str, length: int) -> None:
    fields = page_fields(TEMPLATES[name](STORY[:length]))
    lines = [line.removeprefix("> ") for line in fields["body"].split("\n") if line]
    assert [line for line in lines if line in STORY] == list(STORY[:length])
    assert fields["headline"] == TITLE
    assert "partial" not in fields
    assert name in NOT_PERFECT or "abbage" not in fields["body"]


def test_a_post_from_elsewhere_is_read_as_quoted() -> None:
    body = page_fields(TEMPLATES["posts"](STORY))["body"]
    assert "> I crossed it yesterday and it shook like a leaf in the wind.\n\n> — Ola Berg (@ola) March 2, 2026" in body


def test_a_list_of_facts_with_links_is_no_list_of_links() -> None:
    fact = "The pier number {} was <a href='/x'>measured</a> in May and is two metres too short for it."
    facts, links = (f"<ul>{''.join(f'<li>{form.format(n)}</li>' for n in range(4))}</ul>" for form in (fact, LINK))
    tree = html.fromstring(f"<body>{''.join(f'<p>{text}</p>' for text in STORY)}{facts}{links}</body>")
    prune(tree)
    assert tree.text_content().count("two metres too short") == 4
    assert "abbage" not in tree.text_content()


def test_a_box_that_holds_much_of_the_story_is_no_box() -> None:
    halves = [
        f"<div class='newsletter related-content'>{''.join(f'<p>{text}</p>' for text in part)}</div>"
        for part in (STORY[:5], STORY[5:])
    ]
    page = f"<html><body>{NAV}<article><h1>{TITLE}</h1>{''.join(halves)}</article></body></html>"
    assert page_fields(page)["body"].split("\n") == list(STORY)


def test_a_card_does_not_push_out_the_story_below_it() -> None:
    card = f"<article><h2>{TITLE}</h2><p>{'A teaser that goes on for a while. ' * 6}</p></article>"
    long = f"<article><h2>The council and its bridges</h2>{''.join(f'<p>{text}</p>' for text in STORY)}</article>"
    tree = html.fromstring(f"<body>{card}{long}</body>")
    main_story(tree, TITLE)
    assert STORY[4] in tree.text_content()
