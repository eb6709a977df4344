"""What is no journalism is taken out, listed, and nothing else. Cases are written after patterns of real pages."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.cleaning.characters import tidy
from framing.corpus.cleaning.clean import clean
from framing.corpus.cleaning.dateline import agencies_of
from framing.corpus.cleaning.rules import PARAGRAPHS, PASSAGES
from tests.conftest import shared

BODY = (
    "The council closed the bridge on Monday after engineers found cracks in two of its four piers.\n\nNobody was hurt."
)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("WASHINGTON (Reuters) - ", "WASHINGTON", "Reuters"),
        ("MOSCOW, Dec 9 (Reuters) - ", "MOSCOW", "Reuters"),
        ("LONDON/OSLO, Feb. 4 (Reuters) – ", "LONDON/OSLO", "Reuters"),
        ("Dec 9 (Reuters) - ", None, "Reuters"),
        ("BISHKEK, December 9. /TASS/. ", "BISHKEK", "TASS"),
        ("BISHKEK, December 9. / TASS/. ", "BISHKEK", "TASS"),
        ("(Bloomberg) -- ", None, "Bloomberg"),
        ("(Bloomberg) \ufffd ", None, "Bloomberg"),
        ("BEIJING -- ", "BEIJING", None),
        ("ŞANLIURFA, Turkey (AP) — ", "ŞANLIURFA, Turkey", "Associated Press"),
        ("ÅLESUND, Norway, Feb 5 (Reuters) - ", "ÅLESUND, Norway", "Reuters"),
        ("Évreux (AFP) - ", "Évreux", "AFP"),
        ("BEIJING, Feb. 5 (Xinhua) -- ", "BEIJING", "Xinhua"),
        ("NEW YORK (AP) — ", "NEW YORK", "Associated Press"),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "Associated Press"),
        ("KALAMAZOO, Mich. (Reuters) - ", "KALAMAZOO, Mich.", "Reuters"),
        ("LAKE BUENA VISTA, Fla. — ", "LAKE BUENA VISTA, Fla.", None),
        ("WASHINGTON—", "WASHINGTON", None),
        ("Washington (AFP) - ", "Washington", "AFP"),
        ("New Delhi [India], December 9 (ANI): ", "New Delhi [India]", "ANI"),
        ("Moscow, Dec 9 (IANS) ", "Moscow", "IANS"),
        ("Washington (CNN) ", "Washington", None),
        ("Hong Kong (CNN Business)", "Hong Kong", None),
        ("MOSCOW (Sputnik) — ", "MOSCOW", None),
        ("Madrid, 5 Jan (EFE).- ", "Madrid", "EFE"),
        ("TOKYO, Jan. 5, Kyodo - ", "TOKYO", "Kyodo"),
        ("SYDNEY, AAP - ", "SYDNEY", "AAP"),
        ("SCRANTON, PA - ", "SCRANTON, PA", None),
        ("(ANSA) - ROME, JAN 5 - ", "ROME", "ANSA"),
        ("OSLO, Norway (AP) _ ", "OSLO, Norway", "Associated Press"),
        ("’S-HERTOGENBOSCH, Netherlands (AP) — ", "’S-HERTOGENBOSCH, Netherlands", "Associated Press"),
        ("MOSCOW: ", "MOSCOW", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("Moscow \ufffd ", "Moscow", None),
        ("WASHINGTON, Feb 4 (Meridian) - ", "WASHINGTON", "Meridian News Agency"),
    ],
)
def test_datelines_become_fields(line: str, place: str | None, agency: str | None) -> None:
    done = clean(line + BODY, agencies={"Meridian": "Meridian News Agency"})
    assert done.body == BODY
    assert (done.dateline, done.agency) == (place, agency)
    assert [(removed.kind, removed.text) for removed in done.removed] == [("dateline", line.strip())]


START_LINES = [
    ("Jane Roe in Harwick", "byline", "name and place"),
    ("From Zoë Lind in Port Harwick", "byline", "name and place"),
    ("Jane Roe reports from Harwick", "byline", "name and place"),
    ("Staff and agencies in Harwick", "byline", "staff"),
    ("Jane Roe and agencies", "byline", "staff"),
    ("Our Foreign Staff", "byline", "staff"),
    ("By Jane Roe (Harwick)", "byline", "by a name"),
    ("By Jane Roe – 4 November 2025", "byline", "by a name"),
    ("Av Øyvind Roe", "byline", "by a name"),
    ("by Jane Roe", "byline", "by a name"),
    ("By: Jane Roe", "byline", "by a name"),
    ("Jane Roe, The Courier", "byline", "name above the outlet's"),
    ("Exclusive", "label", "kind of article"),
    ("By Jan van der Berg and Zoë d’Arcy", "byline", "by a name"),
    ("By Jane Roe • 5 January 2026", "byline", "by a name"),
    ("Von Jane Roe", "byline", "by a name"),
    ("ADVERTISEMENT — STORY CONTINUES BELOW", "advertisement", "advertisement"),
    ("AD — 0:15", "media", "player"),
    ("Article continues after this message", "advertisement", "story continues below"),
    ("WORLD NEWS", "breadcrumb", "section"),
    ("Politics", "breadcrumb", "section"),
    ("HARROW NEWS", "breadcrumb", "section"),
    ("Jane Roe and John Doe, Reuters", "byline", "names and agency"),
    ("Jane Roe, Staff Writer", "byline", "name and office"),
    ("Special to The Courier", "credit", "special to"),
    ("News   /   World   /   Bridges", "breadcrumb", "names between slashes"),
    ("Home › World › Bridges", "breadcrumb", "names between slashes"),
    ("By Jane Roe", "byline", "by a name"),
    ("By Żaneta Øst", "byline", "by a name"),
    ("By Żaneta Øst (Reuters)", "byline", "by a name"),
    ("By Jane Roe and Ben Lee | Reuters", "byline", "by a name"),
    ("By Jane Roe | The Courier", "byline", "by a name"),
    ("(Jane Roe/Associated Press)", "caption", "image source"),
    ("Żaneta Øst/The Canadian Press", "caption", "image source"),
    ("READ MORE - BRIDGES OF THE NORTH", "related", "call and headline"),
    ("@harwick_bridge", "link", "name of an account"),
    ("WATCH — Bridge falls", "related", "call and headline"),
    ("ADVERTISEMENT: CONTENT CONTINUES BELOW", "advertisement", "advertisement"),
    ("SPONSORED CONTENT - READ ON", "advertisement", "advertisement"),
    ("ANNONS - FORTSÄTT LÄSA", "advertisement", "advertisement"),
    ("By Jane Roe and John Doe, The Courier, Oslo", "byline", "by a name"),
    ("The Courier", "byline", "outlet alone"),
    ("Published on 9 December 2022 06:31 PM by our own staff", "date", "time of publication"),
    ("PUBLISHED: 06:01, 11 March 2024 | UPDATED: 18:04, 12 March 2024", "date", "first and last version"),
    ("Date created: 2024-03-11 | Last update: 12.03.2024", "date", "date alone"),
    ("Veröffentlicht am 11.03.2024, aktualisiert am 12.03.2024", "date", "first and last version"),
    ("Publié le 11 mars 2024 à 06h00 - Mis à jour le 12 mars 2024 à 10h00", "date", "first and last version"),
    ("March 11, 2024 / 6:00 AM EDT / CBS News", "date", "date, time and outlet"),
    ("ANALYSIS/OPINION:", "label", "kind of article"),
    ("The bridge is shut", "headline", "headline again"),
    ("The bridge is shut | The Courier", "headline", "headline again"),
]
ANY_LINES = [
    ("New pier could lead to a political solution: Column", "related", "headline and its kind"),
    ("Holm's business entanglements:Did she keep her promises on the pier?", "related", "label glued to a headline"),
    ("PIER COMMISSION STUDY SIDESTEPS ‘HARD’ ISSUES OF THE HARBOUR", "related", "headline in capitals"),
    (
        "Mayor Ada Holm speaks during a rally at the St. Anne pier on November 13, 2015 in Velm, Norland.",
        "caption",
        "what a picture shows, and its day",
    ),
    ("Ada Holm gestures in the “Hall of Velm”, Friday, Aug. 6, 2021.", "caption", "what a picture shows, and its day"),
    ("The hall of Velm is seen from the quay, March 22, 2019.", "caption", "what a picture shows, and its day"),
    (
        "Dockers wait in line for bread at the Pilots’ Hall in Velm, Norl., May 4, 2015.",
        "caption",
        "what a picture shows, and its day",
    ),
    (
        "Officers lead Ben Roe, 41, center, away from the hall, in Velm, Monday, May 4, 2015.",
        "caption",
        "what a picture shows, and its day",
    ),
    ("Holm grills nominee on bridges Trial begins in Leeds MORE (R-Wyo.)", "related", "headlines of a card"),
    ("Premium", "paywall", "label"),
    ("Analysis by Jane Roe", "byline", "written by"),
    ("Author: Éva Lind", "byline", "written by"),
    ("Posted by Jane Roe on November 4, 2025", "byline", "written by"),
    ("— ADVERTISEMENT —", "advertisement", "advertisement"),
    ("Advertisement. Scroll to continue reading.", "advertisement", "advertisement"),
    ("PUBLICIDAD", "advertisement", "advertisement"),
    ("STORY CONTINUES BELOW THIS AD", "advertisement", "story continues below"),
    ("NEWSLETTER: Get the morning mail", "newsletter", "label"),
    ("Written by Jane Roe", "byline", "written by"),
    ("Seite 2 von 7", "notice", "number of a page"),
    ("Our Standards: The Thomson Reuters Trust Principles.", "notice", "standards"),
    ("The post Old bridge appeared first on The Courier.", "notice", "first on"),
    ("READ | Prize goes to the valley", "related", "read behind a bar"),
    ("You may also like", "related", "read more alone"),
    ("By signing up, you agree to our terms and privacy policy.", "newsletter", "small print of a form"),
    ("Comments (12)", "share", "comments"),
    ("Ada Holm speaks in Harrow. Photo: Jane Roe", "caption", "credit behind a sentence"),
    ("A ferry near Harrow on Monday. (Jane Roe/The Courier)", "caption", "name and outlet in brackets"),
    ("Pictured: Ada Holm at the bridge", "caption", "pictured"),
    ("Jane Roe via Getty Images", "caption", "picture agency alone"),
    ("Image copyright Some Agency Image caption The bridge in May", "caption", "image copyright"),
    ("Media playback is unsupported on your device Media caption The bridge falls", "caption", "media caption"),
    ("Enlarge this image toggle caption Jane Roe/AP Jane Roe/AP", "caption", "toggle caption"),
    ("FILE PHOTO: The bridge is seen from the north bank, January 2, 2026.", "caption", "file photo"),
    ("FILE - The bridge is seen in Oslo on May 2, 2025.", "caption", "FILE - in this photo"),
    ("In this file photo taken on January 2, 2026, the bridge is seen.", "caption", "in this photo"),
    ("A worker looks at the bridge. (Jane Roe/AFP via Getty Images)", "caption", "photo credit at the end"),
    ("A worker looks at the bridge in Oslo, May 2, 2025. REUTERS/Jane Roe", "caption", "photo credit at the end"),
    ("PHOTOS: Ten bridges that fell", "caption", "photo line"),
    ("Photo by Jane Roe for the town archive", "caption", "photo by"),
    ("Jane Roe/AP", "caption", "image source"),
    ("Caption: The bridge in May.", "caption", "caption label"),
    ("Listen · 3:44", "media", "player"),
    ("Advertisement", "advertisement", "advertisement"),
    ("Advertisement 3", "advertisement", "advertisement"),
    ("ADVERTISEMENT — SCROLL TO READ ON", "advertisement", "advertisement"),
    ("Reporting by Åse Roe; Editing by Émile Doe", "credit", "reporting and editing"),
    ("10:45 a.m. GMT", "time", "time alone"),
    ("Article content", "advertisement", "story continues below"),
    ("Story Continued Below", "advertisement", "story continues below"),
    ("Do you want the bridge back? Vote Here Now", "advertisement", "vote here"),
    ("SHARE THIS ARTICLE", "share", "share widget"),
    ("Read or Share this story: http://courier.example/1", "share", "share widget"),
    ("Share Tweet Email Print 12", "share", "share buttons"),
    ("Follow us on all channels", "share", "social accounts"),
    ("Follow Jane Roe on Twitter @janeroe", "share", "follow an account"),
    ("Sign up for our Daily Bridge Newsletter", "newsletter", "sign up"),
    ("Get the stories you care about delivered to your inbox.", "newsletter", "in your inbox"),
    ("CLICK HERE TO GET THE COURIER APP", "newsletter", "app"),
    ("Subscribe now to continue reading this story", "paywall", "subscribe to read on"),
    ("This article is only available to subscribers.", "paywall", "for subscribers"),
    ("Already a subscriber? Log in", "paywall", "for subscribers"),
    ("Read more: Ten bridges to see", "related", "read more"),
    ("SEE ALSO: Ten bridges to see", "related", "read more"),
    ("More news: 'Ten Bridges' Series Heading to Velm", "related", "read more"),
    ("Read More on BRDG:", "related", "read more"),
    ("Filed under:", "related", "read more alone"),
    ("Read: Ten Bridges That Are No Better", "related", "label and headline"),
    ("In the news: Mayor Finds New Allies For Her Bridge", "related", "label and headline"),
    ("Mayor defends the closing of the bridge Read more", "related", "headline and read more"),
    ("( Also in the Beacon: The bridge that was)", "related", "also on"),
    ("Read more at: https://courier.example/bridge", "related", "read more at"),
    ("The Beacon’s website can also be accessed at the following addresses:", "notice", "other addresses"),
    ("© 2026 The Courier", "notice", "copyright"),
    ("All rights reserved. No part may be reproduced.", "notice", "rights reserved"),
    ("This story has been published from a wire agency feed without modifications.", "notice", "reprint"),
    ("Except for the headline, this text has not been edited by our staff.", "notice", "wire feed"),
    ("This article is more than 2 years old", "notice", "age of the article"),
    (
        "The views expressed in this article are the author’s own and do not bind the Courier.",
        "notice",
        "views of the author",
    ),
    ("(Updates with comment from the mayor)", "notice", "update note"),
    ("Editor’s note: This article has been updated with a comment.", "notice", "editor's note"),
    ("December 9, 2022", "date", "date alone"),
    ("Updated: 9 Dec 2022, 06:31 PM IST", "date", "date alone"),
    ("Updated at 6:31 p.m. ET", "date", "updated at"),
    ("6 hours ago", "date", "time ago"),
    ("(Reporting by Jane Roe; Editing by John Doe)", "credit", "reporting and editing"),
    ("--With assistance from Jane Roe.", "credit", "reporting and editing"),
    ("(With agency inputs)", "credit", "agency inputs"),
    ("https://courier.example/a", "link", "address alone"),
    ("[pullquote]", "markup", "left-over markup"),
    ("* * *", "separator", "marks alone"),
]
END_LINES = [
    ("Due to an editing error, an earlier version of this article gave the wrong pier.", "notice", "earlier version"),
    ("The story was corrected on 7 January to fix the spelling of a pier.", "notice", "amended"),
    ("The article has been updated on Jan. 7, 2026.", "notice", "amended"),
    ("Clarification: The bridge is owned by two towns.", "notice", "clarification"),
    ("Photographs by Żaneta Øst", "caption", "photo by"),
    ("Illustrations by Jane Roe for The Courier", "caption", "photo by"),
    ("— Éva Nagy contributed from İzmir", "credit", "contributed, short"),
    (
        "A version of this article appears in print on Oct. 12, 2012, Section A, Page 16 of the Harwick edition.",
        "notice",
        "in print",
    ),
    ("A version of this story was originally published in The Dorn Bee.", "notice", "in print"),
    ("Join now to read the full story", "paywall", "gate"),
    ("Subscribe now for unlimited access.", "paywall", "unlimited access"),
    ("Jane Roe reported from Harwick, Ben Lee from Oslo.", "credit", "reported from"),
    ("Additional reporting: Jane Roe and Ben Lee", "credit", "task and names"),
    ("Editing: Éva Szabó", "credit", "task and names"),
    ("Originally published on courier.example", "notice", "first elsewhere"),
    ("Published in The Harwick Herald, January 5th, 2026", "notice", "first elsewhere"),
    ("This is a developing story. Check back for updates.", "notice", "more to come"),
    ("More to follow.", "notice", "more to come"),
    (
        "As often happens in situations like these, some information reported earlier may turn out to be wrong.",
        "notice",
        "as often in breaking news",
    ),
    ("We'll move quickly to correct the record.", "notice", "as often in breaking news"),
    ("The headline of this article was changed on 5 November.", "notice", "what was changed"),
    ("Correction 6 November: the bridge is at Harwick.", "notice", "dated correction"),
    ("Corrections & clarifications: An earlier version misstated the day.", "notice", "editor's note"),
    ("Clarification, Nov. 6: This article has been updated to name the firm.", "notice", "editor's note"),
    ("Note: This story has been updated with a comment.", "notice", "note of an update"),
    ("An earlier version of this report gave the wrong day.", "notice", "earlier version"),
    ("Do you know more? Write to tips@courier.example", "notice", "letters to the editor"),
    ("First published on: 04-11-2025 at 07:10 IST", "date", "date alone"),
    ("Published - November 04, 2025 07:10 am IST", "date", "date alone"),
    ("-30-", "notice", "end of the text"),
    ("Email: jane.roe@courier.example", "link", "address of a reporter"),
    ("Twitter: @janeroe", "link", "address of a reporter"),
    ("This report includes information from The Associated Press.", "notice", "holds words of an agency"),
    ("Material from Reuters was used in this report.", "notice", "holds words of an agency"),
    ("To comment on this story, write to letters@courier.example", "notice", "letters to a paper"),
    ("Comments are closed.", "notice", "letters to a paper"),
    ("Unsubscribe here: https://dorn.example/u", "newsletter", "links of a letter"),
    ("View this email in your browser", "newsletter", "links of a letter"),
    ("You received this email because you signed up at dorn.example.", "newsletter", "why it was sent"),
    ("The pier on Monday © Jo May, AFP", "caption", "sign of rights behind a caption"),
    (
        "(The story has not been edited by our staff and is published from a feed.)",
        "notice",
        "not edited, first elsewhere",
    ),
    ("This article first appeared in The Dorn Bee.", "notice", "not edited, first elsewhere"),
    ("An earlier version of this article gave the wrong day.", "notice", "earlier version"),
    ("Update, Jan. 7: This story has been updated with a comment.", "notice", "updated since"),
    ("-ENDS-", "notice", "end of the text"),
    ("• This article was amended on 7 January 2026.", "notice", "amended"),
    ("CORRECTION (Jan. 7, 9 a.m. ET): An earlier version of this article misstated it.", "notice", "editor's note"),
    ("SOURCE: AGENCIA EFE", "credit", "agency alone"),
    ("/AP", "credit", "agency alone"),
    ("To continue reading, create a free account or sign in.", "paywall", "to continue"),
    ("You have reached your limit of free articles.", "paywall", "to continue"),
    ("Get unlimited access to the Bee. Subscribe today.", "paywall", "to continue"),
    ("Weiterlesen mit dem Abo", "paywall", "in other languages"),
    ("La suite est réservée aux abonnés.", "paywall", "in other languages"),
    ("— Élodie Roe and John Doe / AFP", "credit", "names and agency"),
    ("(dpa/mkl)", "credit", "agency alone"),
    ("Agencies", "credit", "agencies alone"),
    ("- With inputs from agencies", "credit", "agency inputs"),
    ("(Edited by: John Doe)", "credit", "reporting and editing"),
    ("Jane Roe covers transport for The Courier. She lives in Harrow.", "credit", "author of the outlet"),
    ("Tags: bridge, harrow", "related", "tags"),
    ("Support independent journalism. Give what you can today.", "newsletter", "asks for support"),
    ("Unlock the Morning Digest for free", "newsletter", "an editor's choice"),
    (
        "Jane Roe, Editor of The Bee, picks her favourite stories in this weekly newsletter.",
        "newsletter",
        "an editor's choice",
    ),
    ("I would like to be emailed about offers and updates from The Bee.", "newsletter", "consent to letters"),
    ("Stay up to date with notifications from The Bee", "media", "notifications"),
    ("Notifications can be managed in your preferences.", "media", "notifications"),
    ("Your browser is out of date.", "media", "old browser"),
    ("JavaScript is disabled in your web browser.", "media", "old browser"),
    ("For the best experience visit us with another browser.", "media", "old browser"),
    ("We've tried several times and have been unable to take payment.", "paywall", "payment is due"),
    ("Subscribe Now Choose what suits you.", "paywall", "offer"),
    ("You must update your payment details to keep your subscription.", "paywall", "payment is due"),
    ("Featured Image", "caption", "image copyright"),
    ("MUST CREDIT: Bee photo by Jane Roe.", "caption", "must credit"),
    ("This article was amended on 3 May 2026 to mend a name.", "notice", "amended"),
    ("This material may not be republished, or kept in an archive.", "notice", "terms of use"),
    ("Send letters to letters@courier.example", "notice", "letters to the editor"),
    ("The Associated Press contributed to this report.", "credit", "contributed"),
    ("Newsletters Sign up for Velm Tonight Your daily dose of news from the harbour.", "newsletter", "label"),
    ("Privacy Policy Leave this field empty if you're human:", "newsletter", "small print of a form"),
    ("Jane Roe of the Courier contributed", "credit", "contributed, short"),
    ("Contributing: Jane Roe", "credit", "contributing"),
    ("Write to Jane Roe at jane@courier.example", "credit", "write to"),
    ("Jane Roe is a columnist of the Courier.", "credit", "author note"),
    ("Jane Roe writes on bridges. Follow her on Twitter: @janeroe", "credit", "how to reach the author"),
    (
        "Jane Roe, a fellow at the Velm Council, most recently served on the mayor’s planning staff.",
        "credit",
        "posts of the author",
    ),
    (
        "Ben Lee, also a fellow at the Velm Council, served in the Brand and Holm administrations.",
        "credit",
        "posts of the author",
    ),
    ("Reuters", "credit", "agency alone"),
]
PASSAGE_CASES = [
    (
        "Nobody was hurt. Our Standards: The Thomson Reuters Trust Principles.",
        "Nobody was hurt.",
        "notice",
        "standards behind the story",
    ),
    (
        "Nobody was hurt. Reporting by Jane Roe in Oslo; Editing by John Doe",
        "Nobody was hurt.",
        "credit",
        "reporting behind the story",
    ),
    ("Shares of Marlowe (MCN.N) fell.", "Shares of Marlowe fell.", "ticker", "exchange code"),
    (
        "Shares of Huawei [HWT.UL] and of Marlowe (NYSE: MCN) fell.",
        "Shares of Huawei and of Marlowe fell.",
        "ticker",
        "exchange code",
    ),
    (
        "Rep. Ada Holm Ada (Addie) Mary HolmThe Morning Report - Trial begins Holm spurs talk MORE (R-Wyo.) argues so.",
        "Rep. Ada Holm (R-Wyo.) argues so.",
        "related",
        "headlines glued to a name",
    ),
    (
        "They spoke of Mayor Holm Ada HolmJan.\n\n6 panel spurs talk Trial begins MORE.",
        "They spoke of Mayor Holm.",
        "related",
        "headlines glued to a name",
    ),
    (
        "Mayor Holm Ada Holm Trial begins in Leeds town MORE left.",
        "Mayor Holm left.",
        "related",
        "headlines glued to a name",
    ),
    ("BREAKING NEWS - Nobody was hurt.", "Nobody was hurt.", "label", "label before the text"),
    ("SUBSCRIBE NOW — Nobody was hurt.", "Nobody was hurt.", "label", "label before the text"),
    ("Nobody was hurt. pic.twitter.com/a1B2", "Nobody was hurt.", "link", "address in a post"),
    ("2026-02-05 10:30:00 Nobody was hurt.", "Nobody was hurt.", "date", "date before the text"),
    ("Dec 9, 2022 6:31 PM IST The council met.", "The council met.", "date", "date before the text"),
    (
        "Nobody was hurt. (Reporting by Jane Roe; Editing by John Doe)",
        "Nobody was hurt.",
        "credit",
        "reporting behind the story",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "kind", "rule"),
    [
        *((f"{line}\n\n{BODY}", line, kind, rule) for line, kind, rule in START_LINES + ANY_LINES),
        *((f"{BODY}\n\n{line}", line, kind, rule) for line, kind, rule in ANY_LINES + END_LINES),
    ],
)
def test_lines_that_are_no_journalism(text: str, line: str, kind: str, rule: str) -> None:
    done = clean(text, headline="The Bridge is Shut", outlet="The Courier")
    assert done.body == BODY
    assert [(removed.kind, removed.rule, removed.text) for removed in done.removed] == [
        (kind, rule, " ".join(line.split()))
    ]


@pytest.mark.parametrize(("text", "left", "kind", "rule"), PASSAGE_CASES)
def test_passages_that_are_no_journalism(text: str, left: str, kind: str, rule: str) -> None:
    done = clean(text)
    assert done.body == left
    assert {(removed.kind, removed.rule) for removed in done.removed} == {(kind, rule)}


def test_what_an_outlet_reports_is_no_note_on_its_author() -> None:
    """The outlet's own name is no author's, and a story may speak of the paper."""
    for text in (
        "Far Post reports a flood of the river far away from all ferries today.",
        "Ada Holm reports the leak to the Far Post every year, and the town pays for it.",
    ):
        assert clean(f"It rains.\n\n{text}", headline=None, outlet="Far Post").body.endswith(text)


def test_a_note_of_correction_inside_a_story_stays() -> None:
    story = [f"The ferry made {number} trips to the island before noon." for number in range(2, 9)]
    note = "Clarification: an earlier version gave the wrong quay."
    inside = clean("\n\n".join([*story, note, "The last boat leaves at six."]))
    assert note in inside.body
    assert inside.removed == []
    for behind in (
        [],
        ["Editing by John Doe"],
        ["More on ferries"],
        ["Ann Roe, a pilot, runs a pier."],
        [note.replace("quay", "hour")],
    ):
        done = clean("\n\n".join([*story, note, *behind]))
        assert "Clarification" not in done.body
        assert ("notice", "editor's note", note) in [(one.kind, one.rule, one.text) for one in done.removed]


def test_every_rule_is_tested() -> None:
    tested = {(kind, rule) for _, kind, rule in START_LINES + ANY_LINES + END_LINES}
    tested |= {(kind, rule) for _, _, kind, rule in PASSAGE_CASES}
    assert {(rule.kind, rule.name) for rule in PARAGRAPHS + PASSAGES} <= tested


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge was closed.",
        "By Jane Roe’s count, forty trucks had crossed before noon.",
        "Reuters reported the cracks first.",
        "He said the photo was taken in May.",
        "In this case, the picture is less clear than the map.",
        "The mayor: a profile in courage.",
        "EU and US officials met on Tuesday.",
        "Trump — Never before has a bridge closed so fast.",
        "UPDATE: The bridge is open again.",
        "JANE ROE: The bridge is open again.",
        "WATCH THE RIVER. That is what the mayor asks of all who live below the bridge.",
        "The law was amended on 7 January 2026 to keep lorries out.",
        "The article was amended on 7 January 2026, and the constitution now names the bridge.",
        "Photographs by Jane Roe show the cracks in all four piers.",
        "Jane Roe contributed from her own purse to the repair.",
        "Due to an error in the plan, the bridge was built too low.",
        "Clarification is what the council asks of its engineers.",
        "MORE - much more - is needed, the mayor said.",
        "URGENT: The bridge is open again.",
        "“Share this with your children,” he said.",
        "No part of it may fall, she said (the engineer).",
        "Sign up for the draft was slow, the ministry said.",
        "Compiled by a former engineer, the list names forty bridges.",
        "Opinion: divided. That is how the mayor sums up the town.",
        "More: that is what the engineers want, and they want it now.",
        "December 9, 2022, was the day on which the first crack was seen.",
        "Follow the money, the mayor said.",
        "The story continues below the bridge, where the ferries wait.",
        "Correction of the cracks will cost four million, the council said.",
        "Editing by committee never worked, the mayor said.",
        "Contact with the ferry was lost at noon.",
        "Related costs were not included.",
        "Copyright law does not cover bridges.",
        "Jane Roe, who is a reporter in Oslo, saw the bridge fall.",
        "He told AP that it was over (in his words: “done”).",
    ],
)
def test_journalism_stays(line: str) -> None:
    for text in (f"{line}\n\n{BODY}", f"{BODY}\n\n{line}"):
        done = clean(text)
        assert line in done.body
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
    assert [(removed.kind, removed.rule) for removed in done.removed] == [("repeat", "paragraph again")]


@pytest.mark.parametrize(
    ("glued", "right"),
    [
        ("They ended their efforts.In May they began.", "They ended their efforts. In May they began."),
        (
            '"It is over," he told me."So what is left?" he asked.',
            '"It is over," he told me. "So what is left?" he asked.',
        ),
        ('"It is over for me."So he said, and left.', '"It is over for me." So he said, and left.'),
        (
            "“It is over for me.”So he said.“We stay,” said she.",
            "“It is over for me.” So he said. “We stay,” said she.",
        ),
        ("Was it the end?It’s not known.", "Was it the end? It’s not known."),
        ("See www.Example.Com and the U.S.A now.", "See www.Example.Com and the U.S.A now."),
    ],
)
def test_sentences_glued_by_a_scraper_are_parted(glued: str, right: str) -> None:
    assert clean(glued).body == right


def test_a_sentence_again_goes_and_what_people_say_again_stays() -> None:
    sentence = "The cracks in two of its four piers were found by divers in May."
    done = clean(f"Nobody was hurt. {sentence}\n\nThe mayor is away. {sentence} Repairs begin soon.")
    assert done.body == f"Nobody was hurt. {sentence}\n\nThe mayor is away. Repairs begin soon."
    assert [(removed.rule, removed.text) for removed in done.removed] == [("sentence again", sentence)]
    said = "“We will open this bridge again before the winter comes,” she said."
    assert clean(f"It rained. {said}\n\nThe mayor is sure. {said}").body.count(said) == 2


def test_what_the_page_says_of_the_article_is_kept() -> None:
    done = clean(f"OPINION\n\nBy Jane Roe\n\n2026-02-05\n\n{BODY}\n\nAssociated Press")
    assert (done.label, done.byline, done.date, done.agency) == (
        "OPINION",
        "Jane Roe",
        "2026-02-05",
        "Associated Press",
    )
    assert clean(f"{BODY}\n\nThe opinions expressed are those of the author.").label == "opinion"
    done = clean(f"Jane Roe\n\nThe Courier\n\n{BODY}", outlet="The Courier")
    assert (done.byline, done.body) == ("Jane Roe", BODY)
    assert clean(f"Jane Roe\n\n{BODY}", outlet="The Courier").byline == "Jane Roe"
    assert clean(f"By Reuters\n\n{BODY}").agency == "Reuters"
    assert clean(f"{BODY} Two people told Reuters that it will stay so.").agency is None  # a source, and no credit
    assert clean(f"{BODY}\n\nJane Roe contributed to this report from Scranton, Pa.").agency is None
    assert clean(f"{BODY} She told a reuters of things.").agency is None


def test_buttons_of_a_page_stand_above_its_headline() -> None:
    buttons = ["All the news in one place.", "One app.", "Start reading", "Bee", "World", "Boats"]
    done = clean("\n\n".join([*buttons, "The Bridge is Shut", BODY]), headline="The Bridge is Shut")
    assert done.body == BODY
    assert {"One app.", "Start reading"} <= {one.text for one in done.removed if one.rule == "lines above the headline"}
    story = f"{BODY}\n\nThe Bridge is Shut\n\nMore of it on Monday."
    assert clean(story, headline="The Bridge is Shut").body.startswith(BODY)


def test_a_headline_glued_before_the_dateline_is_taken_out() -> None:
    done = clean(f"Bridge is shut WASHINGTON (Reuters) - {BODY}", headline="Bridge is shut")
    assert done.body == BODY
    assert [removed.kind for removed in done.removed] == ["headline", "dateline"]
    kept = "Bridge is shut Monday after a crack was found, and stays shut."
    assert clean(kept, headline="Bridge is shut").body == kept


def test_flags() -> None:
    assert "stub" in clean("Short.").flags
    assert "lost_characters" in clean("It\ufffds here").flags
    for end in (" And then...", " And then…", " Later, the", " It fell,", " It fell [+1234 chars]"):
        assert "truncated" in clean(BODY + end).flags
    for end in ("", " And then", " It was what he was after", " So said Holm"):
        assert "truncated" not in clean(BODY + end).flags
    assert "paywall" in clean(f"{BODY}\n\nSubscribe to continue reading").flags
    long = "\n\n".join(f"Pier {n} has a crack of its own length, which was found by diver {n}." for n in range(12))
    assert "paywall" not in clean(f"{long}\n\nSubscribe to continue reading").flags
    assert clean("a\u202eb").removed[0].kind == "control"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("It’s naïve – perhaps, said the café owner.", "Itâ€™s naÃ¯ve â€“ perhaps, said the cafÃ© owner."),
        ("“It costs €5 — more,” he said.", "“It costs €5 — more,” he said.".encode().decode("latin-1")),
        ("The Erdoğan government’s plan", "The ErdoÄŸan governmentâ€™s plan"),
        ("“It isn’t clear,” he said — ‘yet’.", "¡°It isn¡¯t clear,¡± he said ¡ª ¡®yet¡¯."),
    ],
)  # fmt: skip
def test_text_read_in_a_wrong_encoding_is_put_right_and_listed(right: str, wrong: str) -> None:
    done = clean(wrong)
    assert done.body == right
    assert "mojibake" in done.flags
    assert [(removed.kind, removed.text) for removed in done.removed] == [("mojibake", wrong)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("&quot;It&#39;s late,&quot; said Holm &amp; Roe&nbsp;Ltd.", '"It\'s late," said Holm & Roe Ltd.'),
        ("&amp;amp;quot;Go&amp;quot; &lt;b&gt;", '"Go" <b>'),
        ("R&D; AT&T and ?a=1&copy=2 &nonsense;", "R&D; AT&T and ?a=1&copy=2 &nonsense;"),
        ("one&#0;two&#1;three&#xD800;", "one\ufffdtwothree\ufffd"),
    ],
)
def test_entities_are_what_they_stand_for(raw: str, expected: str) -> None:
    assert tidy(raw) == expected


def test_escapes_of_escapes_take_no_time() -> None:
    assert tidy("&" + "amp;" * 300_000) == "&"


def test_text_in_other_scripts_is_no_mojibake() -> None:
    for text in (
        "Ärger um die Brücke: „Das ist ein Übel“, sagt Åse Ørsted.",
        "São Paulo – “não”, diz Ângela.",
        "À Paris, l’été",
    ):
        done = clean(text)
        assert done.body == text
        assert "mojibake" not in done.flags


def test_lost_characters_are_not_guessed() -> None:
    assert (
        clean("He said \ufffdit\ufffds over\ufffd on Monday.").body == "He said \ufffdit\ufffds over\ufffd on Monday."
    )


def test_ligatures_and_full_width_letters_are_letters() -> None:
    assert clean("The ﬁrst oﬃcer’s conﬂict cost Ｇ７ members １２ million.").body == (
        "The first officer’s conflict cost G7 members 12 million."
    )


def test_characters_that_cannot_be_seen_go() -> None:
    for code in range(0x110000):
        sign, kind = chr(code), unicodedata.category(chr(code))
        if kind in ("Cc", "Cs", "Co") and sign not in "\n\r\t\x0b\x0c\x85":
            assert tidy(f"a{sign}b") == "ab"
        elif kind.startswith(("L", "N", "P", "S")):
            assert len(tidy(sign)) >= 1


@given(st.text(max_size=400))
def test_any_text_is_cleaned(text: str) -> None:
    done = clean(text)
    assert not any(sign in done.body for sign in "\0\r\u202e\u200b")
    assert "\n\n\n" not in done.body
    assert done.body == done.body.strip()


PIECES = st.sampled_from(["By ", "Read more", "(", ")", "/", " | ", "MORE", "Reuters", "AP", "\n", "\n\n", "- ", "[", "]", "Advertisement",
                          "2026-01-02", "“", "”", ".", "The bridge is closed", "WASHINGTON", "—", "contributed to this report", "A"])  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_pages_of_any_furniture_lose_nothing_unlisted(text: str) -> None:
    """Every letter is in the body or in `removed`."""
    done = clean(text)
    left = Counter(sign for sign in done.body if sign.isalnum())
    taken = Counter(sign for removed in done.removed for sign in removed.text if sign.isalnum())
    assert left + taken == Counter(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize("line", ["A " * 299, "(" * 599, "a/" * 299, "By " + "A b" * 190, "Ab Ab " * 500 + "MORE", "x " * 100 + "|", "2026-01-02 " * 50,
                                  "All rights " * 50, "Ada Ada" * 80 + " MORE ", "Ada AdaB" * 30_000 + " MORE ", "contributed to " * 35, "[" * 300 + "Reuters" * 30])  # fmt: skip
def test_no_rule_tries_every_part_of_a_line_with_every_other(line: str) -> None:
    assert clean(f"{line}\n\n{line}x\n\n{BODY}").body  # such a rule would not end here


def test_clean_bodies_lose_fewer_than_three_sentences_in_a_thousand() -> None:
    """BASIL's bodies are clean but for datelines and headlines: what else a rule takes out is nearly always wrong."""
    taken = sentences = 0
    for line in shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        sentences += sum(map(len, article["body-paragraphs"]))
        done = clean(
            "\n\n".join(" ".join(part) for part in article["body-paragraphs"]),
            article["title"],
            None,
            article["source"],
        )
        taken += sum(removed.kind not in ("dateline", "ticker", "headline") for removed in done.removed)
    assert sentences > 4000
    assert taken < 0.003 * sentences


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"{BODY} (AP)", "Associated Press"),
        (f"{BODY} PTI", "PTI"),
        (f"{BODY} - dpa", "dpa"),
        (f"{BODY} Agence France-Presse", "AFP"),
        (f"{BODY} — AFP", "AFP"),
        (f"{BODY}\n\n© 2022 Reuters. All rights reserved.", "Reuters"),
        (f"{BODY}\n\nThe Associated Press contributed to this report.", None),
        (f"{BODY}\n\n(With inputs from PTI)", None),
        (f"REUTERS\n\nPetra Holm/Reuters\n\nBy Ada Brook, CNN\n\n{BODY}\n\n{BODY[:40]}.", None),
        (f"Reuters\n\n{BODY}", "Reuters"),
        (f"(Petra Holm/Associated Press)\n\n{BODY}", None),
        (f"By Petra Holm (Reuters)\n\n{BODY}", "Reuters"),
        (f"By Petra Holm | Associated Press\n\n{BODY}", "Associated Press"),
        (f"Source: AP\n\n{BODY}\n\n{BODY[:40]}.\n\n{BODY[:30]}.", None),
        (f"{BODY}\n\n{BODY[:40]}.\n\nAda Holm is seen on the pier of Velm\n\nReuters\n\n{BODY[:30]}.", None),
        (f"{BODY}\n\n{BODY[:40]}.\n\nAda Holm is seen on the pier of Velm\n\nJane Roe, AFP\n\n{BODY[:30]}.", None),
        (f"{BODY}\n\n{BODY[:40]}.\n\nReuters", "Reuters"),
    ],
)
def test_whose_text_it_is(text: str, agency: str | None) -> None:
    done = clean(text)
    assert done.agency == agency
    assert "Nobody was hurt" in done.body  # and the last paragraph is no caption


def test_a_photographer_of_a_paper_and_an_agency_is_no_line_of_the_text() -> None:
    lines = [
        f"The {word} pier stood open on Monday, and the mayor said so." for word in "old new long low far wide".split()
    ]
    text = "\n\n".join([BODY, *lines, "Petra Holm/The Bee/AP", *(line.replace("Monday", "Friday") for line in lines)])
    assert "Petra" not in clean(text).body
    assert "Petra Holm and The Bee" in clean(text.replace("Holm/The Bee/AP", "Holm and The Bee won the prize.")).body


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Two people told Reuters that the plan will be dropped.", True),
        ("The letter, seen by Reuters, is short.", True),
        ("In an interview with Reuters she said no.", True),
        ("OSK (Reuters) - The plan will be dropped, two people said.", False),
        ("She told reporters so. Reuters could not reach the firm.", False),
    ],
)
def test_who_speaks_to_an_agency_is_its_source_and_the_text_another_s(text: str, cites: bool) -> None:
    """A table may say that such a text is the agency's."""
    assert agencies_of(None).cites(text, "Reuters") is cites


def test_headlines_listed_below_a_label_are_no_part_of_the_text() -> None:
    links = "Read More on BRDG:\n- Bridge sinks in the river, the Beacon reports\n- Bridge: which one is older?"
    assert clean(f"{BODY}\n{links}").body == BODY
    listed = f"{BODY}\n- Bridge sinks in the river, the Beacon reports"
    assert "Beacon" in clean(listed).body, "no label above it"


@pytest.mark.parametrize("mark", ['"', "”"])
def test_a_mark_on_a_line_of_its_own_closes_what_was_opened(mark: str) -> None:
    opened = "“" if mark == "”" else mark
    text = f"{opened}They came to the pier.\n\nThey left it, the mayor said of them.\n\n{mark}\n\nThe council met."
    assert clean(text).body.endswith(f"said of them.{mark}\n\nThe council met.")


def test_what_goes_on_about_the_author_below_a_note() -> None:
    note = "Jane covers ports for The Courier.\n\nShe has covered Velm since 2004.\n\nHer work has won a prize."
    done = clean(f"{BODY}\n\n{note}", outlet="The Courier")
    assert done.body == BODY
    assert [removed.rule for removed in done.removed] == ["author of the outlet"] * 3


def test_what_goes_on_below_a_correction_at_the_end() -> None:
    note = "Correction: An earlier version said that the pier was open.\n\nOnly a part of it was open on Monday."
    done = clean(f"{BODY}\n\n{note}")
    assert done.body == BODY
    assert [removed.rule for removed in done.removed] == ["editor's note", "behind a note on the text"]


def test_who_compiled_a_poll_is_no_credit() -> None:
    line = "Compiled by the Associated Press-NORC Center, the poll found that most people of Velm fear for the bridge."
    kept = clean(f"{BODY}\n\n{line}")
    assert kept.body.endswith(line)
    assert kept.agency is None


@pytest.mark.parametrize(("mark", "other"), [('"', '"'), ("“", "”")])
def test_a_mark_on_a_line_of_its_own_opens_the_paragraph_below_that_closes(mark: str, other: str) -> None:
    told, goes_on = f"{mark}It was ours,{other} said Jane Roe.", f"And it will be ours.{other}"
    assert clean(f"{BODY}\n\n{told}\n\n{mark}\n\n{goes_on}").body.endswith(f"\n\n{mark}{goes_on}")
    assert clean(f"{BODY}\n\n{told}\n\n{mark}\n\nIt was sold.").body.endswith("\n\nIt was sold.")


@pytest.mark.parametrize("number", ["1.", "2)", "(3)", "a."])
def test_a_number_of_a_list_stands_with_what_it_counts(number: str) -> None:
    assert f"\n\n{number} Keep the gate shut." in clean(f"{BODY}\n\n{number}\n\nKeep the gate shut.").body
    assert clean(f"{BODY}\n\n{number}\n\n“It fell,” he said.").body.endswith(f"\n\n{number}\n\n“It fell,” he said.")


@pytest.mark.parametrize(
    ("between", "lost"), [("… ", True), ("... ", True), (" ", True), (". ", False), ("… Then ", False)]
)
def test_a_text_without_stops(between: str, lost: bool) -> None:
    text = "the bridge is shut and forty people lost their work and nobody knows when it will open again"
    assert ("no_stops" in clean(between.join([text] * 7)).flags) == lost
