"""What a clause says of its subject: passive or not, one or many, and whose verb it is where none stands before it."""

from __future__ import annotations

from framing.measures import speaker_words as of
from framing.measures.phrases import Sentence, Speaker, definite, is_people, is_plural, run_left, run_right

_OPENERS = of.PREPOSITIONS | of.SUBORDINATE
_SMALL = of.BETWEEN - of.BE | {"not"}


def passive(s: Sentence, verb: int, behind: int) -> bool:
    """Whether something is done to the subject: *was criticised*; *is confident* and *was saying* are no passives."""
    if s.lower[verb] in of.BE or not s.lower[behind - 1].endswith(("ed", "en", "told", "said", "sought", "known")):
        return False
    at = verb - 1
    while at >= 0 and s.word[at] and (s.lower[at] in _SMALL or s.lower[at].endswith("ly")):
        at -= 1
    return at >= 0 and s.lower[at].removesuffix("n't") in of.BE


def agrees(s: Sentence, found: Speaker, verb: int) -> bool:
    """Whether a speaker before a verb is its subject by number: *critics claim*, no *critics claims*."""
    form = s.lower[verb]
    if found.first > verb or form in of.PAST or form.endswith("ed"):
        return True
    words = s.lower[found.first : found.last]
    if form in of.NOUNS and found.last == verb:  # "the Salem attack", "Norden's sea claims"
        last = words[-1]
        owned = any(word.endswith(("'s", "s'")) for word in words[:-1]) and last not in of.BODIES
        several = last.endswith("s") or last in ("data", "people", "police") or is_people(last)
        if owned or (not form.endswith("s") and not several and {"and", "&"}.isdisjoint(words)):
            return False
    if found.kind == "named":
        return True
    plural = any((is_plural(word) and not word.endswith("'s")) or word in of.PLURAL_ONLY for word in words)
    if form.endswith("ing"):
        return found.last != verb
    if form.endswith("s") and not form.endswith("ss"):
        return not plural
    return plural or found.last != verb


def opens_clause(s: Sentence, at: int) -> bool:
    """Whether a subject may begin here."""
    return at == 0 or not s.word[at - 1] or s.lower[at - 1] in ("and", "but", "as", "while", "what", "that", "though")


def beside_name(s: Sentence, found: Speaker, verb: int, behind: int) -> Speaker:
    """The name that people who are described stand beside: *Ada Holm and other critics said*, *Ada Holm, a critic,*."""
    joint = found.first - 1
    if (
        found.kind == "document"
        or s.is_name(found.first)
        or joint < 1
        or found.first > verb
        or not s.is_name(joint - 1)
    ):
        return found
    first = run_left(s, joint - 1)
    if s.quoted[joint - 1] or not (opens_clause(s, first) or (first and s.lower[first - 1] in of.TITLES)):
        return found
    if s.lower[joint] in ("and", "&"):
        return Speaker(first, joint, "named")
    one = not any(is_people(word) and is_plural(word) for word in s.lower[found.first : found.last])
    inserted = found.last == verb and behind < len(s.lower) and s.lower[behind] == ","  # "Holm, a critic said, left"
    if s.lower[joint] == "," and joint - first > 1 and one and not inserted:
        return Speaker(first, joint, "named")
    return found


def is_loose(s: Sentence, verb: int) -> bool:
    """Whether a verb may belong to the subject of the sentence: *..., saying*, *walked in and said*."""
    at = verb - 1
    while at >= 0 and s.word[at] and (s.lower[at] in of.BETWEEN or s.lower[at].endswith("ly")):
        at -= 1
    if at < 0:
        return False
    form = s.lower[verb]
    return form.endswith("ing") or (s.lower[at] in ("and", "but") and form.endswith(("ed", "s", "d", "te", "ght")))


def main_subject(s: Sentence, verb: int) -> Speaker | None:
    """The name that the sentence begins with, behind phrases such as *On Monday,* and *In Salem, New Hampshire,*."""
    at = 0
    while at < verb and (
        not s.word[at] or s.quoted[at] or s.lower[at] in ("and", "but", "meanwhile", "then", "still", "also", "yet")
    ):
        at += 1
    commas = [i for i in range(at, verb) if s.lower[i] == "," and not s.quoted[i]]
    opening = at < verb and (s.lower[at] in _OPENERS or s.lower[at].endswith(("ed", "ing")))
    if opening and not s.is_name(at):
        starts = [comma + 1 for comma in commas]
    else:
        short = commas and commas[0] - at <= 5 and not any(s.is_name(i) for i in range(at, commas[0]))
        starts = [at, *([commas[0] + 1] if short else [])]
    for start in starts:
        found = _name_from(s, start, verb)
        if found is not None and (start == at or s.lower[found.last] != ","):
            return found
        if found is None and start != at:
            return None
    return None


def _is_post(noun: str) -> bool:
    return noun in of.TITLES or noun in of.SPOKES or is_people(noun)


def _belonging(s: Sentence, first: int, end: int, verb: int) -> Speaker | None:
    """Who is told by an owner's name: *Holm's campaign manager*, *Holm's campaign manager Ben Roe*."""
    post = end
    while post < min(verb, end + 4) and s.word[post] and not s.is_name(post) and s.lower[post] not in of.BETWEEN:
        post += 1
        if s.lower[post - 1] in of.TITLES:
            name = s.is_name(post)
            return Speaker(post, run_right(s, post), "named") if name else Speaker(first, post, "described", post - 1)
    return None


def _name_from(s: Sentence, at: int, verb: int) -> Speaker | None:
    """The name that begins here, perhaps behind a title, and is not that of an owner."""
    the = at if at < verb and s.lower[at] == "the" else -1
    at += the == at
    for i in range(at, min(at + 5, verb)):
        if s.is_name(i) and not s.quoted[i]:
            end = run_right(s, i)
            post = end
            while post < verb and s.word[post] and not s.is_name(post) and post < end + 4:
                post += 1
            if post > end and not _is_post(s.lower[post - 1]):
                post = end
            if post > end and s.is_name(post):  # Norden Bank spokesman Jon Berg
                i, end = post, run_right(s, post)
            if s.lower[i] in of.PARTIES:
                return None
            if s.lower[end - 1].endswith(("'s", "s'")):
                return _belonging(s, i, end, verb)
            return Speaker(i, end, "named") if end < verb else None
        if (
            s.lower[i] not in of.TITLES
            and s.lower[i] not in of.PEOPLE
            and s.lower[i] not in ("former", "longtime", "then")
        ):
            known = the >= 0 and definite(s, the, i - 1)
            return Speaker(the, i, "described", i - 1) if known else None
    return None
