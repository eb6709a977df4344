"""The fields of an article, under the names that exports give them.

`ALIASES` is the table of docs/events.md: our field, then the names of Media Cloud, GDELT, NewsAPI, Event Registry, the
Guardian's and the New York Times's services, webz.io, news-please, newspaper4k, fundus, trafilatura, ProQuest, Zotero,
CSL-JSON, IPTC ninjs and people. Columns that are none of these are kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from framing.corpus.metadata.people import in_order
from framing.text.typography import CAPITALS

ALIASES = {
    "body": "body text content article_text articlebody article_body full_text fulltext story maintext plain_text "
    "plaintext story_text article_content cleaned_text body_text bodytext body_plain raw_text content_text "
    "bodies article text_content textcontent document_text news_text clean_text content_clean text_clean "
    "article_full_text main_text document doc news",
    "html": "html body_html body_xhtml content_html story_html fields_body bodyhtml article_html",
    "headline": "headline headlines title heading article_title webtitle hd title_full headline_text news_title "
    "article_headline news_headline story_title title_of_article hed headline_main main_headline",
    "outlet": "outlet outlet_name source source_name media_name publication media newspaper publicationtitle "
    "publication_title pubtitle container_title site_name meta_site_name sitename media_outlet sourcecommonname "
    "news_outlet news_source medium copyrightholder source_hostname name_source source_title publication_name "
    "newspaper_name paper publisher publisher_name provider",
    "domain": "domain media_url host hostname sourcedomain source_domain site_full site domain_name source_uri website",
    "published": "published date date_publish publish_date publishing_date publication_date publicationdate pub_date "
    "pubdate datepublished date_published published_at publishedat webpublicationdate seendate issued "
    "published_date publishedtime contentcreated firstcreated versioncreated published_time publish_time "
    "publication_time publication_datetime published_datetime publish_datetime published_on date_posted date_time "
    "indexed_date datetime timestamp created_at day",
    "url": "url link article_url documentidentifier documenturl document_url story_url permalink weburl web_url",
    "id": "id _id doc_id docid document_id article_id articleid story_id storeid uuid guid uri accession_number",
    "byline": "byline author authors writer creator creators by",
    "agency": "agency wire_source wire",
    "language": "language lang",
    "genre": "genre section sectionname section_name type category document_type documenttype articletype news_desk "
    "type_of_material publication_type",
    "event": "event event_id event_name topic cluster cluster_id triplet triplet_id",
    "truncated": "truncated",
    "paywall": "paywall",
}
# The same in German, French, Spanish, Italian, Dutch, Portuguese, Polish and the languages of Scandinavia, with and
# without accents.
TRANSLATED = {
    "body": "volltext inhalt artikeltext texte contenu texte_intégral texte_integral texto contenido texto_completo "
    "cuerpo testo contenuto testo_completo tekst inhoud conteúdo conteudo brødtekst brödtext treść tresc",
    "headline": "titel überschrift ueberschrift schlagzeile titre título titulo titular titolo kop manchete overskrift "
    "tytuł tytul",
    "outlet": "quelle zeitung publikation journal média medio periódico periodico fuente testata fonte bron krant "
    "veículo veiculo jornal avis tidning kilde källa gazeta źródło zrodlo",
    "published": "datum erscheinungsdatum publikationsdatum veröffentlicht date_de_publication date_publication fecha "
    "fecha_de_publicación fecha_de_publicacion fecha_publicacion data_di_pubblicazione data_pubblicazione "
    "publicatiedatum data_de_publicação data_de_publicacao data_publicacao dato",
    "url": "lien enlace adresse",
    "byline": "autor verfasser auteur auteurs autore autores autori forfatter författare",
    "language": "sprache langue idioma lingua taal",
    "genre": "rubrik ressort rubrique sección seccion sezione sectie rubriek seção secção editoria",
}
FIELDS = {
    alias: name for table in (ALIASES, TRANSLATED) for name, aliases in table.items() for alias in aliases.split()
}
_MAY_BE_KEYS = ("article", "document", "doc", "news")  # or a text
_REFERENCE = frozenset(("storeid", "pubtitle", "item type"))  # columns of ProQuest and Zotero
_ORDER = {alias: number for number, alias in enumerate(FIELDS)}
_INNER = (
    "fields",
    "thread",
    "_source",
    "attributes",
    "article",
    "story",
    "data",
    "info",
    "blocks",
)  # objects that hold an article's fields
NOTHING = frozenset(
    (  # what programs write for a value that is missing
        "nan",
        "none",
        "null",
        "n/a",
        "na",
        "#n/a",
        "<na>",
        "nat",
        "undefined",
        "\\n",
        "[]",
        "-",
        "--",
        "–",
        "—",
        "~",
        "n.a.",
        "n. a.",
    )
)
# What people write for it, where no headline or text can say so.
_UNKNOWN = frozenset(
    "unknown;not available;not known;unbekannt;inconnu;inconnue;desconocido;sconosciuto;onbekend;k.a.;k. a.;no author;"
    "no source;unknown author;author unknown;unknown source;source unknown;not specified;not given".split(";")
)
# Of an object, what it is called.
_NAMES = ("name", "title", "main", "raw", "original", "value", "$date", "rendered", "bodyHtml")
MAX_TEXT = 2_000_000  # characters of one article; more is no article
_LONG = 100  # words, from which on a field holds a text
_EXTRA = 500  # characters of a field that is carried along
# What services put where they cut a text: *[+1043 chars]*, *(+12 characters)*, *[truncated]*, *... Read more*.
_CUT = re.compile(
    r"(?i)\s*(?:…|\.\.\.)?\s*[\[(]\s*(?:\+?\s*\d[\d,]* (?:more )?(?:chars|characters)(?: more)?|truncated\b[\w ]{0,30}|"
    r"continued|more|message clipped|…|"
    r"\.\.\.|&#8230;|&#x2026;|&hellip;)"
    r"\s*[\])]\s*$|\s*(?:…|\.\.\.)\s*\[?(?:read|see) more\b\W*$|\s*(?:…|\.\.\.)\s*\[?continue reading\b\W*$|"
    r"\s*(?:…|\.\.\.)?\s*only available in paid plans\W*$"
)
_LITERAL = re.compile(r"""'([^']*)'|"([^"]*)\"""")  # of a list as Python prints it
_ADDRESS = re.compile(r"https?://\S+$")


@dataclass
class Raw:
    """An article as a file gives it.

    fields: by our names. extra: fields of other names, as they are. line: where in the file. problem: what is wrong
    with this record, and what to do; severity: how bad that is. many: one of many in its file, so that it is known by
    its own id, address or text, not by the file's name. inner: the file within an archive that it is in. names: of the
    record's fields that were not understood; long: those among them that hold a text.
    """

    fields: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    problem: tuple[str, str] | None = None
    severity: str = "error"
    many: bool = False
    inner: str | None = None
    extra: dict[str, str] = field(default_factory=dict)
    long: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def alias_of(name: str) -> str:
    """A column's name as `ALIASES` has it: small letters, underscores."""
    spelt = re.sub(rf"(?<=[^\W\d_{CAPITALS}])(?=[{CAPITALS}])", "_", name.strip()) if "_" in name else name.strip()
    alias = re.sub(r"[\s.-]+", "_", spelt.casefold()).strip("_")
    inner = re.sub(r"^(?:article|story|news|item)s?_", "", alias)  # *article.source.name*, as flattened JSON has it
    return inner if alias not in FIELDS and inner in FIELDS else alias


def says_nothing(name: str | None, text: str) -> bool:
    """Whether a field's text stands for a value that is missing. name: the field's, by ours."""
    if len(text) > 20:
        return False
    word = text.casefold()
    return word in NOTHING or (name not in (None, "headline", "body", "html") and word in _UNKNOWN)


def fields_of(record: Mapping[str, Any], columns: Mapping[str, str] | None = None) -> dict[str, str]:
    """The record's fields under our names, as text; of several that mean the same the first of ALIASES wins."""
    return read_record(record, columns).fields


def read_record(record: Mapping[str, Any], columns: Mapping[str, str] | None = None) -> Raw:
    """A record's fields under our names, and the others as they are.

    columns: of an event's own names, our field -> the record's name; these win.
    """
    own = {alias_of(name): our for our, name in (columns or {}).items()}
    given: dict[str, str] = {}
    extra: dict[str, str] = {}
    long: list[str] = []
    for key, value in _flat(record):
        alias = alias_of(str(key))
        text = _text(value, alias).strip()
        if not text or says_nothing(own.get(alias) or FIELDS.get(alias), text):
            continue
        if alias == "data" and re.match(r"\d{1,4}[-/. ]", text):  # a date, in Italian and Portuguese
            alias = "date"
        if alias not in own and FIELDS.get(alias) == "outlet" and _ADDRESS.match(text):
            alias = "url" if "url" not in given else ""  # some programs call the address the source
        if alias in own or alias in FIELDS:
            if alias not in given:
                given[alias] = text
        elif alias and alias not in extra:
            if len(text.split()) >= _LONG:
                long.append(str(key).strip())
            if len(text) <= _EXTRA:
                extra[re.sub(r"\W+", "_", alias)] = text
    for alias in _MAY_BE_KEYS:
        if alias in given and alias not in own and len(given[alias].split()) < 20:  # a key or a subject
            text = given.pop(alias)
            if alias != "news":
                given.setdefault("id", text)
    fields: dict[str, str] = {}
    for alias in sorted(given, key=lambda alias: (alias not in own, _ORDER.get(alias, 0))):
        name = own.get(alias) or FIELDS[alias]
        if name == "genre" and name in fields:
            fields[name] += f" | {given[alias]}"
        elif name not in fields:
            fields[name] = given[alias]
        if name == "genre" and alias != "genre":
            extra.setdefault(alias, given[alias][:_EXTRA])
    if "story" in given and fields.get("body") != given["story"]:  # beside a text, a story is what it is about
        fields.setdefault("event", given["story"])
    _settle(fields)
    if "byline" in fields and not _REFERENCE.isdisjoint(str(key).strip().casefold() for key in record):
        fields["byline"] = in_order(fields["byline"])
    return Raw(fields, extra=extra, long=tuple(long))


def _settle(fields: dict[str, str]) -> None:
    """What stands under a name that means something else is put right."""
    if _ADDRESS.match(fields.get("outlet", "")):
        fields.setdefault("url", fields.pop("outlet"))
    if _ADDRESS.match(fields.get("id", "")):
        fields.setdefault("url", fields["id"])
    if fields.get("byline", "").startswith(("['", '["')):
        fields["byline"] = ", ".join(one or other for one, other in _LITERAL.findall(fields["byline"]) if one or other)
    if cut := _CUT.search(fields.get("body", "")[-200:]):
        fields["body"] = fields["body"][: len(fields["body"]) - len(cut[0])]
        fields["truncated"] = "true"


def _flat(record: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The record's fields, then those of the objects in it that hold an article's fields."""
    outer = [(str(key), value) for key, value in record.items() if not _is_inner(key, value)]
    if isinstance(about := record.get("meta_data"), Mapping) and isinstance(tags := about.get("og"), Mapping):
        outer.append(("site_name", tags.get("site_name")))  # newspaper4k
    inner = [
        (str(key), value) for name, inside in record.items() if _is_inner(name, inside) for key, value in inside.items()
    ]
    return outer + inner


def _is_inner(name: object, value: object) -> bool:
    if isinstance(value, str):  # most are; and it is asked for every field
        return False
    if not isinstance(value, Mapping) or str(name).casefold() not in _INNER:
        return False
    return len(value) > 1 or any(FIELDS.get(alias_of(str(key))) in ("body", "html") for key in value)


def _text(value: object, alias: str = "") -> str:
    """A value as text: of an object its name, its parts of a name, or its date; of a list all of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        if parts := value.get("date-parts"):  # CSL-JSON
            return "-".join(f"{part:02d}" for part in parts[0] if isinstance(part, int)) if _is_date(parts) else ""
        if isinstance(value.get("sections"), list):  # fundus
            sections = [
                _text(part.get("paragraphs"), "body") for part in value["sections"] if isinstance(part, Mapping)
            ]
            return "\n\n".join([_text(value.get("summary"), "body"), *sections]).strip()
        names = [value.get(part) for part in ("given", "family", "firstName", "lastName")]
        joined = " ".join(name for name in names if isinstance(name, str) and name)
        inner = next((value[key] for key in _NAMES if value.get(key)), None)
        return joined or ("" if isinstance(inner, Mapping) else _text(inner, alias))
    if isinstance(value, (list, tuple)):
        texts = [text for item in value[:1000] if not isinstance(item, list) and (text := _text(item, alias))]
        if alias in ("bodies", "headlines"):  # ninjs 2 and 3: one of several, the main one first
            main = [_text(item) for item in value[:20] if isinstance(item, Mapping) and item.get("role") == "main"]
            return next((text for text in main if text), texts[0] if texts else "")
        return "\n\n".join(texts) if FIELDS.get(alias) in ("body", "html") else ", ".join(texts[:50])
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or value is False else str(value)


def _is_date(parts: object) -> bool:
    return isinstance(parts, list) and bool(parts) and isinstance(parts[0], list)
