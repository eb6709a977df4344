"""The summary of a search, which Factiva puts above the first article or below the last one."""

from __future__ import annotations

import re

from framing.corpus.databases.lines import is_rights

_TITLE = re.compile(
    r"(?i)^(?:search summary|zusammenfassung der suche|suchzusammenfassung|r[ée]sum[ée] de (?:la )?recherche|"
    r"resumen de (?:la )?b[úu]squeda|riepilogo (?:della )?ricerca|resumo da pesquisa|zoekoverzicht)$"
)
_LABELS = (
    "text|date|source|author|company|subject|industry|region|language|news filters?|"
    "datum|quelle|autor|unternehmen|themen?|branche|sprache|texte|auteur|entreprise|soci[ée]t[ée]|sujet|secteur|"
    "r[ée]gion|langue|texto|fecha|fuente|empresa|asunto|tema|sector|regi[óo]n|idioma|testo|data|fonte|autore|"
    "societ[àa]|argomento|settore|area|lingua"
)
_LAST = (
    "results found|timestamp|gefundene ergebnisse|zeitstempel|r[ée]sultats trouv[ée]s|horodatage|"
    "resultados encontrados|marca de (?:tiempo|fecha)|risultati trovati|gevonden resultaten|tijdstempel"
)
_LABEL = re.compile(rf"(?i)^(?:{_LABELS}|{_LAST})(?:\t+| {{2,}}|: *|$)(.*)$")
_CLOSE = re.compile(rf"(?i)^(?:{_LAST})(?:[\t :]|$)")


def below_summary(lines: list[str], head: int) -> int:
    """At which line the article begins, below a summary of the search; 0 where none stands above line `head`."""
    above = [number for number in range(head) if lines[number]]
    titled = next((number for number in above[:5] if _TITLE.match(lines[number])), None)
    closed = [number for number in above if _CLOSE.match(lines[number])]
    if titled is None and (not closed or not _LABEL.match(lines[above[0]])):
        return 0
    end, open_value = titled if titled is not None else above[0], False
    for number in above:
        if number <= end:
            continue
        label = _LABEL.match(lines[number])
        # Values may go on for lines: up to the label that comes last they are the summary's.
        if label is None and not open_value and not is_rights([lines[number]]) and number > max(closed, default=0):
            break
        open_value = label is not None and not label[1].strip()
        end = number
    return end + 1
