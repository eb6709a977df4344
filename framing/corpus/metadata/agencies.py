"""News agencies by name, with the forms that stand in datelines, credits and lists of outlets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

AGENCIES = {
    "Reuters": ("Thomson Reuters",),
    "Associated Press": ("AP", "The Associated Press"),
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "Bloomberg": ("Bloomberg News",),
    "TASS": ("ITAR-TASS", "ТАСС"),
    "Xinhua": ("Xinhua News Agency",),
    "dpa": ("Deutsche Presse-Agentur", "DPA International"),
    "ANI": ("Asian News International",),
    "PTI": ("Press Trust of India",),
    "UPI": ("United Press International",),
    "PA Media": ("PA", "Press Association"),
    "Interfax": ("Интерфакс",),
    "RIA Novosti": ("RIA", "РИА Новости"),
    "Kyodo": ("Kyodo News",),
    "Jiji": ("Jiji Press",),
    "Yonhap": ("Yonhap News Agency", "Yonhap News"),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "AA"),
    "EFE": ("Agencia EFE",),
    "Europa Press": (),
    "Prensa Latina": (),
    "Notimex": (),
    "Télam": ("Telam",),
    "ANSA": (),
    "Adnkronos": (),
    "AAP": ("Australian Associated Press",),
    "Canadian Press": ("The Canadian Press", "CP"),
    "NZPA": ("New Zealand Press Association",),
    "Sapa": ("South African Press Association",),
    "UNI": ("United News of India",),
    "Associated Press of Pakistan": (),
    "News Agency of Nigeria": (),
    "IANS": ("Indo-Asian News Service",),
    "Fars": ("Fars News Agency",),
    "IRNA": ("Islamic Republic News Agency",),
    "Tasnim": ("Tasnim News Agency",),
    "KCNA": ("Korean Central News Agency",),
    "Bernama": (),
    "Antara": ("Antara News",),
    "SANA": ("Syrian Arab News Agency",),
    "BelTA": (),
    "Ukrinform": (),
    "Belga": ("Belga News Agency",),
    "Keystone-SDA": ("Keystone-ATS",),
    "Ritzau": (),
    "NTB": (),
    "PAP": ("Polish Press Agency", "Polska Agencja Prasowa"),
    "APA": ("Austria Presse Agentur", "Austria Press Agency"),
    "MTI": ("Hungarian News Agency",),
    "ČTK": ("CTK", "Czech News Agency"),
    "Lusa": (),
    "TT": ("TT News Agency", "Tidningarnas Telegrambyrå"),
    "STT": (),
    "BNS": ("Baltic News Service",),
    "LETA": (),
    "Agerpres": (),
    "BTA": ("Bulgarian News Agency",),
    "Tanjug": (),
    "Hina": (),
    "AMNA": ("Athens-Macedonian News Agency",),
    "WAFA": ("Palestinian News Agency",),
    "Armenpress": (),
    "Azertac": (),
    "Moldpres": (),
    "WAM": ("Emirates News Agency",),
    "KUNA": ("Kuwait News Agency",),
    "ANP": (),
    "Tribune News Service": ("TNS",),
    "Dow Jones Newswires": ("Dow Jones",),
    "States Newsroom": (),
    "Inter Press Service": ("IPS",),
    "Thomson Reuters Foundation": (),
}
# Other names and addresses under which an agency is an outlet.
_OUTLETS = {
    "apnews": "Associated Press", "ap": "Associated Press", "afp": "AFP", "aninews": "ANI", "ptinews": "PTI",
    "tass": "TASS", "xinhuanet": "Xinhua", "pressassociation": "PA Media", "en yna co": "Yonhap",
    "kyodonews": "Kyodo", "japan economic newswire": "Kyodo", "aa com tr": "Anadolu",
    "ria ru": "RIA Novosti", "thecanadianpress": "Canadian Press", "irna ir": "IRNA", "dpainternational": "dpa",
}  # fmt: skip
# What an agency's name may carry beside itself where it is an outlet: *Reuters UK*, *AP Top News*, *ansa.it*.
_BESIDE = frozenset(
    "the news newswire newswires wire wires agency service online international world english com co org net www uk us "
    "usa india africa canada europe asia de fr it in cn ru au ca text state local business general corporate economic "
    "media mediapoint global national regional desk feed line premium ltd limited inc pvt servicio englisch russia "
    "cis top russian state german french spanish italian japanese chinese ukrainian turkish korean iranian indian "
    "polish".split()
)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """The agency of each of its forms, in small letters without marks."""
    forms = {_words(form): name for name, others in AGENCIES.items() for form in (name, *others)}
    return forms | _OUTLETS


def _words(name: str) -> str:
    return " ".join(word for word in re.findall(r"[^\W_]+", name.casefold()) if word != "the")


@lru_cache(maxsize=10_000)
def agency_of(outlet: str) -> str | None:
    """The agency that an outlet is, under any of its names (*AP News*, *The Associated Press*); null for others."""
    words = _words(outlet)
    bare = " ".join(word for word in words.split() if word not in _BESIDE)
    return _known().get(words) or _known().get(bare) or _made_of(words)


def _made_of(words: str) -> str | None:
    """The agency whose forms are all that a name consists of: *Agence France-Presse (AFP)*."""
    rest, found = f" {words} ", set()
    for form in sorted(_known(), key=len, reverse=True):
        if f" {form} " in rest:
            found.add(_known()[form])
            rest = rest.replace(f" {form} ", "  ")
    return found.pop() if len(found) == 1 and _BESIDE.issuperset(rest.split()) else None
