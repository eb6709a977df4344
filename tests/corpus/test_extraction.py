"""Articles out of saved web pages."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from framing.corpus.pages.extract import page_fields, text_of
from tests.conftest import shared

FIRST = "The council closed the bridge on Monday after engineers found cracks in two of its four piers."
SECOND = "“It is not safe,” said Ada Holm, the mayor, who wants a new one by the spring."
OTHER = "Trains ran late again in the valley, and the railway blamed a frozen switch near the northern depot for it."
BODY = f"<article><h1>Bridge is shut</h1><p>{FIRST}</p><p>{SECOND}</p><p>{OTHER}</p></article>"


def benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "scripts" / "extraction.py"
    spec = importlib.util.spec_from_file_location("extraction", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head><title>Bridge is shut - The Courier</title>{head}</head><body>{body}</body></html>"


def test_shingles_are_counted_as_by_the_benchmarks_authors() -> None:
    script = benchmark()
    assert script.compare("a b c d e", "a b c d e") == (1.0, 0.0, 0.0)
    # abcd, bcde are wanted; bcde, cdex are found: one of three is right.
    assert script.compare("a b c d e", "b c d e x") == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert script.compare("a b c d a b c d", "a b c d") == pytest.approx((1 / 5, 0, 4 / 5)), (
        "shingles count as often as they stand there"
    )
    assert script.compare("a b", "a b") == (1.0, 0.0, 0.0), "a short text is one shingle"
    precision, recall, f1 = script.summary([(1.0, 0.0, 0.0), (0.25, 0.25, 0.5)])
    assert (precision, recall) == pytest.approx((0.75, 2 / 3))
    assert f1 == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))


def test_pages_with_true_texts() -> None:
    folder, script = shared("gold/article-pages"), benchmark()
    counts = []
    for path in sorted(folder.glob("*.html.gz")):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        true = json.loads(path.with_name(path.name.replace(".html.gz", ".json")).read_text(encoding="utf-8"))[
            "articleBody"
        ]
        counts.append(script.compare(true, page_fields(html).get("body", "")))
    assert len(counts) > 50
    precision, recall, f1 = script.summary(counts)
    assert f1 >= 0.97, (precision, recall)


def test_linked_data_comes_before_meta_tags() -> None:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "NewsMediaOrganization", "@id": "#courier", "name": "The Courier"},
            {
                "@type": ["NewsArticle"],
                "headline": "Bridge &amp; tunnel are shut",
                "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}],
                "datePublished": "2026-01-02T08:15:00+01:00",
                "publisher": {"@id": "#courier"},
                "articleSection": ["Opinion"],
                "inLanguage": "en-GB",
            },
        ],
    }
    head = (
        f"<script type='application/ld+json'>{json.dumps(linked)}</script><script type='application/ld+json'>{{broken</script>"
        "<meta property='og:title' content='Other'><meta name='author' content='Other'><link rel=canonical href='https://courier.example/a'>"
    )
    fields = page_fields(page(head))
    assert fields.pop("body") == f"{FIRST}\n{SECOND}\n{OTHER}"
    assert fields == {
        "headline": "Bridge & tunnel are shut",
        "byline": "Jane Roe, John Doe",
        "published": "2026-01-02T08:15:00+01:00",
        "outlet": "The Courier",
        "url": "https://courier.example/a",
        "genre": "Opinion",
        "language": "en-GB",
    }


def test_meta_tags_and_the_page_itself() -> None:
    head = (
        "<meta property='og:title' content='Bridge is shut | The Courier'><meta property='og:site_name' content='The Courier'>"
        "<meta property='og:url' content='https://courier.example/a'><meta property='article:section' content='News'>"
        "<meta property='article:published_time' content='2026-01-02'><meta name='author' content='By Jane Roe'>"
    )
    fields = page_fields(page(head, attributes="lang=en"))
    assert (fields["headline"], fields["byline"], fields["published"]) == ("Bridge is shut", "Jane Roe", "2026-01-02")
    assert (fields["outlet"], fields["url"], fields["genre"], fields["language"]) == (
        "The Courier",
        "https://courier.example/a",
        "News",
        "en",
    )
    bare = page_fields(
        page(body=f"<p class=byline>By Jane Roe</p><time datetime='2026-01-02'>2 Jan</time>{BODY}"),
        "https://www.courier.example/x",
    )
    assert (bare["headline"], bare["byline"], bare["published"]) == ("Bridge is shut", "Jane Roe", "2026-01-02")
    assert bare["url"] == "https://www.courier.example/x"


@pytest.mark.parametrize(
    ("publisher", "site", "url", "outlet"),
    [
        ("Associated Press", "The Courier", "https://www.courier.example/a", "The Courier"),
        ("Wall Ledger Journal", None, "https://wlj.example/a", "Wall Ledger Journal"),
        ("Blogger", "Courier | all that is new", "https://courier.example/a", "Courier"),
        ("@courier", None, "https://courier.example/a", "courier"),
        ("U.S.", None, "https://courier.example/a", "U.S."),
    ],
)
def test_an_outlet_that_fits_its_address(publisher: str, site: str | None, url: str, outlet: str) -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": "x", "publisher": {"name": publisher}})
    head = f"<script type='application/ld+json'>{linked}</script>" + (
        f"<meta property='og:site_name' content='{site}'>" if site else ""
    )
    assert page_fields(page(head), url)["outlet"] == outlet


def test_the_date_in_the_address_and_dates_that_are_none() -> None:
    assert page_fields(page(), "https://courier.example/2026/1/2/bridge")["published"] == "2026-01-02"
    head = "<meta property='article:published_time' content='0001-01-01T00:00:00Z'>"
    assert page_fields(page(head), "https://courier.example/2026/1/2/bridge")["published"] == "2026-01-02"
    assert "published" not in page_fields(page())


def test_the_beginning_before_a_paywall_is_flagged() -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": False})
    head = f"<script type='application/ld+json'>{linked}</script>"
    assert page_fields(page(head))["paywall"] == "true"
    assert page_fields(page(body=f"{BODY}<div>Subscribe to continue reading</div>"))["paywall"] == "true"
    assert "paywall" not in page_fields(page(head, BODY.replace(OTHER, f"{OTHER} " * 20))), "the whole story is there"
    assert "paywall" not in page_fields(page())


def test_cards_glued_to_names_are_no_text() -> None:
    card = "<span class='rollover-people'><span class='rollover-people-block'>Ada HolmMorning report Trial begins</span></span>"
    assert "Trial" not in page_fields(page(body=BODY.replace("Ada Holm", f"Ada Holm{card}")))["body"]


def test_text_of_markup() -> None:
    assert text_of("no markup") == "no markup"
    assert (
        text_of("<p>A &amp; B</p><p>C<br>D</p><script>x</script><figure><figcaption>y</figcaption></figure>")
        == "A & B\n\nC\n\nD"
    )
    assert text_of("AT&T") == "AT&T"


@pytest.mark.parametrize(
    "content",
    [
        "",
        " ",
        "<",
        "<html>",
        "\ufeff",
        "<p>" * 5000,
        "<a><b>" * 3000,
        "<!--",
        "<script>",
        "&#0;",
        "<html><body><p>\x00</p>",
    ],
)
def test_any_page_is_survived(content: str) -> None:
    page_fields(content)


@pytest.mark.parametrize("address", ["http://[", "javascript:alert(1)", "file:///etc/passwd", "//", "http://"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    head = f"<link rel=canonical href='{address}'><meta property='og:url' content='{address}'>"
    assert "url" not in page_fields(page(head))
    assert page_fields(page(head), "https://courier.example/a")["url"] == "https://courier.example/a"
    assert "url" not in page_fields(page(head), address)


def test_of_several_articles_in_the_markup_the_pages_own_counts() -> None:
    own = {"@type": "NewsArticle", "headline": "Bridge is shut", "author": "Jane Roe"}
    other = {
        "@type": "NewsArticle",
        "headline": "Late trains",
        "author": "John Doe",
        "datePublished": "2020-01-01",
        "inLanguage": "de",
    }
    for things in ([own, other], [other, own]):
        fields = page_fields(page(f"<script type='application/ld+json'>{json.dumps(things)}</script>"))
        assert (fields["headline"], fields["byline"]) == ("Bridge is shut", "Jane Roe")


def test_cells_of_tables_stay_without_their_lines() -> None:
    table = "<table><tr><th>Pier</th><th>Cracks</th></tr><tr><td>One</td><td>Four</td></tr></table>"
    body = page_fields(page(body=BODY.replace("</article>", f"{table}</article>")))["body"]
    assert "|" not in body
    assert body.split()[-4:] == ["Pier", "Cracks", "One", "Four"]


STORY = " ".join(
    f"Sentence {word} of the story tells what the council did about the pier." for word in "abcdefghijklmnop"
)


def test_a_class_that_only_sounds_like_an_aside_does_not_wipe_out_the_story() -> None:
    page = f"<html><body><p>Cookies are used here.</p><div class='js-read-more-wrap'><p>{STORY}</p></div></body></html>"
    assert page_fields(page)["body"].endswith("about the pier.")


def test_the_main_story_of_several() -> None:
    other = "".join(
        f"<article><h1>Cabbage {n} wins</h1><p>{STORY.replace('pier', 'cabbage')}</p></article>" for n in "ab"
    )
    page = f"<html><head><title>Pier shut</title></head><body><main><article><h1>Pier shut</h1><p>{STORY}</p></article>"
    body = page_fields(f"{page}{other}</main></body></html>")["body"]
    assert "pier" in body
    assert "cabbage" not in body


def test_the_pages_own_data_have_the_text_of_which_it_shows_a_teaser() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Pier shut", "articleBody": STORY})
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><article><h1>Pier shut</h1>"
    assert page_fields(f"{page}<p>{STORY[:70]}</p></article></body></html>")["body"] == STORY
    other = " ".join(f"Something else, number {word}, is told on this page in its own words." for word in "abcdefgh")
    assert "Something else" in page_fields(f"{page}<p>{other}</p></article></body></html>")["body"]


def test_a_paywall_is_seen_on_a_page_without_blanks() -> None:
    wall = "<aside><h3>For members</h3><a href='/s'>Subscribe to continue reading</a></aside>"
    assert page_fields(f"<html><body><article><p>{STORY[:200]}</p></article>{wall}</body></html>")["paywall"] == "true"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<html><head><title>Bridge</title></head><p>The bridge is shut.</p></html>", "The bridge is shut."),
        ("<html/>The bridge <b>is</b> shut.", "The bridge is shut."),
        ("<!DOCTYPE html><html><body><p>Shut.</p><p>Open.</p></body></html>", "Shut.\n\nOpen."),
        ("The bridge</div> is shut.", "The bridge\n\nis shut."),
        ("<html><head></head></html>", ""),
    ],
)
def test_a_whole_page_inside_an_item_of_a_feed_is_read(markup: str, text: str) -> None:
    assert text_of(markup) == text
