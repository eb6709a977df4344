"""Who speaks: the noun phrase that a speech verb belongs to, found by the order of words.

`speaker` reads the words before a verb (*Ada Holm, who runs the mill, said*) or, where the verb is inverted, behind
it (*said the mayor of Leeds, Ada Holm*). It returns the words of the speaker and whether they name it. A name inside
a title or behind a preposition does not speak: *a letter to Holm says*, *a spokesman for the mill*.
"""

from __future__ import annotations

from framing.measures import speaker_words as of
from framing.measures.clauses import is_loose, main_subject, opens_clause
from framing.measures.phrases import (
    Sentence,
    Speaker,
    definite,
    head_of,
    is_people,
    is_plural,
    is_somebody,
    phrase_start,
    quantified,
    run_left,
    run_right,
    time_phrase,
)

_REACH = 45  # words before or behind a verb
_OF = of.PREPOSITIONS - of.SUBORDINATE - {"like", "than", "including"}  # by which a name belongs to a noun before it
_BODIES, _NO_NOUNS = of.BODIES | of.PLACES, of.PREPOSITIONS | of.BETWEEN | {"and", "that", "who"}
_BREAKS = of.PREPOSITIONS | (of.BETWEEN - {"first"})  # no noun phrase goes over these
_ENDS = _BREAKS | of.CLAUSES | {"and"}


def speaker(s: Sentence, verb: int, behind: int, inverted: bool, quotation: bool) -> Speaker | None:
    """Whose verb this is. verb, behind: its tokens. inverted: the speaker may follow. quotation: one ends before it."""
    if inverted:
        found = None if quotation else _before(s, verb)
        found = found or _after(s, behind)
        if found is not None and (quotation or found.last <= verb or _may_stand(s, found.last)):
            return found
    if s.lower[verb].endswith("ing") and verb and s.lower[verb - 1] == ",":
        return main_subject(s, verb)  # "Holm left, saying"
    found = _before(s, verb)
    if found is not None or (inverted and quotation):
        return found
    return main_subject(s, verb) if is_loose(s, verb) else None


def after(s: Sentence, behind: int) -> Speaker | None:
    """The speaker behind *according to*."""
    return _after(s, behind)


def _controlled(s: Sentence, to: int) -> int | None:
    """What stands before *went on to* or *seemed to*, whose subject is that of the infinitive; null elsewhere."""
    at = to - 1
    while at > 0 and s.lower[at].endswith("ly"):
        at -= 1
    if at > 0 and s.lower[at] == "on" and s.lower[at - 1] in ("went", "goes", "gone"):
        return at - 2
    return at - 1 if at >= 0 and s.lower[at] in of.CONTROL else None


def _may_stand(s: Sentence, at: int) -> bool:
    """Whether a speaker behind the verb may end here: no verb follows it."""
    return at >= len(s.text) or not s.word[at] or s.lower[at] in of.BEHIND


def _before(s: Sentence, verb: int) -> Speaker | None:
    at = verb - 1
    while at >= 0:
        if s.lower[at] == "to" and (control := _controlled(s, at)) is not None:
            at = control
        elif (
            s.lower[at] in of.BETWEEN
            or s.lower[at] == "not"
            or s.lower[at].endswith("n't")
            or (s.lower[at].endswith("ly") and s.word[at] and not s.is_name(at))
        ):
            at -= 1 + (s.lower[at] in of.DAYS and at > 0 and s.lower[at - 1] == "on")
        elif size := time_phrase(s, at):
            at -= size
        else:
            break
    if at >= 0 and s.lower[at] == "to":
        return None  # an infinitive
    if at >= 0 and s.lower[at] == "," and at + 1 < verb and s.lower[at + 1] == "who":
        at -= 1  # Holm, who said
        if s.is_name(at) and not s.quoted[at]:
            return Speaker(run_left(s, at), at + 1, "named")
    return _ends_at(s, at, 2)


def _ends_at(s: Sentence, at: int, depth: int) -> Speaker | None:
    """The speaker whose noun phrase ends with this token; appositions are passed over."""
    if at < 0 or s.quoted[at]:
        return None
    if s.lower[at] == ")":
        return _ends_at(s, _opening(s, at) - 1, depth)
    if s.lower[at] == "." and s.is_name(at - 1) and len(s.text[at - 1]) <= 5:
        at -= 1  # Holm Jr.
    if s.lower[at] in of.MARKS and not s.word[at] and at and s.lower[at - 1] == ",":
        at -= 1
    if s.lower[at] in (",", "-") and not s.word[at]:
        return _around_apposition(s, at, depth) if depth else None
    if not s.word[at]:
        return None
    if s.is_name(at) or (s.opens(at) and not s.lower[at].endswith(("ing", "ed", "ly"))):
        return _named(s, at) or _with_more(s, at)
    return _described(s, at) or _with_more(s, at)


def _with_more(s: Sentence, at: int) -> Speaker | None:
    """The speaker of a noun phrase with more behind its noun: *a poll in January*, *people trying to leave*."""
    head = head_of(s, at)
    if head is None:
        return None
    noun, first = s.lower[head], phrase_start(s, head)
    if not opens_clause(s, first):
        return None
    before = [i for i in range(first, head) if s.is_name(i)]
    behind = next((i for i in range(head + 1, at + 1) if s.is_name(i)), None)
    if noun in of.DOCUMENTS:
        if before:
            return Speaker(run_left(s, before[-1]), head + 1, "named")
        if behind is not None and not {"by", "from", "of", "for", "in"}.isdisjoint(s.lower[head + 1 : behind][-2:]):
            return Speaker(behind, min(run_right(s, behind), at + 1), "named")
        return Speaker(first, head + 1, "document", head)
    if definite(s, first, head):
        return Speaker(first, head + 1, "described", head)
    if noun in of.SPOKES or is_plural(noun) or is_somebody(s, head):
        return Speaker(first, at + 1, "named" if noun in of.SPOKES and behind is not None else "unnamed")
    return None


def _opening(s: Sentence, at: int) -> int:
    while at > 0 and s.lower[at] != "(":
        at -= 1
    return at


def _around_apposition(s: Sentence, at: int, depth: int) -> Speaker | None:
    """Before *, who runs the mill,*: the noun phrase; of *the mayor of Leeds, Ada Holm,* the name."""
    sign = s.lower[at]
    low = max(0, at - _REACH)
    if s.lower[at - 1] == ")" and (found := _ends_at(s, _opening(s, at - 1) - 1, 0)) is not None:
        return found  # Holm (D-Leeds), said
    for comma in range(at - 1, low, -1):
        if s.lower[comma] != sign or s.word[comma]:
            continue
        inside = range(comma + 1, at)
        name_inside = len(inside) and all(
            s.is_name(i) or s.lower[i] in of.PARTICLES or s.lower[i] == "." for i in inside
        )
        party = s.lower[comma + 1] in of.PARTY or s.lower[comma + 1].startswith(("d-", "r-", "i-"))
        if name_inside and not party and s.is_name(comma + 1):
            apart = comma and s.word[comma - 1] and not s.is_name(comma - 1) and not s.quoted[comma - 1]
            if _is_office(s, comma - 1) or (len(inside) > 1 and apart):  # "one of its authors, Ada Holm, said"
                return Speaker(comma + 1, at, "named")
        found = _ends_at(s, comma - 1, depth - 1)
        if found is not None:
            return found
    return None


def _is_office(s: Sentence, at: int) -> bool:
    """Whether a noun phrase that ends here says what somebody is: it has a small noun and is no plain name."""
    words: list[int] = []
    while at >= 0 and s.word[at] and len(words) < 9:
        words.append(at)
        if s.lower[at] in of.DETERMINERS and not (at and s.lower[at - 1] in ("of", "for", "at", "in")):
            break
        at -= 1
    office = next((i for i in words if s.lower[i] in of.TITLES or (is_people(s.lower[i]) and not s.is_name(i))), None)
    # "Senator Ada Holm" is no office, "the mayor of Leeds" and "the harbour master" are.
    return office is not None and (office == words[0] or s.lower[office + 1] in of.PREPOSITIONS)


def _named(s: Sentence, at: int) -> Speaker | None:
    """The speaker of a noun phrase that ends in a name."""
    if s.lower[at] in of.PARTIES:
        return Speaker(quantified(s, at), at + 1, "unnamed")
    if s.lower[at].endswith(("'s", "s'")) and not s.lower[at].endswith("is'"):
        return None
    first = run_left(s, at)
    if s.lower[first : at + 1] in (["u.s."], ["u.k."]):
        return None
    head = _head_before(s, _apposed(s, first))
    if head is None:
        return Speaker(first, at + 1, "named")
    noun = s.lower[head]
    if noun in of.SPOKES or (noun in _BODIES and s.lower[head + 1] == "of"):
        return Speaker(quantified(s, head), at + 1, "named")
    if noun in of.DOCUMENTS and s.lower[head + 1] in ("by", "from", "of", "in"):
        return Speaker(first, at + 1, "named")
    if is_people(noun) and (is_plural(noun) or is_somebody(s, head)):
        return Speaker(quantified(s, head), at + 1, "unnamed")
    start = phrase_start(s, head)
    return Speaker(start, at + 1, "described", head) if definite(s, start, head) and opens_clause(s, start) else None


def _apposed(s: Sentence, first: int) -> int:
    """Where a name begins with what says who it is, behind *of*: *the legacy of the late singer Ada Holm*."""
    noun = first - 1
    if noun < 2 or not s.word[noun] or s.is_name(noun):
        return first
    begins = phrase_start(s, noun)
    told = begins and s.lower[begins] in of.DETERMINERS and s.lower[begins - 1] == "of"
    return begins if told else first


def _head_before(s: Sentence, first: int) -> int | None:
    """The noun that a name belongs to by a preposition; null where there is none; -1 is never one."""
    before = first - 1
    while before > 0 and s.lower[before] in of.DETERMINERS:
        before -= 1
    if before < 0 or s.lower[before] not in _OF:
        return None
    if before == 0 or not s.word[before - 1]:
        return before  # opens a phrase of place: no speaker
    at = before - 1
    low = max(-1, at - 10)
    while at > low and s.word[at]:
        if s.lower[at] in of.SPOKES or (is_people(s.lower[at]) and not s.is_name(at)):
            return at
        at -= 1
    return before - 1


def _described(s: Sentence, at: int) -> Speaker | None:
    """The speaker of a noun phrase that ends in a small word."""
    noun = s.lower[at]
    if noun == "them" and at > 1 and s.lower[at - 1] == "of" and s.lower[at - 2] in of.OF_SOME:
        return Speaker(at - 2, at + 1, "unnamed")
    first = at
    low = max(0, at - 6)
    while first > low and s.word[first - 1] and s.lower[first - 1] not in _BREAKS:
        first -= 1
    names = [i for i in range(first, at) if s.is_name(i) and not (i == 0 and s.lower[i] in of.QUANTIFIERS)]
    owned = next((i for i in names if s.lower[i].endswith(("'s", "s'"))), None)
    if noun in of.SPOKES and names:
        return Speaker(run_left(s, names[-1]), at + 1, "named")
    if noun in of.DOCUMENTS and names:
        return Speaker(run_left(s, names[-1]), at + 1, "named")
    if noun in of.BODIES and names and (owned is not None or names[-1] == at - 1):
        return Speaker(run_left(s, names[-1]), at + 1, "named")
    if owned is not None and (
        noun in of.TITLES or (is_people(noun) and not is_plural(noun))
    ):  # Holm's campaign manager
        return Speaker(run_left(s, owned), at + 1, "described", at)
    if noun in of.PLURAL_ONLY and noun.endswith(("ome", "any", "ers", "eral", "ost")) and not opens_clause(s, at):
        return None  # "had some explaining to do"
    if noun == "most" and at + 1 < len(s.text) and s.lower[at + 1].endswith("ly"):
        return None  # "most recently said"
    if noun in of.SPOKES or noun in of.PLURAL_ONLY or (is_people(noun) and (is_plural(noun) or is_somebody(s, at))):
        return Speaker(quantified(s, at), at + 1, "unnamed")
    start = quantified(s, at)
    if opens_clause(s, start):
        if definite(s, start, at):
            return Speaker(start, at + 1, "described", at)
        if noun in of.DOCUMENTS and s.lower[start] in of.DETERMINERS:
            return Speaker(start, at + 1, "document", at)
        if noun in of.BODIES and s.lower[start] in of.OWNED:  # the union, her campaign
            return Speaker(start, at + 1, "group", at)
    # People who are described further: "two people familiar with the matter".
    if noun in of.DETERMINERS or noun in of.PREPOSITIONS or noun == "and":
        return None
    if noun in of.CLAUSES and (at == 0 or s.lower[at - 1] not in of.PREPOSITIONS):
        return None
    for head in range(at - 1, max(-1, at - 12), -1):
        if not s.word[head] and s.lower[head] not in ("-", "/"):
            break
        word = s.lower[head]
        if (is_people(word) or word in of.SPOKES) and not s.is_name(head) and (is_plural(word) or is_somebody(s, head)):
            inside = any(s.is_name(i) for i in range(head, at + 1))
            if s.lower[head + 1] in of.DESCRIBED:
                return Speaker(quantified(s, head), at + 1, "named" if word in of.SPOKES and inside else "unnamed")
    return None


def _after(s: Sentence, at: int) -> Speaker | None:
    """The speaker of a noun phrase that begins with this token."""
    end = min(len(s.text), at + _REACH)
    start = at
    if at < end and s.lower[at] == "that":
        return None  # "adding that some voters"
    while at < end and (s.lower[at] in of.QUANTIFIERS or s.lower[at] in ("also", "then")) and not s.is_initial(at):
        at += 1
    small: list[int] = []
    while at < end and s.word[at] and not s.is_name(at):
        if (
            s.lower[at] in ("that", "who", "which", "and", "but", "he", "she", "they", "it", "i", "we", "you")
            or s.quoted[at]
        ):
            break
        small.append(at)
        at += 1
        if len(small) > 9:
            return None
    if small and at < end and s.lower[at] == "," and s.is_name(at + 1) and start < small[0]:
        return Speaker(at + 1, run_right(s, at + 1), "named")  # said the harbour master, Ada Holm
    head = next((i for i in small if s.lower[i] in of.SPOKES or is_people(s.lower[i])), None)
    preposition = next((i for i in small if s.lower[i] in of.PREPOSITIONS), None)
    if at < end and s.is_name(at) and not s.quoted[at]:
        return _after_name(s, start, at, small, head, preposition)
    until = small.index(preposition) if preposition is not None else len(small)
    if until and definite(s, start, small[until - 1]):
        return Speaker(start, small[until - 1] + 1, "described", small[until - 1])
    if until and s.lower[start] in of.OWNED and s.lower[small[until - 1]] in of.BODIES:
        return Speaker(start, small[until - 1] + 1, "group", small[until - 1])
    if until and s.lower[small[until - 1]] in of.DOCUMENTS:
        return Speaker(start, small[until - 1] + 1, "document", small[until - 1])
    if head is None or (preposition is not None and preposition < head):
        return None
    noun = s.lower[head]
    if noun in of.SPOKES or noun in of.PLURAL_ONLY or is_plural(noun) or is_somebody(s, head):
        return Speaker(start, small[-1] + 1, "unnamed")
    return None


def _after_name(
    s: Sentence, start: int, at: int, small: list[int], head: int | None, preposition: int | None
) -> Speaker | None:
    behind = run_right(s, at)
    if s.lower[at] in of.PARTIES and behind == at + 1:
        return Speaker(start, behind, "unnamed")
    if preposition is None:
        # "Justice Department spokesman Ada Holm", "Holm's campaign manager, Ben Roe"
        nouns: list[str] = []
        i = behind
        while i < len(s.text) and s.word[i] and not s.is_name(i) and len(nouns) < 5:
            nouns.append(s.lower[i])
            i += 1
        owned = s.lower[behind - 1].endswith(("'s", "s'"))
        body = next((number for number, noun in enumerate(nouns[:3]) if noun in of.BODIES), None)
        if owned and body is not None:
            return Speaker(at, behind + body + 1, "named")  # Holm's campaign
        titled = any(noun in of.TITLES or noun in of.PEOPLE for noun in nouns)
        if titled and _NO_NOUNS.isdisjoint(nouns):
            if s.is_name(i):
                return Speaker(i, run_right(s, i), "named")
            if i < len(s.text) and s.lower[i] == "," and s.is_name(i + 1):
                return Speaker(i + 1, run_right(s, i + 1), "named")
            if nouns[-1] in of.SPOKES or s.lower[behind - 1].endswith(("'s", "s'")):
                return Speaker(at, i, "named")
            if definite(s, start, i - 1):
                return Speaker(start, i, "described", i - 1)
            if is_people(nouns[-1]):
                return Speaker(start, i, "unnamed")
        return None if s.lower[behind - 1].endswith(("'s", "s'")) else Speaker(at, behind, "named")
    more = behind
    while more < min(behind + 3, len(s.text)) and s.word[more] and s.lower[more] not in _ENDS:
        more += 1
    if head is not None and more > behind and s.lower[more : more + 1] == [","] and s.is_name(more + 1):
        return Speaker(more + 1, run_right(s, more + 1), "named")  # a spokeswoman for Holm hotels, Ada Roe
    # A title with a body in it: the mayor of Leeds, Ada Holm
    if behind + 1 < len(s.text) and s.lower[behind] == "," and s.is_name(behind + 1):
        last = run_right(s, behind + 1)
        if last >= len(s.text) or s.lower[last] in (",", ".", ";", "-", ":", '"') or last - behind > 2:
            return Speaker(behind + 1, last, "named")
    if head is not None and head < preposition:
        noun = s.lower[head]
        if noun in of.SPOKES:
            return Speaker(start, behind, "named")
        if is_plural(noun) or noun in of.PLURAL_ONLY or is_somebody(s, head):
            return Speaker(start, behind, "unnamed")
        if definite(s, start, head):
            return Speaker(start, behind, "described", head)
    if behind < len(s.text) and s.lower[behind] in of.DOCUMENTS:  # the results of the latest Leeds University poll
        return Speaker(at, behind + 1, "named")
    if any(s.lower[i] in of.DOCUMENTS for i in small) and s.lower[preposition] in ("by", "from", "in", "of"):
        return Speaker(start, behind, "named")
    return None
