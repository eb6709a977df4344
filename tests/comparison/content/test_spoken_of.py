"""Who is only spoken of in a sentence, and under which name somebody speaks."""

from __future__ import annotations

import pytest

from framing.comparison.content.items import mentions
from framing.comparison.content.spelling import alike
from framing.comparison.content.spoken_of import relays, serves
from framing.comparison.content.stretches import stretches
from framing.comparison.content.voices import NOBODY
from tests.comparison.statements.events import comparison, filler, sentences

HEAD = "The mill closes"


def credit(*bodies: str) -> list[tuple[str, bool]]:
    """Speakers, and whether they are sure, in the order of the texts."""
    of = comparison([(f"Paper {at}", HEAD, body) for at, body in enumerate(bodies)])
    return [(row[0], row[1]) for row in of.credited.sort("article", "first").select("source", "sure").iter_rows()]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Who asks: the words are of who claims.
        ("In an interview with Lamp host Ben Roe, Ada Holm claimed that she “never saw the bill”.", ("Ada Holm", True)),
        ("Ada Holm told the Lamp’s host Ben Roe that it was “a bill too far”.", ("Ada Holm", True)),
        ("Speaking to Ben Roe, Ada Holm called it “a bill too far”.", ("Ada Holm", True)),
        # Whose something is.
        ("The minister, Ole Lund, tore up Ada Holm’s contract on “health and good order” grounds.", ("Ole Lund", False)),
        ("Ada Holm’s claims that it was “a bill too far” were read out.", ("Ada Holm", True)),
        ("“It is a bill too far,” two of Ada Holm’s aides said.", ("ada holm’s aides", True)),
        ("“It is a bill too far,” read two of Ada Holm’s banners.", (NOBODY, False)),
        # The clause in which the quotation stands.
        ("Ada Holm said it was over, but Ben Roe called it “a good day for us”.", ("Ben Roe", True)),
        ("Ada Holm has asked for a report, while the mayor Ben Roe said he was “looking into it now”.", ("Ben Roe", True)),
        ("Ada Holm said Ben Roe had called it “a good day for us”.", ("Ada Holm", False)),
        ("Ada Holm says Ben Roe will “never come back here”.", ("Ada Holm", True)),
        # Relayed, joint.
        ("Ada Holm told him that “it is a good day for us,” Ben Roe said.", ("Ben Roe", False)),
        ("“It is a good day for us,” Ada Holm and Ben Roe said.", ("Ada Holm", False)),
        # A quotation that is closed by a full stop.
        ("“It is a good day for us.” Prosecutors say the court will look at it in May.", ("prosecutors", False)),
        ("“It is a good day for us.” Ben Roe said.", ("Ben Roe", True)),
        # A pronoun behind the quotation, the comma behind its marks.
        ("Ben Roe came.\n\nNorden, the mill after Pell, \"is a good mill for us\", he said.", ("Ben Roe", True)),
        ("“It is a good day for us”, he said of Ada Holm.", (NOBODY, False)),
    ],
)  # fmt: skip
def test_whose_words_they_are(body: str, expected: tuple[str, bool]) -> None:
    assert credit(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Another gender: the one who is left.
        ("Ms Ada Holm met Mr Ben Roe.\n\n“It is a good day for us,” she said.", ("Ada Holm", True)),
        (
            "Ms Ada Holm spoke.\n\nShe met the chairman, Mr Ben Roe.\n\n“It is a good day,” she said.",
            ("Ada Holm", True),
        ),
        # She of the sentence before is nobody whom it names behind her.
        ("Ada Holm spoke.\n\nShe met the chair, Lee Roe.\n\n“It is a good day,” she said.", ("Lee Roe", False)),
        # His own pronouns tell.
        (
            "Lee Roe lost his hat. He went home.\n\nAda Holm met Lee Roe.\n\n“It is a good day,” she said.",
            ("Ada Holm", True),
        ),
    ],
)
def test_she_is_no_man(body: str, expected: tuple[str, bool]) -> None:
    assert credit(body)[-1] == expected


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“We closed it on Monday,” said Port Council Secretary-General Ada Holm.", "Ada Holm"),
        ("“We closed it on Monday,” said Port Council Secretary-General, Ada Holm.", "Ada Holm"),
        ("Leeds mayor, Ada Holm, said: “We closed it on Monday.”", "Ada Holm"),
        ("The Pentagon’s spokesman Brig. Gen. Pat Holm said it was “a very small balloon”.", "Pat Holm"),
        ("The eyewitness Panya Holm, 31, saw it.\n\n“We closed it on Monday,” Panya said.", "Panya Holm"),
        ("Late on Tuesday, Ada Holm broke her silence and said they “closed it on Monday”.", "Ada Holm"),
        ("Amid calls to go, Ada Holm said she was “more determined than ever”.", "Ada Holm"),
    ],
)
def test_under_which_name_somebody_speaks(body: str, name: str) -> None:
    assert credit(body)[-1][0] == name


def test_a_body_is_not_called_by_the_first_word_of_another() -> None:
    body = "Pell International met. “We closed it on Monday,” Pell said."
    assert credit(body)[-1][0] == "Pell"


def test_a_person_in_two_spellings_is_one_speaker() -> None:
    line = "“We closed the mill on Monday,” said President {}. "
    names = ("Kasim-Yomart Belov", "Kassym-Jomart Belov", "Kassym-Jomart Belov")
    texts = [(f"Paper {at}", HEAD, line.format(name) + filler(700 + at)) for at, name in enumerate(names)]
    of = comparison(texts)
    assert of.credited["source"].unique().to_list() == ["Kassym-Jomart Belov"]
    assert "quotes Kasim" not in sentences(of, "source")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("jomart", "yomart", True),
        ("aleksey", "alexei", True),
        ("maria", "mario", False),
        ("jens", "jonas", False),
        ("daniel", "daniela", False),
        ("martin", "morten", False),
    ],
)
def test_first_names_in_two_transliterations(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is alike(other, one) is expected


def test_a_statement_has_no_remarks_of_its_own() -> None:
    remark = "“The mill will be closed on Monday{},” the statement said. "
    texts = [("A", HEAD, remark.format(" or later in the week") + filler(811)),
             ("B", HEAD, remark.format(" and never be opened to us") + filler(812)),
             ("C", HEAD, filler(813))]  # fmt: skip
    assert "of statement" not in sentences(comparison(texts), "quotation")


def test_who_asks_whether_it_is_so_is_not_who_answers() -> None:
    asked = "Asked by one senator whether it is used by “authoritarian or other bad leaders,” Ada Holm said yes."
    assert credit(asked) == [("Ada Holm", False)]
    assert credit("Asked why it leaks, “I do not know it at all,” Ada Holm said.") == [("Ada Holm", True)]


def test_who_has_said_it_is_sure_behind_a_clause_of_who_they_are() -> None:
    line = "The mayor Ada Holm who runs the old mill had said on Monday that the work “was never done at all”."
    assert credit(line) == [("Ada Holm", True)]


@pytest.mark.parametrize(
    ("body", "item"),
    [
        ("She read the U.S. Rock Survey of May. Then the US Rock Survey said no.", "U.S. Rock Survey"),
        ("The case is at the Federal Circuit and Family Court in May.", "Federal Circuit and Family Court"),
        ("She was on Saturday Night Live in May.", "Saturday Night Live"),
        ("She wrote for the Sunday Mail in May.", "Sunday Mail"),
        ("The leader of the group, Ada Holm MP, left.", "Ada Holm"),
    ],
)
def test_names_are_whole(body: str, item: str) -> None:
    found = comparison([("A", HEAD, body), ("B", HEAD, body)]).scores.corpus.once(mentions)
    assert item in found["item"].to_list()


def test_a_day_is_no_name() -> None:
    body = "They met on Saturday Night was falling. On Sunday Ada Holm left."
    found = comparison([("A", HEAD, body), ("B", HEAD, body)]).scores.corpus.once(mentions)
    assert not [item for item in found["item"] if item.startswith(("Saturday", "Sunday"))]


def test_the_title_of_a_report_is_nobodys_words() -> None:
    body = "Meanwhile, Pell’s ‘Public Bread or Private Butter’ report says that the richest man, Ada Holm, has more."
    of = comparison([("A", HEAD, body)])
    assert of.credited["kind"].to_list() == ["title"]


def parts(body: str) -> list[tuple[str, int]]:
    """Quotations from mark to mark, with their words."""
    of = comparison([("A", HEAD, body)])
    found = stretches(of.scores.corpus, of.credited)
    return list(zip(of.scores.corpus.words_at(found, "first", "last"), found["words"], strict=True))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We closed it,” said Ada Holm, “on a day in May.”", [("We closed it", 3), ("on a day in May", 5)]),
        ("‘We closed it,’ said Ada Holm, ‘on a day in May.’", [("We closed it", 3), ("on a day in May", 5)]),
        ("“(Pell) only works in May,” said Ada Holm.", [("(Pell) only works in May", 5)]),
        ("“[We face] many problems here,” said Ada Holm.", [("[We face] many problems here", 5)]),
        ("“$50 for all (of us)” is what Ada Holm said.", [("$50 for all (of us)", 5)]),
        ("Ada Holm said: “He said ‘no’ to all of us.”", [("He said ‘no’ to all of us", 7)]),
    ],
)
def test_quotations_from_mark_to_mark(body: str, expected: list[tuple[str, int]]) -> None:
    assert parts(body) == expected


def test_words_between_two_quotations_are_not_told_as_quoted() -> None:
    line = "“We will build the mill again,” said Ada Holm, “with bread for all of us in May.” "
    texts = [(name, HEAD, (line if name in "ABC" else "") + filler(820 + at)) for at, name in enumerate("ABCDEF")]
    found = sentences(comparison(texts), "quotation")
    assert "is printed in these words" in found
    assert "said Ada Holm" not in found


def test_a_quotation_of_several_sentences_is_by_whom_its_last_names() -> None:
    body = "Chief Ada Holm sent a film after the Norland Port Council announced a case. “It takes us days to end it. We are the largest of all of them,” she said."
    assert credit(body) == [("Ada Holm", True)] * 2


def test_the_leader_of_a_body_is_not_the_body() -> None:
    body = "Ada Holm is to go. The Sea Party (SP) leader said in “my head and in my heart” she knew it was right."
    assert credit(body)[0][0] != "Sea Party"


@pytest.mark.parametrize("mark", ["‘every fibre’", "'every fibre'"])
def test_a_text_with_british_marks_quotes_somebody(mark: str) -> None:
    texts = [
        (name, HEAD, f"“We will build it again by May,” said Ada Holm. {filler(860 + at)}")
        for at, name in enumerate("ABC")
    ]
    plain = sentences(comparison([*texts, ("D", HEAD, filler(870) + filler(871))]), "voice")
    assert "D quotes nobody directly" in plain
    scrap = sentences(
        comparison([*texts, ("D", HEAD, f"She said she believes it with {mark}. {filler(870)} {filler(871)}")]), "voice"
    )
    assert "D quotes nobody directly" not in scrap


def test_who_is_described_does_not_speak() -> None:
    body = "Ada Holm left.\n\nThe inquiry concluded the former mayor was “deliberately false in all of her words”."
    assert credit(body)[-1][1] is False
    body = "Ada Holm left.\n\nShe feels that the inquiry was “deliberately false in all of its words”."
    assert credit(body)[-1] == ("Ada Holm", True)


def test_she_before_a_quotation_is_not_surely_who_asked() -> None:
    body = "“Why did you close the old mill?” Ada Holm asked Una Berg. She bit her lip before saying, “I do not know.”"
    assert credit(body)[-1][1] is False


def test_whom_the_speaker_serves_is_not_the_speaker() -> None:
    assert serves("Ada Holm, the diplomatic adviser to the mayor ")
    assert not serves("Ada Holm told the mayor ")


def test_a_crowd_that_somebody_tells_of() -> None:
    assert relays("Ada Holm said several cars drove past, their drivers shouting ")
    assert not relays("Ada Holm said ")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Of what somebody has a word; what goes on in quotation marks.
        ("Ada Holm, his lawyer, described the Velm Times report as “a bill too far for us”.", ("Ada Holm", True)),
        ("An official “close to the mill” said Ben Roe “seems to be very reckless”.", (NOBODY, False)),
        ("“It is a good day for us,” called Ben Roe.", ("Ben Roe", True)),
        # An office alone, a street and a demonym are nobody; the name behind an office is somebody.
        ("The mill is shut. The Prime Minister went on that it was “a good day for us”.", (NOBODY, False)),
        ("In Downing Street it rains. “It is a good day for us,” they said.", (NOBODY, False)),
        ("A secretary came.\n\nSecretary of State Rex W. Roe said it was “a good day for us”.", ("Rex W. Roe", True)),
        ("White House National Security Adviser Ada Holm called it “a good day for us”.", ("Ada Holm", True)),
        # Whose something is, in what another says.
        (
            "Ben Roe spoke of the late Ole Lund, who died in May.\n\nMr Roe said in a post he hoped Ole Lund’s kin "
            "would forgive him. “I hope that it is a good day for us,” he said.",
            ("Ben Roe", True),
        ),
    ],
)
def test_who_is_only_spoken_of_or_held_for_an_office(body: str, expected: tuple[str, bool]) -> None:
    assert credit(body)[-1] == expected


def test_a_name_that_a_text_breaks_off_in_is_the_one_that_begins_so() -> None:
    of = comparison([
        ("Gull", HEAD, "Ada Holmstrom spoke. “It is a good day for us,” said Ada Holmstrom. “It is a bad one,” said Ada Hol"),
        ("Lamp", HEAD, "The mill is shut. “It is a good mill for us,” said Ole Lun"),
    ])  # fmt: skip
    assert set(of.credited["source"]) == {"Ada Holmstrom", NOBODY}
    assert not set(of.scores.corpus.once(mentions)["item"]) & {"Ada Hol", "Ole Lun"}


def test_a_junior_is_not_the_elder_and_a_middle_name_may_be_spelled_otherwise() -> None:
    of = comparison([
        ("Gull", HEAD, "Donald Holm Jr. wrote it. “It is a good day for us,” Holm Jr. said. His father is Donald Holm."),
        ("Lamp", HEAD, "Donald Holm is ill. Holm Jr. came. “It is a bad one,” said Mohammad Javad Lund."),
        ("Quay", HEAD, "“It is a bad one,” said Jawad Lund. Donald Holm Jr. came. Jawad Lund left."),
    ])  # fmt: skip
    assert set(of.credited["source"]) == {"Donald Holm Jr", "Mohammad Javad Lund"}


def test_the_seat_behind_a_name_is_no_speaker() -> None:
    assert credit("The senator, Ada Holm, R-Ohio, said that it was “a bill too far for us”.") == [("Ada Holm", True)]
