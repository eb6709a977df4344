"""The forms of dates and names that the rules of cleaning are made of."""

from __future__ import annotations

import re

from framing.text.typography import CAPITALS

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?"
_CLOCK = (
    r"(?:,? ?(?:at |[-–|•T/] ?)?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
    rf"(?:Z\b| ?\(?[{CAPITALS}]{{2,4}}\b\)?|[+-]\d\d:?\d\d)?)?"
)
DATE = (
    rf"{_DAY}(?:\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}){_CLOCK}"
)
FIRST_CLOCK = rf"(?:\d{{1,2}}[:.]\d{{2}}(?: ?[AaPp]\.?[Mm]\.?)?(?: [{CAPITALS}]{{2,4}})?,? (?:on )?)?"
LONG_DATE = r"\d{1,2}(?:\.|er)? (?:de )?[^\W\d_]{3,10}\.?(?: de)? \d{4}(?: à|, um|,? a las|,? alle)?"  # of any language
STAMP = (
    r"(?i:(?:first |last |originally |date )?"
    r"(?:published|posted|updated?|modified|issued|created|date|story updated|veröffentlicht|aktualisiert|publié|"
    r"mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)"
    r"(?: on| at| am| le| el| il| op)?(?::| ?[-–](?= ))?)"
)
STAMPED = rf"{STAMP}\s?(?:{FIRST_CLOCK}{DATE}|{LONG_DATE}(?:,? \d{{1,2}}[:.h]\d{{2}})?)"
DAY_OF_NOTE = rf"(?:,? \(?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\)?)"
PARTICLE = "de|van|von|der|den|del|da|di|du|al|bin|el|la|le|zu|y"
CAPITAL = rf"(?:[dl]['’]|al-|el-)?[{CAPITALS}]"
ANY_NAME = rf"[{CAPITALS}][\w.'’-]+(?: (?:{CAPITAL}[\w.'’-]*|{PARTICLE})){{1,4}}"
NAME_OR_WORD = rf"[{CAPITALS}][\w.'’-]+(?: [{CAPITALS}][\w.'’-]+){{0,2}}"
ANY_NAMES = rf"{ANY_NAME}(?:(?:,| and|, and| &) {ANY_NAME}){{0,3}}"
KINDS_BY = (  # what stands before an author's name beside *By*
    r"(?:(?:Story|Written|Words|Text|Reported|Report|Exclusive|Analysis|Article|Posted|Opinion|Comment|Review|Interview|"
    r"Compiled) [Bb]y:?|(?:Text|Authors?|Byline|Words|Reporter|Writer):)"
)
STAFF = (
    r"(?i:(?:our )?(?:(?:foreign|own|special|political|web|news|online|digital) )?(?:staff|correspondents?|reporters?)"
    r"(?: (?:reporters?|writers?|correspondents?))?)"
)
NAME, NAMES = re.compile(ANY_NAME), re.compile(ANY_NAMES)
# What writers did before, below their text: *Jane Roe, a fellow at the Velm Council, most recently served there.*
_BEFORE = r"(?:also )?(?:most recently|previously|formerly) (?:served|worked|was)\b"
POSTS = (
    rf"^[•*–— ]*{ANY_NAME},? (?:also |who is )?(?:is )?(?:a|an|the) .{{3,120}}, {_BEFORE}.{{0,200}}$|"
    rf"^[•*–— ]*{ANY_NAME}, (?:also )?(?:a|an) .{{3,120}}, served in the .{{3,60}} administrations?\b.{{0,200}}$"
)
