"""How texts are called, and what is set legibly."""

from __future__ import annotations

from framing.comparison.content.labels import legible, listed, number, the
from tests.comparison.statements.events import comparison, filler


def test_texts_of_one_outlet_are_told_apart() -> None:
    texts = [("A", "First headline of the day", filler(1)), ("A", "Second", filler(2)), ("B", "h", filler(3))]
    names = comparison(texts, ["2024-01-03", "2024-01-04", "2024-01-04"]).labels.names
    assert sorted(names.values()) == ["A (3 Jan)", "A (4 Jan)", "B"]
    same = comparison(texts, ["2024-01-03", "2024-01-03", "2024-01-04"]).labels.names
    assert sorted(same.values()) == ["A (“First headline of the day”)", "A (“Second”)", "B"]


def test_several_texts_of_one_outlet_stand_together() -> None:
    texts = [(outlet, f"h{at}", filler(at)) for at, outlet in enumerate("AAABBC")]
    dates = ["2024-01-04", "2024-01-03", "2023-12-30", "2024-01-05", "2024-02-01", "2024-01-04"]
    labels = comparison(texts, dates).labels
    a, b = ([article for article, of in labels.outlets.items() if of == outlet] for outlet in "AB")
    assert labels.listed([*a, *b]) == "A (all three texts) and B (both texts)"
    by_name = {labels.names[article]: article for article in (*a, *b)}
    assert labels.listed([by_name["A (4 Jan 2024)"], by_name["A (3 Jan 2024)"]]) == "A (3 and 4 Jan 2024)"
    some = [by_name[name] for name in ("A (30 Dec 2023)", "A (4 Jan 2024)", "B (5 Jan 2024)")]
    assert labels.listed(some) == "A (30 Dec 2023 and 4 Jan 2024) and B (5 Jan 2024)"


def test_words() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert (number(12), number(13), number(1200)) == ("twelve", "13", "1,200")
    assert (the("European Union"), the("Ada Holm")) == ("the European Union", "Ada Holm")
    assert (the("Mayor of Velm"), the("Mayor of New Tarn")) == ("the Mayor of Velm", "the Mayor of New Tarn")
    assert (the("Mayor Ada Holm"), the("Mayor of Velm Ada Holm")) == ("Mayor Ada Holm", "Mayor of Velm Ada Holm")


def test_lost_marks_are_set_as_they_most_likely_were() -> None:
    assert legible("don�t worry � it�s “�”") == "don’t worry – it’s “�”"
