"""Pages as widely used systems set them: the same story among menus, boxes, related stories, comments and notices.

Written by hand after the markup that these systems are known for; `{}` takes the story's paragraphs. What a page says
beside the story holds the word *cabbage*, so that a test sees what slipped in.
"""

from __future__ import annotations

from collections.abc import Callable

TITLE = "Old bridge at Harrow stays shut until the summer"
STORY = (
    "The council of Harrow voted on Tuesday night to keep the old bridge shut until the summer, after engineers found "
    "cracks in two of its four piers.",
    "“It is not safe, and I will not pretend that it is,” said Ada Holm, the mayor, who asked the state for money.",
    "Drivers must take the northern road until then. That adds half an hour to the trip, and the buses will not run.",
    "Shopkeepers on the south bank fear for the spring. “Half of my customers come on foot,” said Per Lind, a baker.",
    "The report of the engineers, which this paper has seen, says that the steel was last painted in 1988.",
    "It names three firms that looked at the bridge since then, and none of them wrote down what it had found.",
    "The opposition wants to know why. Its leader, Tom Arkell, said that the council had been warned nine times.",
    "A spokeswoman for the state said that it would look at the figures before it promised anything to anybody.",
    "The ferry will sail twice as often from Monday, the harbour office said, and will take bicycles free of charge.",
    "A new bridge would cost 40 million pounds. The council will talk about that in April, when the votes are counted.",
)
RELATED = "".join(
    f"<li><a href='/c{n}'><h3>Cabbage prize number {n} goes to the valley</h3></a><p>Read about the cabbage.</p></li>"
    for n in range(6)
)
NAV = "<nav><ul><li><a href='/'>Cabbage home</a></li><li><a href='/s'>Cabbage sport</a></li></ul></nav>"
FOOT = "<footer><p>© 2026 Cabbage Media. All rights reserved.</p><a href='/t'>Cabbage terms</a></footer>"
SIGN_UP = (
    "<div class='newsletter-signup'><h4>Cabbage in your inbox</h4><p>Sign up for our cabbage newsletter.</p>"
    "<form><input type=email><button>Sign up</button></form></div>"
)
COMMENTS = (
    "<section id='comments' class='comments-area'><h2>3 comments</h2><ol class='comment-list'><li class='comment'>"
    "<div class='comment-body'><p>I grow cabbage and I say that the council is right about the bridge.</p></div></li>"
    "<li class='comment'><p>What about the cabbage on the other side of the river, where nobody looks?</p></li></ol></section>"
)


def _page(head: str, body: str, attributes: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'{attributes}><head><meta charset='utf-8'><title>{TITLE} - The Courier</title>"
        f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='The Courier'>{head}</head>"
        f"<body>{body}</body></html>"
    )


def _p(story: tuple[str, ...], tag: str = "p", css: str = "", between: str = "") -> str:
    """The paragraphs, with something between the third and the fourth."""
    parts = [f"<{tag}{f' class={css!r}' if css else ''}>{text}</{tag}>" for text in story]
    return "".join([*parts[:3], between, *parts[3:]])


def _wordpress(story: tuple[str, ...]) -> str:
    body = _p(
        story, between="<div class='jp-relatedposts' id='jp-relatedposts'><h3><em>Cabbage related</em></h3></div>"
    )
    return _page(
        "<meta property='article:published_time' content='2026-03-03T08:00:00+00:00'>",
        f"<div id='page' class='site'><header class='site-header'>{NAV}</header><div id='content'><main id='main'>"
        f"<article id='post-7' class='post-7 post type-post hentry category-news'><header class='entry-header'>"
        f"<h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'>By <a rel='author'>Jane Roe</a></div></header>"
        f"<div class='entry-content'>{body}<div class='sharedaddy sd-sharing-enabled'><h3>Share this cabbage:</h3></div>"
        f"</div></article>{COMMENTS}</main><aside id='secondary' class='widget-area'><ul>{RELATED}</ul></aside></div>{FOOT}</div>",
    )


def _wordpress_blocks(story: tuple[str, ...]) -> str:
    return _page(
        "",
        f"<div class='wp-site-blocks'><header class='wp-block-template-part'>{NAV}</header><main class='wp-block-group'>"
        f"<h1 class='wp-block-post-title'>{TITLE}</h1><div class='entry-content wp-block-post-content is-layout-flow'>"
        f"{_p(story, css='wp-block-paragraph')}<ul class='wp-block-latest-posts'>{RELATED}</ul></div></main>{FOOT}</div>",
    )


def _drupal(story: tuple[str, ...]) -> str:
    body = _p(story)
    return _page(
        "",
        f"<div class='layout-container'><header role='banner'>{NAV}</header><main role='main'><div class='layout-content'>"
        f"<div class='region region-content'><article role='article' class='node node--type-article node--view-mode-full'>"
        f"<h1 class='page-title'><span class='field field--name-title'>{TITLE}</span></h1><div class='node__content'>"
        f"<div class='clearfix text-formatted field field--name-body field--type-text-with-summary field__item'>{body}</div>"
        f"<ul class='links inline'><li class='node-readmore'><a>Read more about cabbage</a></li></ul></div></article></div>"
        f"<aside class='layout-sidebar-first'><ul>{RELATED}</ul></aside></div></main>{FOOT}</div>",
    )


def _arc(story: tuple[str, ...]) -> str:
    between = f"<div class='newsletter-promo b-newsletter'>{SIGN_UP}</div>"
    return _page(
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "' + TITLE + '", "datePublished": '
        '"2026-03-03"}</script>',
        f"<div id='fusion-app' class='fusion-app'><div class='b-header-nav-chain'>{NAV}</div><main class='b-right-rail__main'>"
        f"<h1 class='b-headline'>{TITLE}</h1><article class='b-article-body article-body-wrapper'>"
        f"{_p(story, css='c-paragraph', between=between)}<div class='c-divider'></div></article>"
        f"<div class='b-results-list'><ul>{RELATED}</ul></div></main>{FOOT}</div>",
    )


def _ghost(story: tuple[str, ...]) -> str:
    between = (
        "<div class='kg-card kg-signup-card'><h2 class='kg-signup-card-heading'>Cabbage weekly</h2>"
        "<p>Sign up for cabbage.</p></div>"
    )
    return _page(
        "",
        f"<div class='gh-viewport'><header id='gh-navigation'>{NAV}</header><main class='gh-main'><article class='gh-article post'>"
        f"<header class='gh-article-header'><h1 class='gh-article-title'>{TITLE}</h1></header>"
        f"<section class='gh-content gh-canvas is-body'>{_p(story, between=between)}</section></article>"
        f"<section class='gh-container gh-read-next'><h2>Read more</h2><ul>{RELATED}</ul></section></main>{FOOT}</div>",
    )


def _substack(story: tuple[str, ...]) -> str:
    between = (
        "<div class='subscription-widget-wrap'><div class='subscription-widget'><p>The Cabbage Letter is reader-supported."
        "</p><form></form></div></div>"
    )
    return _page(
        "",
        f"<div id='entry'><div class='main-menu'>{NAV}</div><div class='single-post-container'><article class='typography newsletter-post post'>"
        f"<div class='post-header'><h1 class='post-title'>{TITLE}</h1></div><div class='available-content'>"
        f"<div class='body markup'>{_p(story, between=between)}</div></div></article></div>"
        f"<div class='container comments-page'>{COMMENTS}</div>{FOOT}</div>",
    )


def _blocks_by_component(story: tuple[str, ...]) -> str:
    """Each paragraph in blocks of its own, as broadcasters have it."""
    body = "".join(
        f"<div data-component='text-block' class='ssrcss-11r1m41'><div class='ssrcss-7uxr49'><p>{t}</p></div></div>"
        for t in story
    )
    links = f"<div data-component='links-block'><ul>{RELATED}</ul></div>"
    return _page(
        "",
        f"<div id='root'><header>{NAV}</header><main id='main-content'><article class='ssrcss-pv1rh6-ArticleWrapper'>"
        f"<header data-component='headline-block'><h1 id='main-heading'>{TITLE}</h1></header>"
        f"<div data-component='byline-block'><time datetime='2026-03-03'>3 March 2026</time></div>{body}{links}</article>"
        f"<section data-component='related-internet-links'><ul>{RELATED}</ul></section></main>{FOOT}</div>",
    )


def _amp(story: tuple[str, ...]) -> str:
    return _page(
        "<style amp-custom>p{margin:0}</style>",
        f"<amp-sidebar id='s' layout='nodisplay'>{NAV}</amp-sidebar><article class='amp-wp-article'><header class='amp-wp-article-header'>"
        f"<h1 class='amp-wp-title'>{TITLE}</h1></header><amp-img src='a.jpg' width=1 height=1></amp-img><div class='amp-wp-article-content'>"
        f"{_p(story, between='<amp-ad type=x><div placeholder>Cabbage ad</div></amp-ad>')}</div></article>{FOOT}",
        " amp",
    )


def _blogger(story: tuple[str, ...]) -> str:
    body = "<br /><br />".join(story)
    return _page(
        "",
        f"<div class='content-outer'><div class='header-outer'>{NAV}</div><div class='main-outer'><div class='post-outer'>"
        f"<div class='post hentry uncustomized-post-template'><h3 class='post-title entry-title'>{TITLE}</h3>"
        f"<div class='post-body entry-content' id='post-body-1'>{body}<div style='clear: both;'></div></div>"
        f"<div class='post-footer'>Posted by Cabbage at 10:00</div></div></div>{COMMENTS}"
        f"<div class='sidebar section' id='sidebar'><div class='widget BlogArchive'><ul>{RELATED}</ul></div></div></div>{FOOT}</div>",
    )


def _medium(story: tuple[str, ...]) -> str:
    return _page(
        "",
        f"<div id='root'><div class='a b c'>{NAV}<article><div class='l'><section><div class='m n o'><h1 class='pw-post-title'>{TITLE}</h1>"
        f"<div class='speechify-ignore'>5 min read</div>{_p(story, css='pw-post-body-paragraph')}</div></section></div></article>"
        f"<div class='p q'>{COMMENTS}<ul>{RELATED}</ul></div></div></div>",
    )


def _gallery_of_classes(story: tuple[str, ...]) -> str:
    """A story inside elements whose classes sound like boxes: read-more, paywall-, newsletter, also-read."""
    return _page(
        "",
        f"{NAV}<div class='js-read-more-container paywall-content newsletter-page'><div class='also-read-tracking'>"
        f"<article class='story'><h1>{TITLE}</h1><div class='paywall-body read-more-target'>{_p(story)}</div></article></div></div>"
        f"<aside><ul>{RELATED}</ul></aside>{FOOT}",
    )


def _cookie_notice(story: tuple[str, ...]) -> str:
    notice = " ".join(
        ["We use cabbage cookies to make this page better for you and for the partners that we work with."] * 6
    )
    return _page(
        "",
        f"<div class='cookie-consent-banner' role='dialog'><p>{notice}</p></div>{NAV}<div class='c-article'><h1>{TITLE}</h1>"
        f"<div class='c-article__content'>{_p(story)}</div></div>{FOOT}",
    )


def _several_articles(story: tuple[str, ...]) -> str:
    """The story, and others below it that are read by scrolling on."""
    others = "".join(
        f"<article class='story'><h1>Cabbage {n} wins the prize of the valley</h1>"
        + "".join(
            f"<p>The cabbage of grower number {n}{m} weighed more than any that the judges had seen so far.</p>"
            for m in range(9)
        )
        + "</article>"
        for n in "ab"
    )
    return _page("", f"{NAV}<main><article class='story'><h1>{TITLE}</h1>{_p(story)}</article>{others}</main>{FOOT}")


def _cards_before(story: tuple[str, ...]) -> str:
    """A card of the story among others, in `article` elements, above the story that stands in none."""
    cards = "".join(
        f"<article class='card'><h2>{title}</h2><p>A cabbage teaser of some length, as editors write it for the front page.</p></article>"
        for title in (TITLE, "Cabbage prize", "Cabbage fair")
    )
    return _page(
        "",
        f"{NAV}<div class='river'>{cards}</div><main><h1>{TITLE}</h1><div class='body-copy'>{_p(story)}</div></main>{FOOT}",
    )


def _split_by_ads(story: tuple[str, ...]) -> str:
    """Sections of two paragraphs, with advertisements between them."""
    ad = "<div class='ad-slot ad-unit'><span>Advertisement</span><div id='gpt-1'>Cabbage offer</div></div>"
    parts = ["".join(f"<p>{text}</p>" for text in story[at : at + 2]) for at in range(0, len(story), 2)]
    body = ad.join(f"<div class='article-section article-body__chunk'>{part}</div>" for part in parts)
    return _page(
        "", f"{NAV}<div class='article-wrap'><h1>{TITLE}</h1><div class='article-body'>{body}</div></div>{FOOT}"
    )


def _gannett(story: tuple[str, ...]) -> str:
    link = "<div class='gnt_em gnt_em__fp'><a class='gnt_em_el' href='/c'><strong>More:</strong>Cabbage grower wins again</a></div>"
    return _page(
        "",
        f"<div class='gnt_n'>{NAV}</div><main class='gnt_cw'><article class='gnt_pr'><h1 class='gnt_ar_hl'>{TITLE}</h1>"
        f"<div class='gnt_ar_by'><a class='gnt_ar_by_a'>Jane Roe</a></div><div class='gnt_ar_b'>"
        f"{_p(story, css='gnt_ar_b_p', between=link)}</div></article></main>{FOOT}",
    )


def _joomla(story: tuple[str, ...]) -> str:
    return _page(
        "",
        f"<div class='body'>{NAV}<div class='item-page' itemscope itemtype='https://schema.org/Article'><div class='page-header'><h2 itemprop='headline'>{TITLE}</h2></div>"
        f"<dl class='article-info'><dt>Details</dt><dd class='createdby'>Written by Jane Roe</dd></dl><div itemprop='articleBody' class='com-content-article__body'>"
        f"{_p(story)}</div><ul class='pagination'><li><a>Next cabbage</a></li></ul></div></div>{FOOT}",
    )


def _tables(story: tuple[str, ...]) -> str:
    """A page of the time before style sheets."""
    return _page(
        "",
        f"<table width='100%'><tr><td width='20%'>{NAV}</td><td><font size='5'><b>{TITLE}</b></font><br>"
        f"{_p(story)}</td><td width='20%'><ul>{RELATED}</ul></td></tr></table><center>Cabbage 1999</center>",
    )


def _squarespace(story: tuple[str, ...]) -> str:
    return _page(
        "",
        f"<div id='siteWrapper'><header id='header'>{NAV}</header><main id='page'><article class='h-entry entry'><h1 class='entry-title'>{TITLE}</h1>"
        f"<div class='blog-item-content e-content'><div class='sqs-layout'><div class='sqs-block html-block'><div class='sqs-block-content'>"
        f"<div class='sqs-html-content'>{_p(story)}</div></div></div></div></div></article><section class='blog-item-pagination'>"
        f"<a>Next cabbage</a></section></main>{FOOT}</div>",
    )


def _posts(story: tuple[str, ...]) -> str:
    """With a post embedded from elsewhere, inside the wrappers that systems put round it."""
    post = (
        "<div class='social-media-embed widget'><div class='inner'><blockquote class='twitter-tweet'><p lang='en'>I crossed it "
        "yesterday and it shook like a leaf in the wind.</p>— Ola Berg (@ola) <a href='https://t.co/x'>March 2, 2026</a>"
        "</blockquote></div></div>"
    )
    return _page(
        "", f"{NAV}<article><h1>{TITLE}</h1><div class='story-body'>{_p(story, between=post)}</div></article>{FOOT}"
    )


def _quotations(story: tuple[str, ...]) -> str:
    """The whole story in a block quotation, as some forums set it."""
    return _page("", f"{NAV}<div class='post'><h1>{TITLE}</h1><blockquote>{_p(story)}</blockquote></div>{FOOT}")


TEMPLATES: dict[str, Callable[[tuple[str, ...]], str]] = {
    "wordpress": _wordpress, "wordpress blocks": _wordpress_blocks, "drupal": _drupal, "arc": _arc, "ghost": _ghost,
    "substack": _substack, "broadcaster": _blocks_by_component, "amp": _amp, "blogger": _blogger, "medium": _medium,
    "classes like boxes": _gallery_of_classes, "cookie notice": _cookie_notice, "scrolling on": _several_articles,
    "cards before": _cards_before, "split by ads": _split_by_ads, "gannett": _gannett, "joomla": _joomla,
    "tables": _tables, "squarespace": _squarespace, "posts": _posts, "block quotation": _quotations,
}  # fmt: skip
