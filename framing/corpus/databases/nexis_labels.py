"""The labels of LexisNexis's exports, by what they are, in the languages of its interfaces."""

from __future__ import annotations

_HEAD = {
    "byline": "byline autor auteur author autore verfasser signature",
    "genre": "section rubrik rubrique sección sectie rubriek sezione rubrica seção secção",
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
    "load": "load-date update date-chargement date-de-chargement fecha-carga fecha-de-carga laaddatum ladedatum "
    "update-date data-caricamento data-di-caricamento data-carga data-de-carga "
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
DEFINITE = ("load", "language", "publication-type", "code")  # no text has these as its own lines
