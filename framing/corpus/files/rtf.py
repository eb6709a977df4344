r"""The text of a file in Rich Text Format: its paragraphs, with notes and text boxes behind the one they are fixed to.

What is no text of the document is left out: tables of fonts and styles, pictures, instructions of fields, comments,
page headers, hidden text, and what was deleted while changes were tracked. Written after Microsoft's specification of
RTF 1.9.1; one pass, and no recursion, however deep the groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from framing.corpus.files.boxes import placed
from framing.text.blocks import QUOTATION_STYLE, block

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|\\"
)
_SKIPPED = frozenset(
    "colortbl info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep "
    "aftnsepc aftncn filetbl listtable listoverridetable listtext pntext revtbl rsidtbl fldinst object objdata "
    "annotation atnid atnauthor bkmkstart bkmkend shprslt nonshppict sp tc xe txe rxe template generator themedata "
    "xmlnstbl".split()
)
_APART = frozenset("footnote shptxt dptxbxtext".split())  # stand behind the paragraph that they are fixed to
_KNOWN = _APART | {"shpinst", "do", "ud"}  # destinations that are read although a program may ignore them
_PARAGRAPH = frozenset("par sect page row nestrow".split())
_SIGNS = {
    "line": "\n", "tab": "\t", "cell": "\t", "nestcell": "\t", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\N{NO-BREAK SPACE}", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True)
class _Group:
    """What holds between two braces."""

    what: str = "text"  # text, skipped, both, fonttbl, stylesheet
    after: int = 1  # signs that follow a letter given by its number, for programs that do not know it
    encoding: str | None = None  # of the font
    unseen: bool = False  # hidden or deleted
    apart: bool = False  # the group that opened a note or a text box


@dataclass
class _Text:
    """The paragraphs so far."""

    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    now: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    quoted: bool = False

    def paragraph(self) -> None:
        text = "".join(self.now)
        self.parts.append((block(text) if self.quoted and text.strip() else text, self.behind))
        self.now, self.behind = [], []


@dataclass
class _Reader:
    content: str
    encoding: str = "cp1252"
    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    text: _Text = field(default_factory=_Text)
    texts: list[_Text] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    quotations: set[int] = field(default_factory=set)  # styles
    font: int = 0
    style: int = 0
    left: int = 0  # signs still to be passed by
    waiting: bytearray = field(default_factory=bytearray)  # of a text in an encoding
    starred: bool = False

    def paragraphs(self) -> list[str]:
        place = 0
        while found := _TOKEN.match(self.content, place):
            place = found.end()
            byte = found["byte"]
            if byte is not None:
                self._byte(int(byte, 16))
                continue
            self._settle()
            if found["brace"] == "{":
                self.outer.append(self.group)
                self.group = replace(self.group, apart=False)
                self.left, self.starred = 0, False
            elif found["brace"]:
                self._close()
            elif word := found["word"]:
                place += self._word(word, int(found["number"]) if found["number"] else None)
            elif (sign := found["sign"]) is not None:
                self._sign(sign)
            elif found["text"]:
                self._put(found["text"])
        self._settle()
        while self.texts:
            self._back()
        if self.text.now or self.text.behind:
            self.text.paragraph()
        return list(placed(self.text.parts))

    def _word(self, word: str, number: int | None) -> int:
        """Do what a control word says; how many signs behind it are data."""
        starred, self.starred = self.starred, False
        if word == "bin":
            return max(0, number or 0)
        if self.group.what == "skipped" or (self.group.what == "both" and word != "ud"):
            return 0
        if word == "upr":  # a text twice: in an encoding, and behind \\ud in Unicode
            self.group = replace(self.group, what="both")
        elif word in _KNOWN:
            self.group = replace(self.group, what="text")
            if word in _APART and self.outer:
                self.texts.append(self.text)
                self.text, self.group = _Text(), replace(self.group, apart=True)
        elif starred or word in _SKIPPED:
            self.group = replace(self.group, what="skipped")
        elif word in ("fonttbl", "stylesheet"):
            self.group = replace(self.group, what=word)
        elif word == "ansicpg":
            self.encoding = f"cp{number}"
        elif word == "mac":
            self.encoding = "mac_roman"
        elif word in ("uc", "f", "fcharset", "s", "pard", "plain", "deleted", "v", "u"):
            self._property(word, number)
        elif word in _PARAGRAPH and self.group.what == "text":
            self.text.paragraph()
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        return 0

    def _property(self, word: str, number: int | None) -> None:
        value = number or 0
        if word == "uc":
            self.group = replace(self.group, after=min(max(value, 0), 8))
        elif word == "u":
            self.left = 0
            self._put(chr(value % 65536))
            self.left = self.group.after
        elif word == "f":
            self.font = value
            if self.group.what == "text":
                self.group = replace(self.group, encoding=self.fonts.get(value))
        elif word == "fcharset":
            if value in _CHARSETS and value:
                self.fonts[self.font] = _CHARSETS[value]
        elif word == "s":
            self.style = value
            self.text.quoted = value in self.quotations
        elif word == "pard":
            self.text.quoted = False
        elif word == "plain":
            self.group = replace(self.group, unseen=False, encoding=None)
        else:  # \deleted, \v; \v0 ends it
            self.group = replace(self.group, unseen=number != 0)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.starred = True
        elif sign in "\r\n":
            if self.group.what == "text":
                self.text.paragraph()
        elif sign in _SYMBOLS:
            self._put(_SYMBOLS[sign])

    def _byte(self, code: int) -> None:
        if self.left:
            self.left -= 1
        elif self.group.what == "text" and not self.group.unseen:
            self.waiting.append(code)

    def _settle(self) -> None:
        """The bytes that were read, in the encoding of their font."""
        if self.waiting:
            raw, self.waiting = bytes(self.waiting), bytearray()
            try:
                self.text.now.append(raw.decode(self.group.encoding or self.encoding, errors="replace"))
            except LookupError:
                self.text.now.append(raw.decode("cp1252", errors="replace"))

    def _put(self, text: str) -> None:
        if self.left:
            passed = min(self.left, len(text))
            self.left, text = self.left - passed, text[passed:]
        if self.group.what == "stylesheet":
            if QUOTATION_STYLE.search(text):
                self.quotations.add(self.style)
        elif self.group.what == "text" and not self.group.unseen:
            self.text.now.append(text)

    def _close(self) -> None:
        self.left, self.starred = 0, False
        if self.group.apart and self.texts:
            self._back()
        if self.outer:
            self.group = self.outer.pop()

    def _back(self) -> None:
        """From a note or a text box to the text around it."""
        if self.text.now or self.text.behind:
            self.text.paragraph()
        inside = [line for text, boxes in self.text.parts for line in (text, *boxes) if line.strip()]
        self.text = self.texts.pop()
        self.text.behind.extend(inside)


def paragraphs_of(content: str) -> Iterator[str]:
    """The paragraphs of an RTF file, in order."""
    for paragraph in _Reader(content).paragraphs():
        # Letters beyond the first 65,536 are given as two halves.
        yield paragraph.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
