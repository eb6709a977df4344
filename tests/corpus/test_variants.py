"""The same exports as other interfaces, editions and services hand them out: other languages, other nesting."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from framing.corpus.databases import split
from framing.corpus.files.fields import read_record
from framing.corpus.load import clean_headline, load
from framing.corpus.metadata.addresses import original_address
from framing.corpus.metadata.genre import read_genre
from framing.corpus.metadata.metadata import read_date
from framing.corpus.pages.extract import page_fields
from framing.errors import CorpusError

BODY = (
    "The mill at Dorn stands still since Sunday because its wheel broke in the flood, the owners told the town.",
    "“Nobody was near it,” said Eva Lind, the miller, who had heard the beam crack in the night.",
    "A new wheel takes a month to build. Until then the bakers of Dorn buy their flour in the next valley.",
)
TEXT = "\n\n".join(BODY)
HEAD = "Mill of Dorn stands still"

NEXIS = {  # border, date, labels of the head, labels of the end
    "German": (
        "Dokument 1 von 1",
        "Montag 3. Februar 2025",
        "AUTOR: Jan Roth\n\nRUBRIK: MEINUNG; S. 4\n\nLÄNGE: 70 Wörter",
        "UPDATE: 4. Februar 2025\n\nSPRACHE: ENGLISH\n\nGRAFIK: Die Mühle.",
    ),
    "French": (
        "1 de 1 DOCUMENTS",
        "lundi 3 février 2025",
        "AUTEUR: Jan Roth\n\nRUBRIQUE: DÉBATS; p. 4\n\nLONGUEUR: 70 mots\n\nENCART: La roue\nest cassée.",
        "DATE-CHARGEMENT: 4 février 2025\n\nLANGUE: ENGLISH; ANGLAIS\n\nCODE-REVUE: DB",
    ),
    "Spanish": (
        "DOCUMENTO 1 DE 1",
        "3 de febrero de 2025 lunes",
        "AUTOR: Jan Roth\n\nSECCIÓN: OPINIÓN\n\nLONGITUD: 70 palabras",
        "FECHA-CARGA: 4 de febrero de 2025\n\nIDIOMA: ENGLISH",
    ),
    "Dutch": (
        "1 van 1 DOCUMENTEN",
        "3 februari 2025 maandag\n                 Eerste Editie",
        "AUTEUR: Jan Roth\n\nSECTIE: OPINIE; Blz. 4\n\nLENGTE: 70 woorden\n\nSAMENVATTING: Het rad is stuk.",
        "LAADDATUM: 4 februari 2025\n\nTAAL: ENGLISH\n\nPUBLICATIETYPE: Krant",
    ),
    "Italian": (
        "1 di 1 DOCUMENTI",
        "3 febbraio 2025 lunedì",
        "AUTORE: Jan Roth\n\nSEZIONE: COMMENTI\n\nLUNGHEZZA: 70 parole\n\nSOMMARIO: La ruota.",
        "DATA-CARICAMENTO: 4 febbraio 2025\n\nLINGUA: ENGLISH",
    ),
}


@pytest.mark.parametrize("language", NEXIS)
def test_nexis_in_other_languages(language: str, tmp_path: Path) -> None:
    border, date, head, tail = NEXIS[language]
    middle = " " * 20
    text = f"\n{middle}{border}\n\n\n{middle}Dorn Bee\n\n{middle}{date}\n\n{HEAD}\n\n{head}\n\n{TEXT}\n\n{tail}\n"
    _is_right(tmp_path, "export.txt", text, byline="Jan Roth", genre="opinion", outlet="Dorn Bee")


UNI = {  # date, labels, lines above and below the text, end of the document
    "German": ("3. Februar 2025 Montag", "Rubrik: MEINUNG\nLänge: 70 Wörter\nAutor: Jan Roth", "Text", "Klassifikation", "Sprache: ENGLISH\nLadedatum: 3. Februar 2025", "Ende des Dokuments"),
    "French": ("lundi 3 février 2025", "Rubrique: OPINIONS\nLongueur: 70 mots\nAuteur: Jan Roth", "Corps", "Classification", "Langue: ENGLISH\nDate-chargement: 3 février 2025", "Fin de document"),
    "Spanish": ("3 de febrero de 2025 lunes", "Sección: OPINIÓN\nLongitud: 70 palabras\nAutor: Jan Roth", "Texto", "Clasificación", "Idioma: ENGLISH\nFecha-carga: 3 de febrero de 2025", "Fin del documento"),
    "Dutch": ("3 februari 2025 maandag", "Sectie: OPINIE\nLengte: 70 woorden\nAuteur: Jan Roth", "Tekst", "Classificatie", "Taal: ENGLISH\nLaaddatum: 3 februari 2025", "Einde van het document"),
}  # fmt: skip


@pytest.mark.parametrize("language", UNI)
def test_nexis_uni_in_other_languages(language: str, tmp_path: Path) -> None:
    date, labels, above, below, tail, end = UNI[language]
    text = f"{HEAD}\nDorn Bee\n{date}\n\nCopyright 2025 Dorn Bee\n\n{labels}\n\n{above}\n\n{TEXT}\n\n{below}\n\n{tail}\n\n{end}\n"
    _is_right(tmp_path, "export.txt", text, byline="Jan Roth", genre="opinion", outlet="Dorn Bee")


PROQUEST = {
    "German": "Autor|Volltext|Thema|Titel der Publikation|Publikationsdatum|Rubrik|Sprache der Publikation|ProQuest-Dokument-ID|Datenbank",
    "French": "Auteur|Texte intégral|Sujet|Titre de la publication|Date de publication|Section|Langue de publication|ID de document ProQuest|Base de données",
    "Spanish": "Autor|Texto completo|Materia|Título de publicación|Fecha de publicación|Sección|Idioma de la publicación|ID del documento de ProQuest|Base de datos",
    "English": "Author|Full text|Subject|Publication title|Publication date|Section|Language of publication|ProQuest document ID|Database",
}  # fmt: skip


@pytest.mark.parametrize("language", PROQUEST)
def test_proquest_in_other_languages(language: str, tmp_path: Path) -> None:
    by, full, subject, title, date, section, tongue, number, base = PROQUEST[language].split("|")
    text = (
        f"{HEAD}\n\n{by}: Roth, Jan\n\n{full}: {TEXT}\n\nIllustration\n\nThe wheel.; Caption: The wheel\n\n"
        f"{subject}: Mills; Floods\n\n{title}: Dorn Bee; Dorn\n\n{date}: 3 Feb 2025\n\n{section}: Op-Ed\n\nISSN: 00000000\n\n"
        f"{tongue}: English\n\n{number}: 3000001\n\n{base}: Newsstream\n"
    )
    _is_right(tmp_path, "export.txt", text, byline="Jan Roth", genre="opinion", outlet="Dorn Bee")


@pytest.mark.parametrize(
    ("count", "date", "section", "tongue", "rights", "document"),
    [
        ("70 Wörter", "3. Februar 2025", "Meinung", "Englisch", "Alle Rechte vorbehalten.", "Dokument"),
        ("70 mots", "3 février 2025", "Opinions", "Anglais", "Tous droits réservés - Dorn Bee 2025", "Document"),
        ("70 palabras", "3 febrero 2025", "Opinión", "Inglés", "(c) 2025 Dorn Bee", "Documento"),
        ("70 parole", "3 febbraio 2025", "Commenti", "Inglese", "Tutti i diritti riservati", "Documento"),
    ],
)
def test_factiva_in_other_languages(
    count: str, date: str, section: str, tongue: str, rights: str, document: str, tmp_path: Path
) -> None:
    head = "\n".join([section, HEAD, "Jan Roth", count, date, "Dorn Bee", "DORNBE", "4", tongue, rights])
    text = f"{head}\n\n{TEXT}\n\n{document} DORNBE0020250203el2300001\n"
    _is_right(tmp_path, "export.txt", text, byline="Jan Roth", genre="opinion", outlet="Dorn Bee")


@pytest.mark.parametrize(
    "header",
    [
        "Titel;Quelle;Datum;Text;Autor",
        "Titre;Source;Date de publication;Texte;Auteur",
        "Título;Medio;Fecha;Contenido;Autor",
        "Titolo;Testata;Data;Testo;Autore",
        "Kop;Krant;Datum;Tekst;Auteur",
        "Article Title;News Source;Publish Date;Article Body;Writer",
    ],
)
def test_columns_in_other_languages(header: str, tmp_path: Path) -> None:
    table = f'{header}\n{HEAD};Dorn Bee;3/2/2025;"{TEXT}";Jan Roth\nOther;Dorn Owl;24/2/2025;"{BODY[2]}";\n'
    _is_right(tmp_path, "table.csv", table, byline="Jan Roth", outlet="Dorn Bee")


def _article(**more: Any) -> dict[str, Any]:
    return {"title": HEAD, "url": "https://bee.example/mill", "date": "2025-02-03", "text": TEXT, **more}


OTHER: dict[str, Any] = {**_article(), "title": "Other", "text": BODY[2], "source": {"name": "Dorn Owl"}, "url": None}
BEE = {"name": "Dorn Bee"}
NESTED: dict[str, Any] = {
    "answers page by page": [{"status": "ok", "articles": [_article(source=BEE)]}, {"status": "ok", "articles": [OTHER]}],
    "the articles of an event": {"eng-1": {"articles": {"results": [_article(source=BEE)], "page": 1}}},
    "the one article of an answer": {"response": {"status": "ok", "content": _article(source=BEE)}},
    "the paper behind the headline": [_article(source=BEE, title=f"{HEAD} - Dorn Bee")],
    "the address as the source": [_article(source="https://bee.example/mill", publisher="Dorn Bee")],
    "a name beside the host": _article(hostname="bee.example", **{"source-hostname": "Dorn Bee"}),
    "a date as a database has it": [_article(source=BEE, date={"$date": "2025-02-03T06:00:00Z"})],
    "what WordPress renders": [_article(outlet="Dorn Bee", text=None, title={"rendered": HEAD}, content={"rendered": "".join(f"<p>{one}</p>" for one in BODY)})],
    "first and last version": [_article(source=BEE, date=None, contentCreated="2025-02-03", versionCreated="2025-02-09")],
    "JSON feed": {"version": "https://jsonfeed.org/version/1.1", "title": "Dorn Bee", "items": [{"id": "1", "title": HEAD, "content_text": TEXT, "date_published": "2025-02-03T06:00:00Z"}]},
}  # fmt: skip


@pytest.mark.parametrize("form", NESTED)
def test_answers_of_services_however_they_nest(form: str, tmp_path: Path) -> None:
    _is_right(tmp_path, "answer.json", json.dumps(NESTED[form]), outlet="Dorn Bee")


def test_a_list_as_python_prints_it_is_names_and_an_empty_one_nothing() -> None:
    assert read_record({"authors": "['Jan Roth', \"Eva O'Lind\"]"}).fields["byline"] == "Jan Roth, Eva O'Lind"
    assert read_record({"authors": "[]", "source": "\\N", "text": TEXT}).fields == {"body": TEXT}


@pytest.mark.parametrize("cut", ["… [+12 characters]", "... [412 chars]", " [+3 more chars]"])
def test_what_is_cut_is_said_however_the_service_writes_it(cut: str) -> None:
    fields = read_record({"text": BODY[0] + cut}).fields
    assert (fields["body"], fields["truncated"]) == (BODY[0], "true")


@pytest.mark.parametrize(
    ("section", "genre"),
    [
        ("Section A; Column 1; Editorial Desk; OP-ED CONTRIBUTOR; Pg. 27", "opinion"),
        ("Section A; Column 0; Editorial Desk; EDITORIAL; Pg. 18", "editorial"),
        ("Section A; Column 0; Editorial Desk; Pg. 18", "editorial"),
        ("LEADING ARTICLES; Pg. 33", "editorial"),
        ("LEADING COMPANIES; Pg. 33", None),
        ("Leitartikel; S. 1", "editorial"),
        ("COMMENTI", "opinion"),
        ("Letter to the Editor", "opinion"),
        ("News | LETTER TO EDITOR", "opinion"),
        ("LETTER; Pg. 4", "opinion"),
        ("Reader's letter", "opinion"),
        ("letters_to_the_editor", "opinion"),
        ("https://bee.example/letter-to-the-editor/weir", "opinion"),
        ("Leserbrief", "opinion"),
        ("Cartas al director", "opinion"),
        ("Guest essay", "opinion"),
        ("op_ed", "opinion"),
        ("live_blog", "live"),
        ("Letter from Lund", None),
        ("WORLD; Letter bombs; Pg. 2", None),
        ("WORLD; Opinion polls; Pg. 6", None),
        ("Public opinion | Opinion", "opinion"),
        ("Business leaders", None),
        ("Live music", None),
        ("https://bee.example/news/guest-essays-on-the-weir", "news"),
    ],
)
def test_sections_that_are_genres(section: str, genre: str | None) -> None:
    assert read_genre(section) == genre


@pytest.mark.parametrize(
    "behind", [" - Late Edition", ", National Edition", " (First Edition)", ": Web Edition Articles", " Ulster Edition"]
)
def test_an_edition_is_no_part_of_the_outlet(behind: str) -> None:
    middle = " " * 20
    text = f"\n{middle}1 of 1 DOCUMENT\n\n{middle}Dorn Bee{behind}\n\n{middle}May 3, 2025 Monday\n\n{HEAD}\n\nLENGTH: 70 words\n\n{TEXT}\n\nLOAD-DATE: May 3, 2025\n"
    found = split(text)
    assert found is not None
    (only,) = found
    assert only.fields["outlet"] == "Dorn Bee"


def test_dates_as_spreadsheets_write_them() -> None:
    for text in ("3-Feb-25", "3-feb-2025", "45691.25"):
        read = read_date(text)
        assert read is not None, text
        assert read.date == dt.date(2025, 2, 3)
    assert read_date("31-Feb-25") is None
    assert read_date("3-Xyz-25") is None


def test_front_matter_in_toml(tmp_path: Path) -> None:
    text = f'+++\ntitle = "{HEAD}"\nauthor = "[[Jan Roth]]"\ndate = 2025-02-03\noutlet = "Dorn Bee"\n+++\n{TEXT}\n'
    _is_right(tmp_path, "note.md", text, outlet="Dorn Bee", byline="Jan Roth")


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        (f"{HEAD} | The Dorn Bee", HEAD),
        (f"{HEAD} – dorn bee", HEAD),
        ("Mill stops - and nobody knows why", "Mill stops - and nobody knows why"),
        ("Dorn Bee", "Dorn Bee"),
    ],
)
def test_the_outlets_name_behind_a_headline(headline: str, kept: str) -> None:
    assert clean_headline(headline, "Dorn Bee") == kept


@pytest.mark.parametrize(
    ("title", "link"),
    [
        (
            "Google Alert - lock",
            "https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://dornbee.example/a&amp;ct=ga",
        ),
        ("Alerte Google - lock", "https://dornbee.example/a"),
        (
            "lock - BingNews",
            "http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;url=https%3a%2f%2fdornbee.example%2fa",
        ),
    ],
)
def test_what_an_alert_found_is_a_list(title: str, link: str, tmp_path: Path) -> None:
    (tmp_path / "alert.atom").write_text(
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title><entry><title>{HEAD} - Dorn '
        f'Bee</title><link href="{link}"/><content type="html">{BODY[0]} ...</content></entry></feed>'
    )
    with pytest.raises(CorpusError, match="is a list of 1 address without the texts"):
        load(tmp_path)
    assert original_address(link.replace("&amp;", "&")) == "https://dornbee.example/a"


def test_links_of_google_news_are_no_text_though_they_name_other_stories(tmp_path: Path) -> None:
    links = "".join(
        f'&lt;li&gt;&lt;a href="u"&gt;{name}&lt;/a&gt;&lt;/li&gt;' for name in (HEAD, "Flood in Dorn at noon")
    )
    item = f"<title>{HEAD} - Dorn Bee</title><link>https://news.google.com/rss/articles/C1</link><description>{links}</description>"
    feed = f'<rss version="2.0"><channel><title>mill - Google News</title><item>{item}<source url="https://bee.example">Dorn Bee</source></item></channel></rss>'
    table = json.dumps([_article(source=BEE)])
    (tmp_path / "links.rss").write_text(feed, encoding="utf-8")
    _is_right(tmp_path, "answer.json", table, outlet="Dorn Bee")
    assert load(tmp_path).problems.filter(file="links.rss")["problem"].item().startswith("is a list of 1 address")


def _is_right(folder: Path, name: str, content: str, outlet: str, **more: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    row = load(folder).articles.filter(outlet=outlet).row(0, named=True)
    expected = {"headline": HEAD, "text": f"{HEAD}\n\n{TEXT}", "published": dt.date(2025, 2, 3), **more}
    assert {field: row[field] for field in expected} == expected


LONG = "The council of Dorn voted on Tuesday to shut the old lock until its gates have been looked at by divers."
PAGE = "<!doctype html><html lang='en'><head><title>Lock shut</title></head><body><article><h1>Lock shut</h1>{}</article></body></html>"
STORY = "".join(f"<p>{LONG.replace('Tuesday', day)}</p>" for day in ("Monday", "Tuesday", "Friday", "Sunday"))


@pytest.mark.parametrize(
    "line",
    [
        "<p>UPDATED: 18:04, 12 March 2024</p><p>PUBLISHED: 06:01, 11 March 2024</p>",
        "<div><span>Published 3:45 PM EDT, March 11, 2024</span> <span>Updated 5:10 PM EDT, March 12, 2024</span></div>",
        "<p>Date created: 2024-03-11 | Last update: 12.03.2024</p>",
        "<p>Veröffentlicht am 11.03.2024, aktualisiert am 12.03.2024</p>",
        "<p>Publié le 11 mars 2024 à 06h00 - Mis à jour le 12 mars 2024 à 10h00</p>",
    ],
)
def test_the_first_of_two_dates_of_a_page(line: str) -> None:
    fields = page_fields(PAGE.format(line + STORY))
    read = read_date(fields["published"])
    assert read is not None
    assert read.date == dt.date(2024, 3, 11)


def test_two_dates_of_which_none_is_an_update_are_none() -> None:
    story = STORY + "<p>The book was published on 3 May 2020. It sold well, said the clerk of the lock on Sunday.</p>"
    assert "published" not in page_fields(PAGE.format(story))


def test_a_month_alone_is_no_date() -> None:
    """htmldate 1.11 adds the day on which it is asked (findings/htmldate-month-is-today.sh)."""
    for date in ("2024-05", "2024-05-03"):
        page = PAGE.format(STORY).replace("<title>", f'<meta name="dc.created" content="{date}"><title>')
        assert page_fields(page)["published"] == date


@pytest.mark.parametrize(
    "gate",
    [
        "<div><p>You have reached your limit of free articles.</p><a>Subscribe now</a></div>",
        "<div><p>To continue reading, create a free account or sign in.</p></div>",
        "<div class='premium'><p>Weiterlesen mit dem Abo</p></div>",
        "<p>Cet article est réservé aux abonnés.</p>",
    ],
)
def test_gates_of_other_papers(gate: str) -> None:
    assert page_fields(PAGE.format(f"<p>{LONG}</p>{gate}")).get("paywall") == "true"
    assert "paywall" not in page_fields(PAGE.format(STORY * 3 + gate))


def test_words_of_the_story_that_are_set_large_are_read_once() -> None:
    pulled = "<figure class='pull-quote'><blockquote>shut the old lock until its gates</blockquote></figure>"
    assert page_fields(PAGE.format(STORY + pulled + STORY))["body"].count("\n\nshut the old lock") == 0
    own = "<blockquote class='pullquote'><p>We shall not open it before May, whoever asks.</p></blockquote>"
    assert (
        "We shall not open it before May" in page_fields(PAGE.format(STORY + own + f"<p>{LONG} It was so.</p>"))["body"]
    )


def test_a_style_that_strikes_words_out_is_a_struck_word() -> None:
    struck = "<p>It will cost <span style='text-decoration:line-through'>two</span> three million pounds, he said.</p>"
    assert "will cost three million" in page_fields(PAGE.format(STORY + struck))["body"]


SAVED = "https://www.dornbee.example/2024/03/11/lock"


@pytest.mark.parametrize(
    "form",
    [
        "<!DOCTYPE html><!--\n Page saved with SingleFile \n url: {0} \n saved date: Sat Mar 16 2024\n-->{1}",
        "<!DOCTYPE html>\n<!-- saved from url=(0043){0} -->\n{1}",
        "{1}<link rel='canonical' href='http://archive.today/2024.03.16-000000/{0}'><meta property='og:site_name' content='archive.ph'>",
        "<link rel='canonical' href='https://archive.ph/Ab3dE'><form><input name='q' value='{0}'></form>{1}",
        "<meta property='og:url' content='https://archive.is/Ab3dE'><link rel='bookmark' href='http://archive.today/20240316120000/{0}'>{1}",
        "<!-- saved from url=(0099)https://webcache.googleusercontent.com/search?q=cache:aB3_x:{0}+&hl=en -->{1}",
    ],
)
def test_the_address_of_a_page_that_a_program_saved(form: str, tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_text(form.format(SAVED, PAGE.format(STORY)), encoding="utf-8")
    row = load(tmp_path).articles.row(0, named=True)
    assert (row["url"], row["outlet"]) == (SAVED, "dornbee.example")


@pytest.mark.parametrize("address", ["https://archive.ph/Ab3dE", "https://perma.cc/AB12-CD34", "archive.today"])
def test_an_archive_is_no_outlet(address: str, tmp_path: Path) -> None:
    page = PAGE.format(STORY) + f"<link rel='canonical' href='{address}'><meta property='og:site_name' content='{{}}'>"
    (tmp_path / "a").mkdir()
    (tmp_path / "saved.html").write_text(page.format("Dorn Bee"), encoding="utf-8")
    (tmp_path / "other.html").write_text(page.format("archive.ph").replace("the", "that"), encoding="utf-8")
    (tmp_path / "table.json").write_text(json.dumps([{"title": HEAD, "domain": address, "url": address, "text": TEXT}]))
    corpus = load(tmp_path)
    assert corpus.articles["outlet"].to_list() == ["Dorn Bee"]
    assert [row["file"] for row in corpus.problems.to_dicts() if "names no outlet" in row["problem"]] == [
        "other.html",
        "table.json",
    ]


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_rows_above_the_header_of_a_table(name: str, tmp_path: Path) -> None:
    rows = [
        ["Export of 10 February 2025"],
        [],
        ["Headline", "Source", "Date", "Text"],
        [HEAD, "Dorn Bee", "2025-02-03", TEXT],
    ]
    if name.endswith(".csv"):
        text = "\n".join(",".join(f'"{cell}"' if "\n" in cell else cell for cell in row) for row in rows)
        (tmp_path / name).write_text(text, encoding="utf-8")
    else:
        xlsxwriter = pytest.importorskip("xlsxwriter")
        with xlsxwriter.Workbook(tmp_path / name) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    found = load(tmp_path).articles.row(0, named=True)
    assert (found["headline"], found["outlet"], str(found["published"])) == (HEAD, "Dorn Bee", "2025-02-03")
    assert found["text"] == f"{HEAD}\n\n{TEXT}"


def test_what_a_letter_hides_or_signs_with_is_no_text(tmp_path: Path) -> None:
    head = f"Subject: {HEAD}\nFrom: Dorn Bee <a@bee.example>\nDate: Mon, 03 Feb 2025 06:00:00 +0100\n"
    page = f"<p style='display: none'>Only in lists</p><p>View in browser</p>{''.join(f'<p>{one}</p>' for one in BODY)}"
    for kind, body in (("html", page), ("plain", f"{TEXT}\n\n-- \nDorn Bee, Mill Lane 1\nUnsubscribe")):
        folder = tmp_path / kind
        folder.mkdir()
        letter = f"{head}Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"
        _is_right(folder, "letter.eml", letter, outlet="Dorn Bee")


@pytest.mark.parametrize("domain", ["bee.example", "www.bee.example", "https://bee.example/"])
def test_the_domain_of_an_outlet_however_it_is_written(domain: str, tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(f'[[outlets]]\nname = "Dorn Bee"\ndomain = "{domain}"\n')
    record = _article(outlet="Google News", url="http://Bee.example:443/mill?x=1")
    (tmp_path / "a.json").write_text(json.dumps([record]))
    assert load(tmp_path).articles["outlet"].to_list() == ["Dorn Bee"]


@pytest.mark.parametrize(
    "before", ["", "Dokumente\n\nInhaltsverzeichnis\n\n1. Mill of Dorn stands still ........... 2\n\n"]
)
@pytest.mark.parametrize("sign", [" vom ", ", "])
def test_articles_of_genios(before: str, sign: str, tmp_path: Path) -> None:
    def one(outlet: str, headline: str, text: str, number: int) -> str:
        source = f"{outlet}{sign}03.02.2025, S. 9"
        return (
            f"{source}\n\n{headline}\n\n{text}\n\nJan Roth\n\nQuelle: {source}\nRessort: Meinung\n"
            f"Dokumentnummer: DB-{number}\n\nDauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/DB-{number}\n\n"
            f"Alle Rechte vorbehalten: (c) {outlet}\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\nSeite {number} von 2\n\n"
        )

    text = before + one("Dorn Bee", HEAD, TEXT, 1) + one("Dorn Owl", "Other", BODY[2], 2)
    _is_right(tmp_path, "export.txt", text, outlet="Dorn Bee", byline="Jan Roth", genre="opinion")
    assert load(tmp_path).articles["url"].n_unique() == 2


def test_date_page_and_words_of_europresse_on_one_line(tmp_path: Path) -> None:
    def one(outlet: str, headline: str, text: str, number: int) -> str:
        return (
            f"{outlet}\nlundi 3 février 2025 • p. 9 • 70 mots\n\n{headline}\n\nJan Roth\n\n{text}\n\n"
            f"© 2025 {outlet}. Tous droits réservés.\n\nCertificat émis le 10 février 2025 à UNIV à des fins de "
            f"visualisation personnelle et temporaire.\nnews·20250203·DB·{number}\n\n"
        )

    text = one("Dorn Bee", HEAD, TEXT, 1) + one("Dorn Owl", "Other", BODY[2], 2)
    _is_right(tmp_path, "export.txt", text, outlet="Dorn Bee", byline="Jan Roth")


def test_a_date_marked_up_in_a_sentence_stays_in_it() -> None:
    marked = 'The old bridge was shut on <time datetime="2024-05-05">5 May</time> after forty years of heavy traffic.'
    body = "".join(f"<p>{one}</p>" for one in [*BODY, marked, 'Posted <time datetime="2025-02-03">3 Feb</time>'])
    text = page_fields(f"<html><head><title>{HEAD}</title></head><body><article>{body}</article></body></html>")["body"]
    assert "was shut on 5 May after forty years" in text
    assert "3 Feb" not in text
