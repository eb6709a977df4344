"""What stands below the beginning of a story behind a paywall; pages of several stories, and pages that only lead to some."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from framing.corpus.cleaning.clean import clean
from framing.corpus.cleaning.walls import OF_WALLS, WALL
from framing.corpus.load import load
from framing.corpus.pages.extract import page_fields
from framing.corpus.pages.kinds import lists_stories
from framing.errors import FramingError

STORY = (
    "The weir at Lund gave way on Sunday, and the lower town stood under water until noon, the mayor told the paper.",
    "Nobody was hurt. A new weir takes two years to build, and the town has asked the state for half of its price.",
    "The old one was built by monks, and children fished below it in summer, as their grandparents had done before.",
)
OTHER = (
    "A cow fell into a well at Dorn and was pulled out with a crane after six hours, its owner said on Friday.",
) * 3


def page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>Weir of Lund breaks</title>{head}</head><body>{body}</body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "gate",
    [
        "<p>Subscribe to read the full story.</p>",
        "<button>Start your free trial to continue reading</button>",
        "<h3>Jetzt weiterlesen mit L+</h3>",
        "<p>You have 0 free articles remaining this month.</p>",
        "<p>Sign in or create an account to keep reading</p>",
        "<p>You have read 10% of this article.</p><p>Register to read on.</p>",
        "<p>To read the rest of this story, become a member</p>",
        "<p>Premium</p><p>This content is available to premium subscribers only.</p>",
        "<p>Il vous reste 82 % de cet article à lire.</p>",
        "<p>Suscríbete para seguir leyendo</p>",
        "<p>Contenuto riservato agli abbonati</p>",
        "<p>Unlock this article</p>",
        "<h3>For members</h3><a href='/s'>Unlock the rest of this story</a>",
        "<p>Keep reading with a 7-day free trial</p>",
        "<span>Continue reading with a subscription</span>",
        "<p>Read the rest of this story with a free account</p>",
        "<p>Want to read more? Subscribe now</p>",
        "<p>Subscribe for full access</p>",
        "<p>You’ve hit your limit. Subscribe.</p>",
        "<p>You have reached your monthly article limit. Register to go on.</p>",
    ],
)
def test_a_gate_is_no_text_and_says_that_the_story_is_cut(gate: str, tmp_path: Path) -> None:
    (tmp_path / "bee--2025-05-04--1.html").write_text(
        page(f"<article><h1>Weir of Lund breaks</h1><p>{STORY[0]}</p><div>{gate}</div></article>"), "utf-8"
    )
    (row,) = load(tmp_path).articles.iter_rows(named=True)
    assert row["text"][row["body_start"] :] == STORY[0]
    assert "paywall" in row["flags"]


@pytest.mark.parametrize(
    "text",
    [
        "“You must subscribe to read the full list,” the mayor said.",
        "Anglers must register to access the river from May on, which many in the lower town think is long overdue, and "
        "the mayor hopes that it will bring in enough to pay for a part of the weir and of the path beside it as well.",
        "The members of the club were read a letter.",
        "Historians unlock this story of the weir for all who come to the old mill in May.",
        "Most pupils keep reading with a subscription to the library of the lower town.",
        "Since May readers can subscribe for full access to the maps of the river.",
        "“You have reached your limit of patience with us, and I would register it,” the mayor said.",
        "The lower town has reached its limit, and an account of the damage is due in May.",
    ],
)
def test_a_sentence_about_subscribers_is_text(text: str) -> None:
    done = clean("\n\n".join((*STORY, text)))
    assert done.body.endswith(text)
    assert "paywall" not in done.flags


def test_the_story_that_the_page_is_called_after() -> None:
    stories = [("A cow in a well", OTHER), ("Weir of Lund breaks", STORY), ("Chess club wins", OTHER[:2])]
    for mark in ("article", "div"):
        body = "".join(f"<{mark}><h1>{name}</h1>{paragraphs(*texts)}</{mark}>" for name, texts in stories)
        fields = page_fields(page(f"<main>{body}</main>"))
        assert (fields["headline"], fields["body"].split("\n")) == ("Weir of Lund breaks", list(STORY))


HEAD = "<h1>Weir of Lund breaks</h1>"


def test_a_story_in_two_articles_is_one() -> None:
    first, second = paragraphs(*STORY[:1]), paragraphs(*STORY[1:], STORY[0])
    for between in ("", "\n\n"):
        fields = page_fields(page(f"<main><article>{HEAD}{first}</article>{between}<article>{second}</article></main>"))
        assert fields["body"].split("\n") == [*STORY, STORY[0]]
    for other in (
        f"<article><h3>A cow in a well</h3>{paragraphs(*OTHER)}</article>",
        f"<article class='comment'>{paragraphs(*OTHER)}</article>",
        f"<article><p><a href='/'>{OTHER[0]}</a></p><p><a href='/'>{OTHER[0]}</a></p></article>",
    ):
        whole = page(f"<main><article>{HEAD}{paragraphs(*STORY)}</article>{other}</main>")
        assert page_fields(whole)["body"].split("\n") == list(STORY)


def test_a_card_of_another_story_within_the_story_is_no_part_of_it() -> None:
    card = f"<article><h2>A cow in a well</h2>{paragraphs(OTHER[0])}</article>"
    nested = f"<article>{HEAD}{paragraphs(*STORY[:2])}{{}}{paragraphs(*STORY[2:])}</article>"
    assert page_fields(page(nested.format(card)))["body"].split("\n") == list(STORY)
    for entry in (card.replace("A cow", "10:15 A cow"), card.replace("<article", "<article class='live-entry'")):
        assert OTHER[0] in page_fields(page(nested.format(entry)))["body"]
    blog = "".join(f"<article><h2>Part {number}</h2>{paragraphs(text)}</article>" for number, text in enumerate(STORY))
    assert all(text in page_fields(page(f"<article>{HEAD}{blog}</article>"))["body"] for text in STORY)


@pytest.mark.parametrize(
    ("data", "headline", "byline"),
    [
        ('"headline": "A cow in a well"', "Weir of Lund breaks", "Jane Roe"),  # whose data it is stays open
        ('"headline": "A cow in a well", "articleBody": "A cow fell into a well."', "Weir of Lund breaks", None),
        ('"headline": "A cow in a well", "url": "https://bee.example/cow"', "Weir of Lund breaks", None),
        ('"headline": "Lund weir gives way", "articleBody": "A cow."', "Lund weir gives way", "Jane Roe"),
        ('"headline": "Flood!", "url": "https://bee.example/weir"', "Weir of Lund breaks", "Jane Roe"),
    ],
)
def test_data_of_another_story(data: str, headline: str, byline: str | None) -> None:
    told = f'{{"@type": "NewsArticle", {data}, "author": {{"name": "Jane Roe"}}}}'
    head = f'<link rel="canonical" href="https://bee.example/weir"><script type="application/ld+json">{told}</script>'
    fields = page_fields(page(f"<article>{HEAD}{paragraphs(*STORY)}</article>", head))
    assert (fields["headline"], fields.get("byline")) == (headline, byline)


def test_a_box_of_other_stories_is_no_part_of_it() -> None:
    box = f"<section><h3>More stories</h3><div><h4>A cow in a well</h4>{paragraphs(*OTHER[:1])}</div></section>"
    fields = page_fields(page(f"<main><section><h1>Weir of Lund breaks</h1>{paragraphs(*STORY)}</section>{box}</main>"))
    assert "cow" not in fields["body"]


def test_paragraphs_of_the_pages_own_data() -> None:
    told = '{"@type": "NewsArticle", "headline": "Weir of Lund breaks", "articleBody": "' + "\\n\\n".join(STORY) + '"}'
    fields = page_fields(
        page(f"<article><p>{STORY[0]}</p></article>", f'<script type="application/ld+json">{told}</script>')
    )
    assert fields["body"] == "\n\n".join(STORY)


CARDS = "".join(
    f"<div><h3><a href='/{n}'>Story number {n}</a></h3><p>{text}</p></div>" for n, text in enumerate(STORY * 2)
)


def test_a_page_that_leads_to_stories_is_none(tmp_path: Path) -> None:
    front = page(f"<main><h1>Lund Bee</h1>{CARDS}</main>")
    assert lists_stories(front)
    assert not lists_stories(page(f"<main><h1>Weir of Lund breaks at last</h1>{paragraphs(*STORY)}{CARDS}</main>"))
    assert not lists_stories(front.replace("</head>", '<meta property="og:type" content="article"></head>'))
    (tmp_path / "front.html").write_text(front, "utf-8")
    with pytest.raises(FramingError, match="is a front page or a list of stories"):
        load(tmp_path)


def test_an_outlet_in_the_title_that_the_address_has_too() -> None:
    text = page(f"<article><h1>Weir of Lund breaks</h1>{paragraphs(*STORY)}</article>")
    text = text.replace("breaks</title>", "breaks | Lund Bee</title>")
    assert page_fields(text, "https://www.lundbee.example/weir")["outlet"] == "Lund Bee"
    assert "outlet" not in page_fields(text, "https://www.dornpost.example/weir")


@pytest.mark.parametrize(
    "line",
    [
        "Log-in to unlock it.", "To read on, become a patron", "This story is for readers.",
        "You have used all of your three free stories.", "You have read 10 % of this story.", "No more free articles.",
        "Members-only", "Weiterlesen mit L+", "Jetzt anmelden und weiterlesen", "Der Beitrag ist nur für Abonnenten",
        "Un article réservé à nos abonnés", "Il vous reste 8 % de cet article", "Abonnez-vous pour lire",
        "Solo para suscriptores", "Suscríbete para continuar leyendo", "Riservato agli abbonati", "Abbonati per leggere",
        "Alleen voor abonnees", "Lees verder met L+", "Exclusivo para assinantes", "Assine para ler",
        "För prenumeranter", "For abonnenter", "Logg inn for å lese", "Prenumerera för att läsa",
        "Join us to keep reading", "Start your own trial to continue", "Create a free account to access it",
    ],
)  # fmt: skip
def test_a_form_of_a_gate_has_one_of_its_words(line: str) -> None:
    assert re.search(WALL, line, re.IGNORECASE)
    assert any(word in line.lower() for word in OF_WALLS)
