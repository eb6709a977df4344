"""The genre of an article: what its section, its label, its address or its headline call it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_GENRES = {  # words of a section, an address or a label -> genre; in the languages of the databases' interfaces
    "opinion": "opinion opinions op-ed op-eds oped commentary comment column columns columnist columnists "
    "comment-is-free commentisfree perspective perspectives viewpoint viewpoints views letters letter-to-the-editor "
    "letters-to-the-editor letter-to-editor letters-to-editor guest-essay guest-essays guest-column guest-commentary "
    "meinung meinungen kommentar kommentare gastkommentar gastbeitrag kolumne leserbrief leserbriefe débats "
    "point-de-vue points-de-vue tribune-libre courrier-des-lecteurs opinión opiniones columna tribunas "
    "carta-al-director cartas-al-director opinie opinies commentaar columns lezersbrief lezersbrieven "
    "ingezonden-brief ingezonden-brieven commento commenti opinione opinioni lettera-al-direttore "
    "lettere-al-direttore opinião",
    "editorial": "editorial editorials leader leaders leading-article leading-articles leitartikel éditorial "
    "éditoriaux edito édito editoriales editoriale editoriali hoofdredactioneel",
    "live": "live live-blog liveblog live-updates newsticker liveticker",
    "qa": "q-a qa q&a explainer explainers explained interview interviews entretien entretiens entrevista entrevistas "
    "intervista interviste",
    "transcript": "transcript transcripts",
    "news": "news",
}
GENRE = {word: genre for genre, words in _GENRES.items() for word in words.split()}
_PARTED = re.compile(  # *Leading article*, *op_ed*, *Letter to the Editor*: one word of those above
    rf"(?<![\w-])(?:{'|'.join(word.replace('-', '[-_ ]') for word in GENRE if '-' in word)})(?![\w-])"
)
_LETTER = re.compile(
    r"(?:^|(?<=[;|,/:]))\s*(?:reader['’]?s?['’]? )?letter(?=\s*(?:$|[;|,/:]))"
)  # alone, it is its genre
_SUBJECTS = (  # words of a genre in what a text is about
    r"(?:public )?opinion (?:polls?|polling|surveys?|research)|public opinion|arts (?:and|&) letters|letter bombs?|"
    r"(?:business|church|community|faith|industry|labou?r|market|military|opposition|party|political|rebel|religious|"
    r"team|thought|tribal|union|world) leaders?|live (?:comedy|events?|music|performances?|shows?|theat(?:re|er))"
)
_NO_GENRE = re.compile(rf"\bcolumn \d+|\beditorial desk\b(?=.*\b(?:op-ed|editorial|letters?)\b)|\b(?:{_SUBJECTS})\b")


def read_genre(*hints: str | None) -> str | None:
    """The genre that a section, a label or an address names; null where none does. News only where none says more."""
    words = [word for hint in hints if hint for word in _words(hint)]
    if any(word.startswith("leading-article") for word in words):
        return "editorial"
    found = [GENRE[word] for word in words if word in GENRE]
    return next((genre for genre in found if genre != "news"), found[0] if found else None)


def headline_genre(headline: str | None) -> str | None:
    """The genre in a headline such as *Opinion | ...*, *Editorial: ...*, *Live updates: ...*, *Q&A: ...*."""
    found = re.match(
        r"(?i)(?:(?P<opinion>opinion|op-ed|commentary|column|letters?(?: to the editor)?)|(?P<editorial>editorial)|"
        r"(?P<live>live(?: updates?| blog)?|as it happened)|(?P<qa>q&a|explainer|interview)|"
        r"(?P<transcript>(?:rush )?transcript))\s?[|:]",
        headline or "",
    )
    return next((name for name, text in found.groupdict().items() if text), None) if found else None


def _words(hint: str) -> list[str]:
    """The words of a hint, those that belong together as one."""
    text = _NO_GENRE.sub("", _path(hint).casefold())
    text = _PARTED.sub(lambda found: re.sub("[_ ]", "-", found[0]), _LETTER.sub(" letters", text))
    return [word.strip("&") for word in re.split(r"[/\s:|,;]+", text)]


def _path(hint: str) -> str:
    """Of an address its path: a host named *live* says nothing."""
    if "://" not in hint:
        return hint
    try:
        return urlsplit(hint).path
    except ValueError:
        return ""
