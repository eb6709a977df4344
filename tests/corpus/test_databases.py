"""Exports of news databases: each is divided into its articles, or refused; never one article."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest

from framing.corpus.databases import databases, split, split_page
from framing.corpus.databases.lines import paragraphs
from framing.corpus.files.fields import Raw
from framing.corpus.files.guards import several
from framing.corpus.load import load
from framing.errors import CorpusError

FIRST = (
    "The council closed the ferry on Monday after an inspector found rust in both of its engines and in the old pump.",
    "“It is not safe,” said Ada Holm, the mayor, who wants a new boat by the spring and asks the state for money.",
    "Nobody was hurt. Drivers must take the road round the lake until then, which adds an hour to the trip to town.",
)
SECOND = (
    "A ferry that rusts for nine years does not surprise anybody who has crossed the lake on it in a storm.",
    "Let the council now say who signed the papers, and when, and what it was paid for not looking.",
)


def articles(text: str, page: bool = False) -> list[Raw]:
    found = split_page(text) if page else split(text)
    assert found is not None
    return list(found)


def good(found: list[Raw]) -> list[Raw]:
    return [raw for raw in found if raw.problem is None]


def nexis(
    head: str = "", tail: str = "LOAD-DATE: March 3, 2026\n\nLANGUAGE: ENGLISH", body: tuple[str, ...] = FIRST
) -> str:
    return (
        f"\n                     1 of 2 DOCUMENTS\n\n\n                      The Lake Herald\n\n"
        f"                   March 2, 2026 Monday\n{head}\n\nFerry is laid up\n\nBYLINE: Jane Roe\n\nSECTION: NEWS; Pg. 6\n\n"
        f"LENGTH: 60 words\n\n" + "\n\n".join(body) + f"\n\n{tail}\n\n                  Copyright 2026 The Lake Herald\n"
        "                       All Rights Reserved\n\n                     2 of 2 DOCUMENTS\n\n\n"
        "                      Shore Post\n\n                  March 3, 2026 Tuesday\n\nWho let our ferry rust?\n\n"
        "SECTION: EDITORIAL; Pg. 24\n\nLENGTH: 40 words\n\n" + "\n\n".join(SECOND) + "\n\nLOAD-DATE: March 4, 2026\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    ["", "                   Edition 2;\n                 National Edition", "                Correction Appended"],
)
def test_lines_of_editions_are_no_headline(lines: str) -> None:
    first, second = articles(nexis(lines))
    assert first.fields["headline"] == "Ferry is laid up"
    assert first.fields["outlet"] == "The Lake Herald"
    assert first.fields["published"].startswith("March 2, 2026")
    assert second.fields["headline"] == "Who let our ferry rust?"
    assert first.fields["body"] == "\n\n".join(FIRST)


@pytest.mark.parametrize(
    "tail",
    [
        "SUBJECT: FERRIES (90%); LAKES (70%)\n\nCOMPANY: LAKE LINES (60%)\n\nGEOGRAPHIC: NORWAY (90%)\n\nLOAD-DATE: March 3, 2026",
        "URL: http://www.lakeherald.example\n\nLOAD-DATE: March 3, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper",
        "GRAPHIC: PHOTO: The ferry at the quay,\nseen from the hill.\n\nA second photo.\n\nLOAD-DATE: March 3, 2026",
        "LANGUAGE: ENGLISH\n\nCORRECTION-DATE: March 4, 2026\n\nCORRECTION:\n\nThe mayor is Ada Holm.\n\nGRAPHIC: Map",
    ],
)
def test_the_labels_below_the_text_are_none_of_it(tail: str) -> None:
    first = articles(nexis(tail=tail))[0]
    assert first.fields["body"] == "\n\n".join(FIRST)


@pytest.mark.parametrize(
    "line",
    ["Correction: the boat is nine years old.", "NOTES: the engine is from Kiel.", "URL: see the notice at the quay."],
)
def test_a_line_of_the_text_that_looks_like_a_label_stays(line: str) -> None:
    body = (*FIRST[:2], line, FIRST[2])
    assert articles(nexis(body=body))[0].fields["body"] == "\n\n".join(body)


def test_pages_that_are_no_articles_are_listed() -> None:
    request = "Download Request: Select Items: 1-2\nTime Of Request: Monday\n\nSend To:\nSOME LIBRARY\n\nTerms: ferry\n"
    text = request + nexis() + "\n                    ---- End of Request ----\nDownload Request: Select Items: 1-2\n"
    found = articles(text)
    assert [raw.severity for raw in found if raw.problem] == ["note", "note"]
    assert len(good(found)) == 2
    assert "Request" not in good(found)[1].fields["body"]


def test_what_wires_have_otherwise_is_understood() -> None:
    """The headline above the date, section and length below the text."""
    text = (
        "\n                      1 of 1 DOCUMENT\n\n\n                      Lake Press Agency\n\nROUNDUP: Ferry is laid up after rust is\nfound\n\n"
        "                   March 2, 2026, Monday\n               23:22 Central European Time\n\nDATELINE: Oslo\n\n"
        + "\n\n".join(FIRST)
        + "\n\nSECTION: Politics\n\nLENGTH: 60 words\n\nLOAD-DATE: March 3, 2026\n"
    )
    (only,) = articles(text)
    assert only.fields["headline"] == "ROUNDUP: Ferry is laid up after rust is found"
    assert (only.fields["outlet"], only.fields["genre"]) == ("Lake Press Agency", "Politics")
    assert only.fields["body"] == "\n\n".join(FIRST)


@pytest.mark.parametrize(
    ("border", "length", "update", "date"),
    [
        ("Dokument {} von 2", "LÄNGE: 60 Wörter", "UPDATE: 3. März 2026\n\nSPRACHE: ENGLISH", "2. März 2026 Montag"),
        (
            "{} of 2 DOCUMENTS",
            "LONGUEUR: 60 mots",
            "DATE-CHARGEMENT: 3 mars 2026\n\nLANGUE: ENGLISH",
            "2 mars 2026 lundi",
        ),
        ("{} de 2 DOCUMENTOS", "LONGITUD: 60 palabras", "FECHA-CARGA: 3 marzo 2026", "2 de marzo de 2026"),
    ],
)
def test_labels_of_other_interfaces(border: str, length: str, update: str, date: str, tmp_path: Path) -> None:
    text = "".join(
        f"\n          {border.format(number)}\n\n           {outlet}\n\n         {date}\n\nFerry is laid up\n\n{length}\n\n"
        + "\n\n".join(body) + f"\n\n{update}\n"
        for number, outlet, body in ((1, "The Lake Herald", FIRST), (2, "Shore Post", SECOND))
    )  # fmt: skip
    (tmp_path / "export.txt").write_text(text, encoding="utf-8")
    rows = load(tmp_path).articles.sort("outlet").rows(named=True)
    assert [row["outlet"] for row in rows] == ["Shore Post", "The Lake Herald"]
    assert {str(row["published"]) for row in rows} == {"2026-03-02"}
    assert rows[1]["text"] == "Ferry is laid up\n\n" + "\n\n".join(FIRST)


def test_the_cover_page_of_nexis_uni_is_no_headline() -> None:
    listed = "".join(
        f"{n}. Title {n}\nClient/Matter: -None-\nSearch Terms: ferry\n\nContent Type\nNews\n\n" for n in (1, 2)
    )
    one = (
        "Ferry is laid up\nThe Lake Herald - Final Edition\nMarch 2, 2026 Monday 9:20 AM GMT\n\nCopyright 2026\n\n"
        "Section: OPINION; Version:1\nLength: 60 words\nByline: Jane Roe\nBody\n\n\n" + "\n".join(FIRST)
        + "\n\nhttps://lakeherald.example/2026/ferry\n\nLoad-Date: March 3, 2026\n\nEnd of Document\n\n\n"
    )  # fmt: skip
    found = articles(f"User Name: A\nDate and Time: Monday, 9 March 2026\nDocuments (2)\n{listed}\n\n\n{one}{one}")
    assert [raw.severity for raw in found if raw.problem] == ["note"]
    for raw in good(found):
        assert raw.fields["headline"] == "Ferry is laid up"
        assert raw.fields["outlet"] == "The Lake Herald"
        assert raw.fields["body"] == "\n\n".join(FIRST)
        assert raw.fields["url"] == "https://lakeherald.example/2026/ferry"


def factiva(above: str, number: str = "LAKHER0020260302em320001a", body: tuple[str, ...] = FIRST) -> str:
    return (
        f"{above}\n60 words\n2 March 2026\nThe Lake Herald\nLAKHER\nA12\nEnglish\n(c) 2026 The Lake Herald. All rights reserved.\n\n"
        + "\n\n".join(body)
        + f"\n\nLake Publishing Limited\n\nDocument {number}\n\n"
    )


@pytest.mark.parametrize(
    ("above", "section", "headline", "byline"),
    [
        ("Ferry is laid up after a bad find", None, "Ferry is laid up after a bad find", None),
        ("Ferry is laid up after a bad find\nBy Jane Roe", None, "Ferry is laid up after a bad find", "By Jane Roe"),
        ("Ferry is laid up after a bad find\nJane Roe", None, "Ferry is laid up after a bad find", "Jane Roe"),
        ("Opinion\nFerry is laid up after a bad find\nJane Roe; Sam Doe", "Opinion", "Ferry is laid up after a bad find", "Jane Roe; Sam Doe"),
        ("Foreign Desk; 1\nFERRY IS LAID UP  \nBy JANE ROE\nSpecial to The Lake Herald", "Foreign Desk; 1", "FERRY IS LAID UP", "By JANE ROE"),
        ("Magasin\nFerry is laid up after a bad find", "Magasin", "Ferry is laid up after a bad find", None),
        ("Ferry is laid up after a bad find\nJane Roe, Transport Correspondent", None, "Ferry is laid up after a bad find", "Jane Roe, Transport Correspondent"),
        ("Ferry is laid up after a bad find\nBy Jane Roe\nTransport Correspondent", None, "Ferry is laid up after a bad find", "By Jane Roe"),
        ("Ferry is laid up after a bad find\nJane Roe and Sam Doe in Port Lund", None, "Ferry is laid up after a bad find", "Jane Roe and Sam Doe in Port Lund"),
        ("Ferry is laid up after a bad find\nJane Roe in Port Lund and Sam Doe in Oslo", None, "Ferry is laid up after a bad find", "Jane Roe in Port Lund and Sam Doe in Oslo"),
        ("Ferry is laid up after a bad find\nJane Roe and agencies", None, "Ferry is laid up after a bad find", "Jane Roe and agencies"),
        ("Owners of the ferry turn to the\nHigh Court in Port Lund", None, "Owners of the ferry turn to the High Court in Port Lund", None),
        ("Ferry Owners Meet Minister for New\nBridge Talks in Port Lund", None, "Ferry Owners Meet Minister for New Bridge Talks in Port Lund", None),
    ],
)  # fmt: skip
def test_section_headline_and_byline_of_factiva_are_apart(
    above: str, section: str | None, headline: str, byline: str | None
) -> None:
    found = articles(factiva(above) + "Search Summary\nText\tferry\nDate\t01/01/2026 to 09/03/2026\nResults Found\t1\n")
    (only,) = good(found)
    fields = only.fields
    assert (fields.get("genre"), fields["headline"], fields.get("byline")) == (section, headline, byline)
    assert fields["body"] == "\n\n".join(FIRST)
    assert fields["id"] == "LAKHER0020260302em320001a"
    assert [raw.severity for raw in found if raw.problem] == ["note"], "the summary of the search is listed"


@pytest.mark.parametrize(
    "summary",
    [
        "Search Summary\nText\tferry\nDate\tAll Dates\nSource\tAll\nSources\nResults Found\t1\nTimestamp\t9 May 2026 10:00\n\n",
        "Search Summary\n\nText\n\nferry\n\nDate\n\nLast year\n\n© 2026 Factiva, Inc. All rights reserved.\n\n",
        "Text\tferry\nDatum\tAlle\nGefundene Ergebnisse\t1\nZeitstempel\t9 May 2026\n\n",
    ],
)
def test_a_summary_above_the_first_article_is_no_headline(summary: str) -> None:
    for text in (summary + factiva("Ferry is laid up after a bad find\nJane Roe"), summary + CODED):
        found = articles(text)
        (only,) = good(found)
        assert (only.fields["headline"], only.fields["byline"]) == ("Ferry is laid up after a bad find", "Jane Roe")
        assert [raw.problem and raw.problem[0] for raw in found] == [
            "is a summary of the search: no article, taken out",
            None,
        ]
        assert (only.line or 0) > summary.count("\n")


CODED = (
    "HD  Ferry is laid up after a bad find\nBY  Jane Roe\nWC  60 words\nPD  2 March 2026\nSN  The Lake Herald\nLA  English\n"
    f"LP\n{FIRST[0]}\n\nTD\n{FIRST[1]}\n\nNS  gpol : Domestic Politics | nedi : Editorials\n"
    "AN  Document LAKHER0020260302em320001a\n"
)


def test_subjects_of_factiva_tell_the_genre() -> None:
    for subjects, genre in (("nlet : Letters", "letters"), ("nedi: Editorials | gpol: Politics", "editorial")):
        (only,) = articles(CODED.replace("gpol : Domestic Politics | nedi : Editorials", subjects))
        assert only.fields["genre"] == genre
    (only,) = articles(CODED.replace("nedi : Editorials", "gsurv : Opinion Polls"))
    assert "genre" not in only.fields


def test_codes_are_codes_and_words_are_words() -> None:
    body = "\n\n".join((FIRST[0], "IN the end nobody paid.", "RE is what lawyers write."))
    text = f"SE  Opinion\nHD  Ferry is\nlaid up\nBY  Jane Roe\nWC  60 words\nPD  2 March 2026\nSN  The Lake Herald\nLA  English\nLP\n{FIRST[1]}\n\nTD\n{body}\n\nCO  lake : Lake Lines\nIN  ishp : Shipping\nAN  Document LAKHER0020260302em320001a\n"
    (only,) = articles(text)
    assert only.fields["headline"] == "Ferry is laid up"
    assert only.fields["body"] == f"{FIRST[1]}\n\n{body}"
    assert only.fields["genre"] == "Opinion"


def proquest(form: str) -> str:
    parts = []
    for number, (title, outlet, body) in enumerate(
        (("Ferry is laid up", "The Lake Herald", FIRST), ("Who let our ferry rust?", "Shore Post", SECOND)), 1
    ):
        text = "\n\n".join(body)
        below = f"Subject: Ferries; Lakes\n\nPublication title: {outlet}; Oslo\n\nPublication date: Mar {number}, 2026\n\nSection: Opinion\n\nProQuest document ID: 10{number}\n\nDatabase: Lake Newsstand\n"
        if form == "old":
            parts.append(
                f"{'_' * 60}\n\nDocument {number} of 2\n\n{title}\n\nAuthor: Roe, Jane\n\nPublication info: {outlet} ; Oslo [Oslo]0{number} Mar 2026: 2.\n\nAbstract: None available.\n\nFull text: {text}\n\n{below}\n"
            )
        else:
            parts.append(
                f"{title}\n\nRoe, Jane. {outlet}; Oslo [Oslo]. 0{number} Mar 2026: 2.\n\nProQuest document link\n\nABSTRACT (ENGLISH)\n\nShort.\n\nFULL TEXT\n\n{text}\n\nDETAILS\n\n{below}\n\n"
            )
    return "".join(parts)  # fmt: skip


@pytest.mark.parametrize("form", ["old", "new"])
@pytest.mark.parametrize("kind", ["text", "page"])
def test_proquest_is_divided_in_each_form(form: str, kind: str, tmp_path: Path) -> None:
    text = proquest(form)
    if kind == "page":
        marked = re.sub(r"(?m)^([A-Z][\w ]+:)", r"<strong>\1</strong>", escape(text, quote=False))
        text = "<html><body>" + "".join(f"<p>{part}</p>" for part in marked.split("\n\n")) + "</body></html>"
        text = text.replace("<html>", "<html><!-- ProQuest document link -->")
    (tmp_path / f"export.{'html' if kind == 'page' else 'txt'}").write_text(text, encoding="utf-8")
    rows = load(tmp_path).articles.sort("outlet").rows(named=True)
    assert [(row["outlet"], str(row["published"]), row["genre"]) for row in rows] == [("Shore Post", "2026-03-02", "opinion"), ("The Lake Herald", "2026-03-01", "opinion")]  # fmt: skip
    assert rows[1]["text"] == "Ferry is laid up\n\n" + "\n\n".join(FIRST)
    assert [row["article"] for row in rows] == ["shore-post/102", "the-lake-herald/101"]


def test_the_date_of_europresse_is_not_that_of_its_certificate() -> None:
    def one(number: int, body: tuple[str, ...]) -> str:
        return (
            "<article><header><div><span class='DocPublicationName'>The Lake Herald   </span></div><div><span class='DocHeader'>"
            f"Politique, lundi {number} mars 2026, p. 16</span></div><div class='titreArticle'><p class='titreArticleVisu'>Ferry <mark>is</mark> laid up</p></div>"
            f"<div>Jane Roe</div></header><section><div class='docOcurrContainer'>{''.join(f'<p>{part}</p>' for part in body)}</div></section>"
            f"<footer><p>Numéro de document : news·2026030{number}·LH·{number}</p><div>Ce certificat est émis à <b>X</b>. Date d'émission : <b>2026-11-05</b></div></footer></article>"
        )

    first, second = articles(f"<html><body>{one(2, FIRST)}{one(3, SECOND)}</body></html>", page=True)
    assert first.fields["headline"] == "Ferry is laid up"
    assert (first.fields["outlet"], first.fields["byline"]) == ("The Lake Herald", "Jane Roe")
    assert "2 mars 2026" in first.fields["published"]
    assert first.fields["body"] == "\n\n".join(FIRST)
    assert second.fields["id"] != first.fields["id"]


@pytest.mark.parametrize(
    "mark",
    [
        "Document {n} of 3",
        "{n} of 3 DOCUMENTS",
        "End of Document",
        "Load-Date: March {n}, 2026",
        "Document LAKHER002026030{n}em320001a",
        "ProQuest document ID: 10{n}",
        "Numéro de document : news·2026030{n}·LH·1",
        "The Daily Herald\nMarch {n}, 2026",
        '"Der Bote" vom {n}.03.2026                Seite: 1\nRessort: Politik',
        "Headline number {n}\n\nDe Bode, woensdag {n} maart 2026, p. 23, 853w.",
    ],
)
def test_several_articles_in_one_text_stop_with_a_message(mark: str, tmp_path: Path) -> None:
    parts = [mark.format(n=number) + "\n\n" + "\n\n".join(FIRST) for number in (1, 2, 3)]
    text = "Collected by hand\n\n" + "\n\n".join(parts)
    assert several([text])[0]
    (tmp_path / "mine--2026-03-02--1.md").write_text(text, encoding="utf-8")
    if "End of" in mark or "DOCUMENTS" in mark or "Factiva" in mark:
        assert split(text) is None, "no export that could be divided"
    with pytest.raises(CorpusError, match="several articles in one text"):
        load(tmp_path)


def test_one_article_stays_one() -> None:
    for text in (
        "\n\n".join(FIRST),
        "The Times\nMarch 2, 2026\n\n" + "\n\n".join(FIRST),
        "OSLO (Reuters) - " + "\n\n".join(FIRST) + "\n\nBERGEN (AP) - Elsewhere it rained.",
        "He read the Document 1 of 3 aloud, and the load-date was wrong.\n\n" + "\n\n".join(FIRST),
    ):
        assert several([text]) == [None]
        assert split(text) is None


def test_each_vendor_says_how_it_was_checked() -> None:
    assert {database.name.split(",")[0] for database in databases()} == {
        "Europresse",
        "Factiva",
        "GBI-Genios",
        "Nexis",
        "Nexis Uni",
        "ProQuest",
    }
    assert all(database.checked for database in databases())


def test_factiva_codes_that_are_indented() -> None:
    one = f" SE\tFront\n HD\tFerry shut\n WC\t50 words\n PD\t2 March 2026\n SN\tThe Courier\n LA\tEnglish\n\n LP\t{FIRST[0]}\n\n TD\t{FIRST[1]}\n\n AN\tDocument COURIE0020260302ed3j00q06 \n"
    two = one.replace("Ferry shut", "Who signed?").replace("ed3j00q06", "ed3j00q07")
    found = good(articles(one + "\n\n" + two))
    assert [raw.fields["headline"] for raw in found] == ["Ferry shut", "Who signed?"]
    assert found[0].fields["body"] == f"{FIRST[0]}\n\n{FIRST[1]}"


NOTICE = (
    "© 2026 SA Le Lac. Tous droits réservés. Le présent document est protégé par les lois et conventions",
    "internationales sur le droit d'auteur et son utilisation est régie par ces lois et conventions.",
    "Certificat émis le 5 novembre 2026 à Université-X à des fins de visualisation personnelle et temporaire.",
)
SIDE = ("Nom de la source", "{outlet}", "Type de source", "Presse • Journaux", "Périodicité", "Quotidien")


@pytest.mark.parametrize("form", ["below", "beside"])
def test_europresse_as_pdf_word_or_text(form: str) -> None:
    """Below: section, date, words and page on one line, the certificate last. Beside: a column with what is known of
    the source and the certificate, which stands before the text; then the date, and paper, page and words."""

    def one(outlet: str, day: int, title: str, author: str, body: tuple[str, ...]) -> str:
        mark = f"news·2026030{day}·LL·{day}77"
        if form == "below":
            head = [
                f"{outlet}, no. 23{day}",
                f"Politique, lundi {day} mars 2026 1 023 mots, p. 9",
                "",
                title,
                "",
                author,
                "",
            ]
            return "\n".join([*head, "\n\n".join(body), "", f"Cet article est paru dans {outlet}", *NOTICE, mark])
        side = [line.format(outlet=outlet) for line in SIDE]
        head = [
            *side,
            *NOTICE,
            mark,
            "",
            f"Lundi {day} mars 2026",
            f"{outlet} • p. 9 • 1 023 mots",
            "",
            title,
            "",
            author,
            "",
        ]
        return "\n".join([*head, "\n\n".join(body)])

    contents = "Documents sauvegardés\n\nSommaire\nLe Lac\n2 mars 2026\nLe bac ... 3\n\n" if form == "beside" else ""
    text = contents + one("Le Lac", 2, "Le bac est à quai", "Jeanne Roux", FIRST) + "\n\n"
    text += one("La Rive (site web)", 3, "« Qui a signé ? » demande la maire", "Par Paul Le Goff", SECOND)
    found = articles(text)
    assert [raw.fields["outlet"] for raw in good(found)] == ["Le Lac", "La Rive (site web)"]
    assert [raw.fields["headline"] for raw in good(found)] == [
        "Le bac est à quai",
        "« Qui a signé ? » demande la maire",
    ]
    assert [raw.fields["published"].casefold() for raw in good(found)] == ["lundi 2 mars 2026", "lundi 3 mars 2026"]
    assert [raw.fields["byline"] for raw in good(found)] == ["Jeanne Roux", "Par Paul Le Goff"]
    assert [raw.fields["body"] for raw in good(found)] == ["\n\n".join(FIRST), "\n\n".join(SECOND)]
    assert [raw.fields["id"] for raw in good(found)] == ["news·20260302·LL·277", "news·20260303·LL·377"]
    assert len(found) == (3 if contents else 2), "the list of contents is a note"


def test_lines_of_a_printed_page_become_paragraphs() -> None:
    words = " ".join(FIRST * 4).split()
    lines = [" ".join(words[at : at + 19]) for at in range(0, len(words), 19)]
    assert max(map(len, lines)) > 100
    assert paragraphs([*lines[:3], "", *lines[3:]]) == " ".join(lines[:3]) + "\n\n" + " ".join(lines[3:])
    listed = [
        "First of all, a list of what the council said on that day in the town hall beside the lake.",
        "Second.",
    ] * 4
    assert paragraphs(listed) == "\n".join(listed), "lines that are sentences stay apart"


def test_a_printed_nexis_export_without_blank_lines_in_its_heads() -> None:
    def one(number: int, headline: str, body: tuple[str, ...]) -> str:
        lines = ["The Lake Herald", f"March {number}, 2026 Monday", headline, "BYLINE: By JANE ROE"]
        lines += ["SECTION: OPINION; Pg. 4", "LENGTH: 60 words", "DATELINE: LAKETOWN", *body[:1], "", *body[1:]]
        return "\n".join([f"{number} of 2 DOCUMENTS", "", *lines, "", "LOAD-DATE: March 9, 2026"])

    found = good(articles(one(1, "Ferry is laid up", FIRST) + "\n\n" + one(2, "Who signed?", SECOND)))
    assert [raw.fields["headline"] for raw in found] == ["Ferry is laid up", "Who signed?"]
    assert [raw.fields["byline"] for raw in found] == ["By JANE ROE"] * 2
    assert [raw.fields["body"].split("\n\n")[0] for raw in found] == [FIRST[0], SECOND[0]]
