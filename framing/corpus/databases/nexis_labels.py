"""The labels of LexisNexis's exports, by what they are, in the languages of its interfaces."""

from __future__ import annotations

import re

_HEAD = {
    "byline": "byline von autor auteur author autore verfasser signature",
    "genre": "section rubrik ressort rubrique sección sectie rubriek sezione rubrica seção secção",
    "length": "length länge longueur longitud lengte extensión lunghezza tamanho extensão comprimento",
    "dateline": "dateline ort ortszeile lieu lugar datumzeile",
    "headline": "headline kop title titre titel título schlagzeile überschrift",
    "highlight": "highlight highlights encart chapeau samenvatting zusammenfassung resumen sommario resumo abstract "
    "standfirst teaser summary subhead subheadline subheading deck",
    "body": "body tekst text texte texto cuerpo testo",
    "series": "series serie série",
    "other": "type show anchors guests name bio",
}
_TAIL = {
    "load": "load-date update date-chargement date-de-chargement fecha-carga fecha-de-carga laaddatum laad-datum "
    "ladedatum lade-datum update-date data-caricamento data-di-caricamento data-carga data-de-carga "
    "data-de-carregamento",
    "language": "language sprache langue idioma taal lingua",
    "publication-type": "publication-type type-publication tipo-publicación tipo-de-publicación publikationstyp "
    "zeitungstyp pub-type document-type doc-type publicatietype tipo-pubblicazione tipo-publicação tipo-de-publicação",
    "code": "journal-code journal acc-no issn code-revue zeitungscode zeitungs-code tijdschriftcode código-revista",
    "url": "url",
    "graphic": "graphic graphique illustration grafik gráfico grafiek grafico photo",
    "index": "subject sujet thema asunto tema onderwerp organization organisation organisatie company entreprise "
    "société firma empresa unternehmen ticker industry secteur branche industrie person personne persona persoon "
    "geographic localisation-geo geographie geografisch region city ville stadt ciudad state état country pays "
    "land país name tags tag file-name correction-date enhancement categories category distribution district assunto "
    "keywords keyword edition",
    "correction": "correction correctie korrektur corrección notes note anmerkung",
}
HEAD = {label: name for name, labels in _HEAD.items() for label in labels.split()}
TAIL = {label: name for name, labels in _TAIL.items() for label in labels.split()} | {"journal code": "code"}
# Labels below the text that may begin a paragraph of it as well: only where the others stand below them.
LAST = {
    **dict.fromkeys("foto fotos photos pictures bild bilder imagen video videos".split(), "picture"),
    **dict.fromkeys("series serie série contact kontakt contacto type media".split(), "other"),
}
DEFINITE = ("load", "language", "publication-type", "code")  # no text has these as its own lines

_SENTENCE = re.compile(r"[.!?…][”\"’')]*$")


def has_form(name: str, value: str) -> bool:
    """Whether what stands behind a label of the end is what such a label has, and no sentence of the text.

    name: what the label means. *LANGUAGE: Roth spoke of it in words that ...* is a paragraph.
    """
    words = len(value.split())
    if name == "load":
        return not value or (words <= 8 and any(map(str.isdigit, value)))
    if name in ("language", "publication-type", "code", "other"):
        return words <= 12 and (words <= 3 or _SENTENCE.search(value) is None)
    if name == "index":
        return words <= 7 or _SENTENCE.search(value) is None or ";" in value or "%" in value
    return True
