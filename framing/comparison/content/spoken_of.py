"""Who in a sentence is not the one who speaks in it: who asks, whose something is, who is told of.

All read the words around a name: *in an interview with host Ben Roe, Ada Holm said*, *Holm revoked Roe’s licence*.
"""

from __future__ import annotations

import re

from framing.text.typography import CAPITALS

_NAMED = r"(?:[\w.’'&-]+ ){0,6}"
_ASKS = re.compile(
    rf"\b(?:interview(?:ed)?|conversation|discussion|chat|speaking|spoke|spoken|talking|talked|sat down|sitting down|"
    rf"appearance|appearing) (?:with|to|by|alongside) {_NAMED}$|"
    r"\b(?:told|tells|telling) (?:[\w.’'&-]+ ){0,4}(?:host|presenter|anchor|journalist|reporter|correspondent|"
    r"interviewer|broadcaster)s? $"
)
# Before and behind the name of who is asked or told: *Holm asked Mr. Roe “how many ...”*; not *“No,” told Roe*.
_TO_THEM = re.compile(
    r"(?<![”\"’'»] )(?<![”\"’'»], )\b(?:ask(?:ed|s)|t(?:old|ells)|press(?:ed|es)|question(?:ed|s)|remind(?:ed|s)|"
    r"urge[ds]|challenge[ds]|warn(?:ed|s)) (?:[\w.’'-]+ ){0,3}$"
)
_WHAT = re.compile(r"^,? (?:(?:that|to|whether|how|if|why|what|about)(?: \w+)? )?[“\"]")
# Behind a name, others who say it with them: *Ada Holm, Per Moe and Ben Roe*.
_OTHER = rf"[{CAPITALS}][\w’'-]+ (?:[{CAPITALS}]\. )?[{CAPITALS}][\w’'-]+"
_AND_MORE = re.compile(rf"^(?: \([^()]{{1,20}}\))?(?:, {_OTHER})*,? and (?:[{CAPITALS}][\w.]+ ){{0,3}}?{_OTHER}")
# Before a name that another clause begins with: *Holm praised it, but Roe called it “bad”*.
_TURN = re.compile(
    r"(?:[;:—–]|,(?: (?:and|but|while|whereas|though|although))?|\b(?:and|but|while|whereas)) (?P<title>[^,;:“”\"]*)$"
)
_NESTED = re.compile(
    r"\b(?:who|whom|which|that|as|after|before|when|because|if|to|according|of|by|with|for|sa(?:id|ys|ying)|t(?:old|ells)|"
    r"claim(?:ed|s)|add(?:ed|s)|insist(?:ed|s)|argu(?:ed|es)|warn(?:ed|s))\b"
)
# Behind the name of who says something, before that of somebody whom they say something of.
_SAYS = re.compile(
    r"^(?:,[^,]{1,90},)? (?:(?:has|have|had|also|later|then|\w+ly) ){0,2}(?:sa(?:id|ys)|claim(?:ed|s)|insist(?:ed|s)|"
    r"argu(?:ed|es)|warn(?:ed|s)|add(?:ed|s)|announced?|believe[ds]?|t(?:old|ells) [\w ]{1,30}) (?:that )?(?:the )?"
    r"(?:[\w’'-]+ ){0,3}$"
)
_SPEAKS = re.compile(
    r"^(?:,[^,]{1,60},)? (?:(?:has|have|had|was|were|also|later|then|\w+ly) ){0,2}(?:sa(?:id|ys|ying)|t(?:old|ells)|"
    r"call(?:ed|s)|describ(?:ed|es)|dubb?(?:ed|s)|label\w+|brand(?:ed|s)|warn(?:ed|s)|claim(?:ed|s)|argu(?:ed|es)|"
    r"wr(?:ote|ites)|tweeted|dismiss(?:ed|es)|denounc(?:ed|es)|condemn(?:ed|s)|hail(?:ed|s)|prais(?:ed|es)|"
    r"insist(?:ed|s)|promis(?:ed|es)|describe|put it)\b"
)
_SPOKE = re.compile(
    r"^(?:,? who (?:\w+ ){1,9}?|,[^,“”\"]{1,60}, )? ?(?:(?:has|had|also|later|then|earlier|\w+ly) ){0,3}"
    r"(?:sa(?:id|ys)|told|warn(?:ed|s)|argu(?:ed|es)|wr(?:ote|ites)|tweeted|insist(?:ed|s)|add(?:ed|s)|"
    r"(?:released|issued|gave|made) (?:the following|an?|this) (?:\w+ )?statement)\b[^“”\"]*[“\"‘'�]{0,2}$"
)
_AND = re.compile(r"^(?:,[^,;“”\"]{1,60},)?,? (?:and|&) (?:[\w’'&.-]+ ){0,6}$")
_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he)\b")
# A quotation that ended with a full stop is closed: *“... of this.” Roe says the court was right*.
_CLOSED = re.compile(r"\.[”\"’'�»]{1,2} $")
_SAYS_NO_MORE = re.compile(r"^(?:,[^,.]{1,60},)? \w+(?: \w+ly)?[.!]?\W*$")


# Before the name of somebody else's superior or kin: *Ada Holm, an adviser to the mayor, Per Roe, said*.
_SERVES = re.compile(
    r"\b(?:advis[eo]r|aide|assistant|deputy|ally|envoy|heir|successor|wife|husband|son|daughter|brother|sister|father|"
    r"mother|uncle|aunt|cousin|friend|widow) (?:to|of) (?:[\w.’'&-]+ ){0,5}$"
)
# Before quoted words: who said them is not who tells of it: *Holm said that cars drove past, their drivers shouting*.
_RELAYED = re.compile(
    r"\b(?:shouting|chanting|yelling|screaming|singing|(?:signs?|banners?|placards?) (?:\w+ )?(?:reading|saying))"
    r"[,:]? \W*$"
)
_CRY = 60  # characters before a quotation that may say that a crowd cries it
_CROWD = re.compile(
    r"\b(?:chants?|cries|cry|shouts?|yells|signs?|banners?|placards?) "
    r"(?:of|(?:that )?(?:read|said)|reading|saying)[,:]? [“\"‘']+$"
)

# Before what somebody has a word for: *Roe described the Lamp’s report as “much ado”*; not *“No,” called Roe*.
_CALLED = re.compile(
    r"(?<![”\"’'»] )(?<![”\"’'»], )\b(?:describ(?:ed|es|ing)|call(?:ed|s|ing)|dismiss(?:ed|es|ing)|"
    r"denounc(?:ed|es|ing)|brand(?:ed|s|ing)|label(?:led|ed|s|ling|ing)|accus(?:ed|es|ing)|condemn(?:ed|s|ing)|"
    r"criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|prais(?:ed|es|ing)|blam(?:ed|es|ing)|thank(?:ed|s|ing)|"
    r"mock(?:ed|s|ing)) (?:the |an? |this |that |his |her |their )?$"
)

# Before quoted words: what a paper has in it, whoever tells of it: *Article 2 of the Code, which prohibits “...”*.
_PAPER = (
    r"\b(?:[Aa]rticles?|[Ss]ections?|[Cc]lauses?|[Rr]ules?|[Cc]odes?|[Ll]aws?|[Aa]ct|[Ss]tatutes?|[Cc]harter|"
    r"[Cc]onstitution|[Tt]reaty|[Cc]onvention|[Pp]olicy|[Gg]uidelines|[Rr]egulations?|[Oo]rdinance|[Aa]mendment|"
    r"[Pp]rovisions?|[Pp]aragraph)\b"
)
_HAS = (
    r"(?:prohibit|ban|forbid|bar|relate|refer|define|describe|cover|govern|require|outlaw|state|read|say|stipulate|provide|"
    r"allow|criminali[sz]e|deal|concern|punishe)s?\b"
)
_OF_A_PAPER = re.compile(
    rf"{_PAPER}(?:[^“”\"]{{0,90}}?,? (?:which|that)|(?: \d[\w.()]*)?(?: of [^“”\",]{{1,50}})?) {_HAS}[^“”\",]{{0,60}}"
    r"[“\"‘'�]?$"
)
# A sentence that ends in another's verb: *..., the Council said in a statement*, *..., according to police*.
_CLOSES_IT = re.compile(
    r"^[^\w“”\"]*(?:\([^()]{1,20}\) )?(?:sa(?:id|ys)|announced|report(?:ed|s)|stated|wrote|tweeted)\b[^“”\"]{0,60}$"
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:and|but|while|as|though|although|when|after|before|because|who|which|where)\b")
_ACCORDING = re.compile(r"\baccording to\b")
_SAYS_IT = re.compile(
    r"\b(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|accus(?:ed|es|ing)|call(?:ed|s|ing)|claim(?:ed|s|ing)|warn(?:ed|s|ing)|"
    r"describ(?:ed|es|ing)|insist(?:ed|s|ing)|argu(?:ed|es|ing)|alleg(?:ed|es|ing)|den(?:ied|ies|ying)|add(?:ed|s|ing)|"
    r"wr(?:ote|ites|iting)|announc(?:ed|es|ing)|blam(?:ed|es|ing)|urg(?:ed|es|ing)|labell?(?:ed|s|ing))\b"
)

# Before words for somebody, whoever has them for them: *Holm was accused of “theft”*.
_IS_CALLED = re.compile(
    r"\b(?:is|are|was|were|been|being|be|got) (?:\w+ly |also |once |even ){0,2}(?:accused of|blamed for|faulted for|"
    r"(?:called|dubbed|labell?ed|branded|nicknamed|deemed)(?: an?| the)?|(?:described|criticised|criticized|condemned|"
    r"denounced|dismissed|derided|hailed|praised|seen|known|regarded) (?:as|for)(?: an?| the)?) [“\"‘'�]+$"
)
# Behind the name of a medium, and before it, where it only passes on what somebody said: *Holm gave the following
# statement, the Lamp reports:*.
_REPORTS = re.compile(r"^ (?:first |also )?report(?:s|ed)\b")
_GAVE = re.compile(
    r"\b(?:(?:released?|releases|issued?|issues|gave|gives|made|makes) (?:the following|an?|this|the) (?:\w+ )?"
    r"(?:statement|remarks)|(?:said|says|wrote|writes|told))\b[^“”\"]*, (?:[\w’'-]+ ){0,3}$"
)


def is_called(before: str) -> bool:
    """Whether quoted words behind this are what somebody is called or accused of, it is not told by whom."""
    return _IS_CALLED.search(before) is not None


def reports(ahead: str, behind: str) -> bool:
    """Whether somebody between these only reports what another said before: *Holm gave a statement, the Lamp
    reports*."""
    return _REPORTS.match(behind) is not None and _GAVE.search(ahead) is not None


def of_a_paper(before: str) -> bool:
    """Whether quoted words behind this are those of a law, a code or an article of one, and nobody's."""
    return _OF_A_PAPER.search(before) is not None


def closed_by(between: str, behind: str) -> bool:
    """Whether somebody behind a quotation ends the sentence by saying all of it: *He was fined for “...” on Monday,
    the Council said*. between: the quotation and their name; behind: what follows the name."""
    if _ACCORDING.search(between):
        return re.search(r"[“”\"]", behind) is None
    return "," in between and not _ANOTHER_CLAUSE.search(between) and _CLOSES_IT.search(behind) is not None


def passes_on(ahead: str, between: str) -> bool:
    """Whether somebody named behind a quotation may only pass on what another says in the sentence: *Holm accused Roe
    of “theft,” according to the Lamp*. ahead: what stands before the quotation."""
    return _ACCORDING.search(between) is not None and _SAYS_IT.search(ahead) is not None


def called(ahead: str) -> bool:
    """Whether somebody before whose name this stands is only what another has a word for."""
    return _CALLED.search(ahead) is not None


def is_quoted_of(behind: str) -> bool:
    """Whether this behind a name is a quotation that goes on with it: *Holm “could” leave, Roe said*."""
    return re.match(r" [“\"‘„«]\w", behind) is not None


def serves(ahead: str) -> bool:
    """Whether somebody before whose name this stands is only whom the one who speaks serves, or is related to."""
    return _SERVES.search(ahead) is not None


def relays(before: str) -> bool:
    """Whether quoted words behind this are those of a crowd or a sign that somebody tells of."""
    return _RELAYED.search(before) is not None


def asks(ahead: str) -> bool:
    """Whether somebody before whose name this stands is one who asks, or who is told: *told the Lamp’s host*."""
    return _ASKS.search(ahead) is not None


def is_told(ahead: str, behind: str) -> bool:
    """Whether somebody between these is the one to whom a quotation is said: *Holm asked Mr. Roe “how many ...”*."""
    return _WHAT.match(behind) is not None and _TO_THEM.search(ahead) is not None


def owns(name: str, behind: str) -> bool:
    """Whether this behind a name says that something is theirs: *Holm’s visa*, *James’ visa*."""
    return behind.startswith(("'s ", "’s ")) or (name.endswith("s") and behind.startswith(("' ", "’ ")))


def turns_to(between: str) -> bool:
    """Whether the words between two names begin a new clause with the second, and no clause inside the first's."""
    turn = _TURN.search(between)
    return turn is not None and _NESTED.search(turn["title"]) is None


def says_of(between: str, behind: str) -> bool:
    """Whether the first of two speaks and the second only does what is said of them: *Holm says Roe will “go on”*.

    between: their names; behind: what follows the second.
    """
    return _SAYS.search(between) is not None and _SPEAKS.match(behind) is None


def joins(between: str) -> bool:
    """Whether two names speak together: *Ada Holm and the mayor, Ben Roe, said*."""
    return _AND.match(between) is not None


def is_cried(text: str, at: int) -> bool:
    """Whether a crowd cries the quotation that begins here: *over chants of “Out”*, *a sign that read “No”*."""
    return _CROWD.search(text[max(at - _CRY, 0) : at]) is not None


def with_others(behind: str) -> bool:
    """Whether others speak with somebody behind whose name this stands: *..., Per Moe and Ben Roe*."""
    return _AND_MORE.match(behind) is not None


def pronouns_in(text: str) -> set[str]:
    """*he*, *she* or both, as they stand in a text."""
    return {one.lower() for one in _PRONOUN.findall(text)}


def comes_after(between: str, behind: str) -> bool:
    """Whether a name behind a quotation opens a sentence of its own; not *“It is so.” Holm said.*

    between: from the quoted words to the name; behind: what follows the name.
    """
    return _CLOSED.search(between) is not None and _SAYS_NO_MORE.match(behind) is None


def speaks(behind: str) -> bool:
    """Whether what stands between a name and a quotation says that they spoke: *Holm, who runs the mill, had said it
    was*."""
    return _SPOKE.match(behind) is not None
