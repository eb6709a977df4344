"""Verbs by which headlines make somebody speak or act with words, by what the verb adds to the remark.

Closed list, written for this purpose: the verbs of headlines in the third person, as Bell (1991) and Geis (1987)
discuss them. `CHARGED`: kinds that a reader takes as more than *says*.
"""

from __future__ import annotations

KINDS = {
    "neutral": "say tell state announce declare report add note explain describe comment respond reply answer recall "
               "ask call",
    "threat": "threaten menace",
    "warning": "warn caution alert",
    "attack": (
        "slam blast rip bash lash condemn denounce decry deplore lambast lambaste assail attack berate castigate "
        "criticise criticize "
        "mock ridicule scold savage trash skewer scorch blame accuse vilify insult taunt"
    ),
    "promise": "vow pledge promise swear",
    "urging": "urge demand appeal plead beg implore press",
    "admission": "admit concede confess acknowledge",
    "denial": "deny reject dismiss refute rebuff rebut shrug brush",
    "doubt": "claim allege insist assert contend maintain boast brag",
    "praise": "praise hail laud applaud welcome celebrate tout",
    "consideration": "eye mull weigh consider contemplate ponder",
    "hint": "hint suggest signal imply",
    "defence": "defend justify back",
    "objection": "object oppose protest question complain",
    "forecast": "predict forecast expect",
}  # fmt: skip
CHARGED = frozenset("threat warning attack promise admission doubt".split())
KIND = {verb: kind for kind, verbs in KINDS.items() for verb in verbs.split()}
_IRREGULAR = {
    "says": "say", "said": "say", "tells": "tell", "told": "tell", "swore": "swear", "begged": "beg", "ripped": "rip",
    "slammed": "slam", "bragged": "brag", "implies": "imply", "implied": "imply", "replies": "reply",
    "replied": "reply",
    "denies": "deny", "denied": "deny", "justifies": "justify", "justified": "justify", "vilified": "vilify",
    "decries": "decry", "decried": "decry", "rebuffed": "rebuff", "rebutted": "rebut", "forecast": "forecast",
    "admitted": "admit", "admitting": "admit", "eyeing": "eye", "pressed": "press", "presses": "press",
}  # fmt: skip


def _forms() -> dict[str, str]:
    forms: dict[str, str] = dict(_IRREGULAR)
    for verb in KIND:
        stem = verb[:-1] if verb.endswith("e") else verb
        third = verb + ("es" if verb.endswith(("sh", "ch", "ss", "x")) else "s")
        for form in (verb, third, stem + "ed", stem + "ing"):
            forms.setdefault(form, verb)
    return forms


LEMMA = _forms()  # a form in small letters -> its verb
THIRD = frozenset(form for form, verb in LEMMA.items() if form.endswith("s") and form != verb)  # says, warns: headlines
# Words of the same family as a verb: where one of them stands in the body, the headline's word is no word of its own.
FAMILY = {
    "say": ("say", "said"), "tell": ("tell", "told"), "threaten": ("threat",), "accuse": ("accus",),
    "deny": ("denial", "denie", "deny"), "criticise": ("critici",), "criticize": ("critici",), "condemn": ("condemn",),
    "angry": ("angr", "anger"), "furious": ("fur",), "fury": ("fur",),
    "liar": ("liar", "lie", "lying"), "denounce": ("denounc", "denunciat"), "admit": ("admi",),
}  # fmt: skip


def family(verb: str) -> tuple[str, ...]:
    """Beginnings of the words that belong to a verb: *warn*, *warned*, *warning*."""
    return FAMILY.get(verb, (verb[:-1] if len(verb) > 4 and verb[-1] in "ey" else verb,))
