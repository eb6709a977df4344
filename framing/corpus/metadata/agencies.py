"""News agencies by name, with the forms that stand in datelines and credits."""

from __future__ import annotations

AGENCIES = {
    "Reuters": ("Thomson Reuters",),
    "Associated Press": ("AP",),
    "AFP": ("Agence France-Presse",),
    "Bloomberg": ("Bloomberg News",),
    "TASS": ("ITAR-TASS",),
    "Xinhua": ("Xinhua News Agency",),
    "dpa": ("Deutsche Presse-Agentur",),
    "ANI": ("Asian News International",),
    "PTI": ("Press Trust of India",),
    "UPI": ("United Press International",),
    "PA Media": ("PA", "Press Association"),
    "Interfax": (),
    "RIA Novosti": ("RIA",),
    "Kyodo": ("Kyodo News",),
    "Yonhap": ("Yonhap News Agency",),
    "Anadolu": ("Anadolu Agency", "AA"),
    "EFE": (),
    "ANSA": (),
    "AAP": ("Australian Associated Press",),
    "Canadian Press": ("The Canadian Press",),
    "IANS": (),
    "IRNA": (),
}
