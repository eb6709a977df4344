"""Rich Text Format: what is text of the document, what is none, and where notes and boxes stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.files.rtf import paragraphs_of

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}}"
    r"{\stylesheet{\s0 Normal;}{\s15 Quote;}}{\info{\title{\upr{A title}{\*\ud A title}}}}"
)


def text(body: str) -> list[str]:
    return list(paragraphs_of(HEAD + body + "}"))


def test_letters_of_every_form() -> None:
    assert text(r"Caf\'e9 na\u239\'efve \u321?\'f3d\u378? {\f1\'cf\'f0}\par \u-10179?\u-8704? \ldblquote so\rdblquote\~\'96 a\_b") == [
        "Café naïve Łódź Пр",
        "😀 “so”\N{NO-BREAK SPACE}– a-b",
    ]  # fmt: skip


def test_notes_and_boxes_stand_once_behind_their_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn txflTextFlow}{\sv 0}}{\shptxt \pard A box.\par}}{\shprslt{\*\do{\dptxbxtext twice}}}}"
    assert text(rf"One{{\footnote\pard \chftn  A note.}} goes{box} on.\par Two.") == [
        "One goes on.",
        " A note.",
        "A box.",
        "Two.",
    ]


def test_what_is_no_text_is_left_out() -> None:
    gone = r"{\deleted gone}{\v hidden}{\*\annotation a comment}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\pict 0a0b}"
    assert text(r"{\header Page 1}Kept " + gone + r" {\*\unknown no}text{\listtext 1.}.\par") == ["Kept link text."]
    assert text(r"\deleted gone\deleted0 kept\plain .") == ["kept."]


def test_block_quotations_by_their_style() -> None:
    assert text(r"\pard Plain.\par\pard\s15 It is not safe.\par\pard Plain again.") == [
        "Plain.",
        "> It is not safe.",
        "Plain again.",
    ]


def test_tables_and_bytes_that_are_no_text() -> None:
    assert text(r"\intbl HD\cell Ferry shut\cell\row\bin5 {{{{{after") == ["HD\tFerry shut\t", "after"]


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=60))
def test_any_text_comes_back(content: str) -> None:
    """Written as Word does, each letter beyond ASCII by its number."""
    units = content.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    written = "".join(
        f"\\u{code}?" if not 32 <= code < 127 else f"\\{chr(code)}" if chr(code) in "\\{}" else chr(code)
        for code in codes
    )
    assert "\n".join(text("{}" + written)) == content


def test_depth_costs_no_more_than_length() -> None:
    assert list(paragraphs_of("{\\rtf1 " + "{" * 100_000 + "a")) == ["a"]
    assert list(paragraphs_of("{\\rtf1 " + "{\\footnote " * 5_000 + "a")) == ["", "a"]
