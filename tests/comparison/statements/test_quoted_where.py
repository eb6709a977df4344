"""Who is quoted in some texts and not in the others."""

from __future__ import annotations

from tests.comparison.statements.events import Text, comparison, filler, sentences

HOLM = "“We have built the longest pier of them all,” Ada Holm said."
ROE = "“The pilots will not work a night for this,” said Ben Roe of the union."


def of(*bodies: str) -> list[Text]:
    return [("ABCDE"[at], "Pier of Velm opens", f"{body} {filler(640 + at)}") for at, body in enumerate(bodies)]


def test_persons_whom_some_texts_quote_stand_in_one_sentence() -> None:
    again = "Ada Holm came late. “Nobody can take this harbour from us now,” she said."
    found = sentences(comparison(of(f"{HOLM} {ROE}", again, f"The mole is old. {ROE}", "Pears are ripe.")), "source")
    assert "Quoted by some and not by the others: Ada Holm in A and B; Ben Roe in A and C." in found


def test_one_person() -> None:
    other = "“Nobody can take this harbour from us now,” Ada Holm said."
    texts = of(HOLM, other, "The pears are ripe.", "The lamps are lit.")
    assert "Ada Holm is quoted directly in A and B, and not in either of the other two." in sentences(
        comparison(texts), "source"
    )


def test_a_paper_is_no_person() -> None:
    line = "“We have built the longest pier of them all,” Paper Lantern said."
    assert "Paper Lantern" not in sentences(comparison(of(line, "The pears are ripe.", "The lamps are lit.")), "source")


def test_not_where_a_quotation_elsewhere_may_be_theirs() -> None:
    other = "“Nobody can take this harbour from us now,” Ada Holm said."
    scrap = "Ada Holm called the pier “longest of all”."
    nameless = "Ada Holm came late. A clerk waited. “The wind has turned against all of us here.”"
    for doubt in (scrap, nameless):
        found = sentences(comparison(of(HOLM, other, doubt, "The lamps are lit.")), "source")
        assert "quoted directly in A and B" not in found
        assert "Quoted by some" not in found


def test_not_where_all_quote_them() -> None:
    found = sentences(comparison(of(HOLM, f"The mole is old. {HOLM}", f"The quay is new. {HOLM}")), "source")
    assert "quoted directly in" not in found


def test_not_of_several_texts_of_one_outlet() -> None:
    texts = [("A", f"Pier of Velm {at}", f"{HOLM} {filler(640 + at)}") for at in range(2)]
    texts += of("The pears are ripe.", "The lamps are lit.", "The mole is old.")[1:]
    found = sentences(comparison(texts), "source")
    assert "quoted directly in" not in found
    assert "Quoted by some" not in found


def test_not_of_one_whose_office_alone_is_quoted_elsewhere() -> None:
    holm = "Ada Holm, the chief harbour officer of Velm, came. “We have built the longest pier of them all,” Holm said."
    office = "{} was content, calling it “{}” at noon."
    for who, told in (
        ("Velm’s chief harbour officer", False),
        ("The chief pilot officer", True),
        ("The chief harbour officer Jo Lang", True),
    ):
        texts = of(holm, office.format(who, "swift and sure"), "The mole is old. The lamps are lit.")
        assert ("Only A quotes Ada Holm (" in sentences(comparison(texts), "source")) is told


def test_whom_no_other_text_names_may_be_quoted_as_she() -> None:
    she = "Ada Holm came late to the pier. “Nobody can take this harbour from us now, not even the pilots,” she said."
    line = "Only A quotes Ada Holm (“Nobody can take this harbour from us now, not …”)."
    assert line in sentences(comparison(of(she, "The pears are ripe.", "The lamps are lit.")), "source")
    for doubt in ("Ada Holm came late.", "“The pier is as long as it is,” said Ben Holm."):
        found = sentences(comparison(of(she, doubt, "The lamps are lit.")), "source")
        assert "Only A quotes Ada Holm" not in found
    bare = she.replace("she said", "it went")
    assert "quotes Ada Holm" not in sentences(
        comparison(of(bare, "The pears are ripe.", "The lamps are lit.")), "source"
    )


def test_two_reports_in_three_texts() -> None:
    story = "\n\n".join(filler(seed, 4) for seed in range(980, 986))
    texts = [
        ("A", "Pier", f"{HOLM}\n\n{story}"),
        ("B", "Pier", f"{HOLM}\n\n{story}"),
        ("C", "Pier", f"{ROE} {filler(990, 20)}"),
    ]
    found = sentences(comparison(texts), "source")
    assert "Only A and B quote Ada Holm (“We have built the longest pier of them all”)." in found
    assert "Only C quotes Ben Roe (“The pilots will not work a night for this”)." in found
