"""Lines below pictures: what one shows, with its day, and whose it is."""

from __future__ import annotations

import re

from framing.corpus.cleaning.forms import ANY_NAME, ANY_NAMES, MONTH
from framing.corpus.cleaning.rule import Rule
from framing.corpus.metadata.agencies import AGENCIES
from framing.text.typography import CAPITALS

_SHOWN = (
    r"(?:speaks|addresses|gestures|waves|smiles|listens|arrives|attends|walks|poses|stands|sits|talks|looks on|"
    r"testifies|greets|shakes hands|delivers (?:remarks|a speech)|holds (?:a|an|up)|"
    r"(?:is|are) (?:seen|pictured|shown|photographed))"
)
_DAY_AT_END = rf".{{0,300}}?\b{MONTH} \d{{1,2}}, \d{{4}}(?:,? (?:in|at) [{CAPITALS}].{{2,60}})?\.?$"
# *Ada Holm speaks at the pier in Velm, Norland, on Monday, May 4, 2015.*: one sentence, of the present, with its year.
SHOWS = rf"^(?!.*[^\W\d_]{{4}}\. [{CAPITALS}])(?!.*[,.?!][“”\"])(?!.*@)[{CAPITALS}‘'].{{3,330}}? {_SHOWN} {_DAY_AT_END}"
# Of many, in the present: *People wait in line*; a verb of what was done, or is to be, makes a sentence of a report.
_MANY_SHOWN = (
    r"(?:waits? in line|lines? up|gathers? (?:outside|at|in|near|around|during)|"
    r"march(?:es)? (?:through|past|along|down|toward|in)|holds? (?:signs|banners|placards|flags|candles)|"
    r"protests? (?:outside|against|in front|at|near)|"
    r"rall(?:y|ies) (?:outside|at|in)|stands? (?:guard|outside|near|next)|walks? (?:past|through|along|near|away)|"
    r"look on|leads? [^,.;]{3,80},(?: \d+,)?(?: (?:center|left|right),)? (?:away|out|into)|works? (?:at|in|on|an?|the)|"
    r"leaves? (?:an?|the|after)|carr(?:y|ies) (?:signs|an?|the)|rides? (?:an?|the|past|through))"
)
SHOWS_MANY = (
    rf"^(?!.*[^\W\d_]{{4}}\. [{CAPITALS}])(?!.*[“”\"@])(?!.*\b(?:said|says|will|would|was|were|has|have|had)\b)"
    rf"[{CAPITALS}‘'].{{3,330}}? {_MANY_SHOWN}\b{_DAY_AT_END}"
)
_PHOTO = r"(?:Getty(?: Images)?|Shutterstock|Reuters|REUTERS|AFP|AP|AP Photo|EPA|Bloomberg|iStock|Alamy|Xinhua|Photo)"
_AGENCIES = "|".join(re.escape(form) for name, forms in AGENCIES.items() for form in (name, *forms))
CREDITED = "image source"
PICTURES = (
    Rule("caption", "image copyright",
          r"(?i)^(?:follow us on )?image (?:copyright|caption|source)\b|^featured image$", limit=600),
    Rule("caption", "media caption", r"^(?:Media playback is (?:un)?supported\b|Media caption\b|Video caption\b)",
          limit=600),
    Rule("caption", "toggle caption", r"^(?:(?:Enlarge|Hide) this image ?|)(?:toggle caption|hide caption)\b",
          limit=600),
    Rule("caption", "file photo", r"(?i)^file (?:photo|picture|image)\b", limit=600),
    Rule("caption", "FILE - in this photo", r"^FILE ?[-–—] ", limit=600),
    Rule("caption", "in this photo",
          r"^(?:In|On) this (?!case|way|sense|context|regard|respect)[^.]{0,50}?\b(?:photo|picture|image|"
          r"photograph)\b", limit=600),
    Rule("caption", "photo credit at the end",
          rf"^(?!\({_PHOTO}\)$).{{0,400}}(?:\([^()]*\b{_PHOTO}\b[^()]*\)|\bREUTERS/[{CAPITALS}].{{1,60}}|\[[^\]]*\b{_PHOTO}\b[^\]]*\]"
          rf"|\b(?:AP Photo|Getty Images|AFP)/[{CAPITALS}][\w .'’-]{{1,40}}"
          r"|\| (?:AP|Getty|Reuters) ?(?:Photos?|Images)?)$",
          limit=600, needs=(")", "reuters/", "]", "ap photo/", "getty images/", "afp/", "| ")),
    Rule("caption", "photo line",
          r"(?i)^\(?(?:photos?|picture|image|photograph|video|credits?)(?: credit| source| courtesy)?(?: by|"
          r" of)?: .{1,80}\)?$"),
    Rule("caption", "must credit", r"^MUST CREDIT: .{1,100}$", limit=120),
    Rule("caption", "photo by",
          rf"^\(?(?:(?:Photo|Image|Picture|Photograph|Illustration) by [{CAPITALS}].{{1,80}}|"
          rf"(?:Photograph(?:s|y)|Photos|Images|Pictures|Illustrations|Graphics?|Videos?) by {ANY_NAMES}"
          rf"(?:(?:,| for| ?/) ?[{CAPITALS}].{{1,40}})?\)?\.?)$"),
    Rule("caption", CREDITED,
          rf"^\(?{ANY_NAME}(?:/(?:The )?[{CAPITALS}][\w ]{{1,30}})?"
          rf"(?: ?/ ?(?:AP|AFP|Reuters|REUTERS|Getty|EPA|NPR|Bloomberg)\b.{{0,40}}|"
          rf"/(?:{_AGENCIES})\)?)$"),
    Rule("caption", "credit behind a sentence",
          r"^.{3,300}[.!?”\"] (?:Photo|Photograph|Image|Picture|Photo credit|Credit)(?:: | by | courtesy (?:of )?)"
          rf"[{CAPITALS}][^.]{{1,60}}$", limit=400, needs=("photo", "image", "picture", "credit")),
    Rule("caption", "sign of rights behind a caption", r"^[^©]{3,200} © [^©.]{2,60}$", limit=260, needs=("©",)),
    Rule("caption", "name and outlet in brackets",
          rf"^.{{10,200}}\({ANY_NAME} ?/ ?[{CAPITALS}][^()]{{1,40}}\)$", limit=250, needs=("/",)),
    Rule("caption", "pictured", r"^Pictured(?: (?:above|below|left|right))?[:,] .*$", limit=400),
    Rule("caption", "picture agency alone",
          r"^\(?(?:Getty(?: Images)?|Shutterstock|iStock|Alamy(?: Stock Photo)?|EPA|PA Images|AP Photo|"
          r".{2,40} via (?:AP|Getty Images|Reuters|REUTERS|AFP))\)?$", limit=80),
    Rule("caption", "what a picture shows, and its day", SHOWS, limit=400, needs=(", 19", ", 20")),
    Rule("caption", "what a picture shows, and its day", SHOWS_MANY, limit=400, needs=(", 19", ", 20")),
    Rule("caption", "caption label", r"(?i)^caption:\s", limit=600),
)  # fmt: skip
_TELLS = re.compile(rf"(?!(?:How|Why|What|Who|When|Where)\b)[{CAPITALS}][^.!?:;“”\"]{{12,160}}[^\W_]")
_FEWEST = 4  # words of such a line: fewer may head a part of the text


def may_tell_of_picture(line: str) -> bool:
    """Whether a line above a photographer's name can be what the picture shows: some words that are no sentence."""
    return len(line.split()) >= _FEWEST and _TELLS.fullmatch(line) is not None
