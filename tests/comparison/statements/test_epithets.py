"""Labels that one report alone sets on people and groups."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, sentences

START = "Political labels that one report alone sets, outside quotations, among others: "


def said(a: str, b: str = "") -> str:
    bodies = {"A": f"The council of Velm met. {a}", "B": f"The council met on Monday. {b}", "C": "The council met."}
    return sentences(comparison([(outlet, "Council meets", body) for outlet, body in bodies.items()]), "name")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Far-left lawmakers left the hall.", "“Far-left lawmakers”"),
        ("They heard the conservative radio host Ada B. Holm speak.", "“conservative radio host Ada B. Holm”"),
        ("The judge, who was appointed by President Ivo Brand, agreed.", "“appointed by President Ivo Brand”"),
        ("They heard the conservative host Åsa Ö. Öberg speak.", "“conservative host Åsa Ö. Öberg”"),
        ("The far-left council raised the tolls.", "“far-left council”"),
        ("The judge is a Brand appointee.", "“Brand appointee”"),
        ("Conservatives objected to it.", "“Conservatives”"),
        ("The radical preachers left.", "“radical preachers”"),
        ("A Velm progressive has come.", "“Velm progressive”"),
    ],
)
def test_a_label_of_one_report(text: str, shown: str) -> None:
    assert f"{START}{shown} (A)." in said(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("“Far-left lawmakers did it,” said Ada Holm.", ""),  # quoted
        ("Far-left lawmakers left the hall.", "They are of the far left."),
        ("Conservatives objected to it.", "“I am no conservative,” said Ada Holm."),
        ("It is a liberal arts school.", ""),
        ("They made a conservative estimate.", ""),
        ("She took the radical step of an operation.", ""),
        ("It is a progressive illness.", ""),
        ("They left with Velm Pro-Choice Friends.", ""),
    ],
)
def test_no_label(text: str, other: str) -> None:
    assert START not in said(text, other)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("An unarmed teenager was hit.", "“unarmed teenager”"),
        ("It was built by the self-styled baron Otto Brill’s men.", "“self-styled baron Otto Brill”"),
        ("The Muslim woman from Velm came.", "“Muslim woman”"),
        ("Ivo Brand, a billionaire, came.", "“a billionaire”"),
        ("They met a Palestinian-American lawmaker.", "“Palestinian-American lawmaker”"),
    ],
)
def test_what_one_report_tells_of_people(text: str, shown: str) -> None:
    assert (
        f"Told of people by one report alone, outside quotations, among others: {shown.replace('a b', 'b')} (A)."
        in said(text)
    )


def test_what_two_reports_tell_of_people_is_none() -> None:
    assert "Told of people" not in said("An unarmed teenager was hit.", "He was a teenager, and unarmed.")
