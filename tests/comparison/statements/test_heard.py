"""Who is named and quoted in some texts only, and what of a quotation they print."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, said, sentences

WHOLE = "“We have built the longest pier. Nobody will take it from us,” said Ada Holm, the mayor."
CUT = "“We have built the longest pier,” said Ada Holm, the mayor."
NAMED = "Ada Holm, the mayor, spoke at the pier."


def texts(*lines: str) -> list[Text]:
    return [("ABCD"[at], "h", f"{line} {filler(800 + at)}") for at, line in enumerate(lines)]


def test_named_but_not_quoted() -> None:
    found = sentences(comparison(texts(CUT, NAMED, "The pier was opened.")), "source")
    assert "Ada Holm is quoted in A, named but not quoted in B and not named in C." in found


@pytest.mark.parametrize(
    "doubt",
    [
        f"{NAMED} “It is the longest pier of all,” she said.",
        f"{NAMED} “It is the longest pier of all.”",
        "Ada Holm spoke of “the longest pier of all” in Velm.",
        f"{NAMED}\n\n“It is the longest pier of all,” Moscow said.",
        f"{NAMED}\n\n“It is the longest pier of all,” the statement said.",
    ],
)
def test_where_some_words_may_be_theirs(doubt: str) -> None:
    assert "named but not quoted" not in sentences(comparison(texts(CUT, doubt, "The pier was opened.")), "source")


def test_a_quotation_in_full_and_cut() -> None:
    assert sentences(comparison(texts(WHOLE, CUT)), "quotation") == (
        "Of one remark of Ada Holm, A prints “We have built the longest pier. Nobody will take it from us”, B only “We have "
        "built the longest pier”."
    )


@pytest.mark.parametrize(
    "other",
    [
        CUT + " “Nobody will take it from us,” she added.",  # it has the rest elsewhere
        WHOLE,
        "“We have built a pier,” said Ada Holm.",
        "“In the longest pier,” said Ada Holm.",
        "Ben Roe came to Velm. He said that “we have built the longest pier of all” in the town.",
    ],
)
def test_no_cut(other: str) -> None:
    assert "Of one remark of Ada Holm" not in sentences(comparison(texts(WHOLE, other)), "quotation")


LAMPS = "“We have built the longest pier. Our tall and handsome lamps will burn for a century,” said Ada Holm."


@pytest.mark.parametrize(
    "other",
    [
        f"{CUT} {filler(812)} She praised the “tall handsome lamps” of Velm.",  # without the small word
        CUT + " She praised ‘handsome lamps’ of Velm.",
        "“Well, we have built the longest pier,” said Ada Holm. It rained. " + CUT,
        f"{CUT} {filler(810)} Those lamps, tall, handsome, are burning for centuries.",
    ],
)
def test_no_cut_of_what_stands_elsewhere_in_part(other: str) -> None:
    assert "Of one remark of Ada Holm" not in sentences(comparison(texts(LAMPS, other)), "quotation")


LONG = (
    "“We have built the longest pier. Our tall and handsome lamps will burn for a century, and every pilot of the isles "
    "may steer by them at night,” said Ada Holm."
)


@pytest.mark.parametrize("beside", ["", " Their tall handsome lamps will burn for a century, she said."])
def test_what_is_told_in_other_words_is_not_in_marks(beside: str) -> None:
    only = "in quotation marks only" if beside else "only"
    assert f"by them at night”, B {only} “We have built the longest pier”." in sentences(
        comparison(texts(LONG, CUT + beside)), "quotation"
    )


def test_a_post_without_marks_may_be_the_whole_remark() -> None:
    cut = "Ada Holm promised to “drop all we have and light the lamps” at once."
    post = "{}will drop all we have and light the lamps if only the pilots can agree on a colour!"
    found = sentences(comparison(texts(f"Ada Holm replied.\n\n{post.format('Yes, ')}\n\n", cut)), "quotation")
    assert "Of one remark of Ada Holm, A prints “Yes, will drop all" in found
    assert "can agree on a colour!”, B only “drop all we have and light the lamps”." in found
    citing = post.format("Ben Roe says: ")
    assert "Of one" not in sentences(comparison(texts(f"Holm replied.\n\n{citing}\n\n", cut)), "quotation")


def test_versions_of_one_report_may_cut_a_remark() -> None:
    story = "\n\n".join(filler(seed, 4) for seed in range(820, 826))
    found = sentences(comparison(texts(f"{WHOLE}\n\n{story}", f"{CUT}\n\n{story}")), "quotation")
    assert "B only “We have built the longest pier”." in found


def test_speech_without_marks_is_no_silence() -> None:
    bare = "We have built the longest pier, Ada Holm said.\n\nI am glad of it, and my sons are, Holm said."
    assert "named but not quoted" not in sentences(comparison(texts(CUT, bare, NAMED)), "source")
    told = bare.replace("I am glad of it, and my sons are", "She is glad of it").replace("We have", "They have")
    assert "named but not quoted" in sentences(comparison(texts(CUT, told, NAMED)), "source")


def test_no_cut_of_a_piece_of_a_longer_quotation() -> None:
    piece = "Ben Roe and Ada Holm came. “You must be patient. We have built the longest pier,” she said. “It rained.”"
    assert "Of one remark" not in sentences(comparison(texts(LAMPS, piece)), "quotation")


def test_of_a_long_quotation_what_stands_beside_the_cut_is_shown() -> None:
    before, behind = (" ".join(f"{word}{at}" for at in range(30)) for word in ("sail", "rope"))
    long = f"“{before} we have built the longest pier {behind},” said Ada Holm."
    (one,) = [one for one in said(comparison(texts(long, CUT)), "quotation") if one.sentence.startswith("Of one")]
    assert "A prints “… sail22 sail23" in one.sentence
    assert "sail29 we have built the longest pier rope0 rope1" in one.sentence
    assert "rope19 …”, B only “We have built the longest pier”" in one.sentence
    assert not one.check


def test_no_cut_of_words_that_tell_nothing() -> None:
    bare = "“I think that it is not that, and I know it. We have built the longest pier,” said Ada Holm."
    assert "Of one remark" not in sentences(comparison(texts(bare, CUT)), "quotation")


def test_what_a_body_said_is_to_be_checked() -> None:
    body = [text.replace("said Ada Holm, the mayor", "the Harbour Board said") for text in (WHOLE, CUT)]
    (one,) = [one for one in said(comparison(texts(*body)), "quotation") if one.sentence.startswith("Of one")]
    assert one.check


def test_no_cut_where_the_text_breaks_off() -> None:
    broken = ("B", "h", filler(811) + " “We have built the longest pier,” said Ada Holm. “Our ta")
    assert "Of one remark" not in sentences(comparison([*texts(LAMPS), broken]), "quotation")


SPLIT = "“We have built the longest pier,” said Ada Holm, the mayor. “Nobody will take it from us.”"


@pytest.mark.parametrize(
    ("fuller", "shorter", "said"),
    [
        (  # whole here, split by the speaker's name there, and longer here
            "“We have built the longest pier. Nobody will take it from us. Velm has paid for every plank,” said Ada Holm.",
            SPLIT,
            "A prints “We have built the longest pier. Nobody will take it from us. Velm has paid for every plank”, B only "
            "“We have built the longest pier” … “Nobody will take it from us”.",
        ),
        (  # the longer one is split
            SPLIT,
            CUT,
            "A prints “We have built the longest pier” … “Nobody will take it from us”, B only “We have built the longest "
            "pier”.",
        ),
        (  # the shorter one runs over the place where the longer one is split
            "“We have built the pier for the town,” Ada Holm said, “and for all of you, whatever the pilots may sing.”",
            "“We have built the pier for the town and for all of you,” said Ada Holm.",
            "A prints “We have built the pier for the town” … “and for all of you, whatever the pilots may sing”, B only "
            "“We have built the pier for the town and for all of you”.",
        ),
    ],
)
def test_a_remark_split_by_its_speaker(fuller: str, shorter: str, said: str) -> None:
    found = sentences(comparison(texts(fuller, shorter)), "quotation")
    assert f"Of one remark of Ada Holm, {said}" in found.split("\n")


@pytest.mark.parametrize(
    "other",
    [
        SPLIT,
        "“We have built,” Ada Holm said, “the longest pier. Nobody will take it from us.”",
        "“We have,” said Ada Holm, “built the longest pier. Nobody will,” she added, “take it from us.”",
    ],
)
def test_a_split_remark_is_not_cut(other: str) -> None:
    assert "Of one remark" not in sentences(comparison(texts(SPLIT, other)), "quotation")


def test_the_second_part_of_a_split_remark_is_told_elsewhere() -> None:
    split = "“We have built the longest pier,” said Ada Holm. “The pilots never paid a crown for any plank.”"
    told = f"{CUT} {filler(9)} By her account, not one of the pilots has paid for a plank."
    assert "Of one remark" not in sentences(comparison(texts(split, told)), "quotation")


def test_a_country_is_not_said_to_be_unheard() -> None:
    line = "Velmia denied it. The border with Velmia is closed. Velmia said so on Monday."
    quoted = "“We are ready for anything now,” said Ben Roe, a farmer."
    assert "Velmia" not in sentences(comparison(texts(f"{line} {quoted}", f"{line} {quoted}", line)), "voice")


def test_an_occupation_before_a_name_is_no_part_of_it() -> None:
    one = "Deckhand Joe Sillars was there. “I was seeing things that were not there,” he said."
    found = sentences(comparison(texts(one, "The pier was opened.", "Nothing was said.")), "voice")
    assert "Joe Sillars" in found
    assert "Deckhand" not in found


def test_a_surname_of_two_people_opens_no_text_for_both() -> None:
    lines = (
        "Darnell Price was there. He had a boat. Kayla Price is his sister.",
        "“They sank his boat,” said Kayla Price. Darnell Price was out.",
        "The boat was sunk. Nobody came.",
        "A boat lies in the harbour.",
    )
    found = sentences(comparison(texts(*lines)), "lead")
    assert "Kayla Price is named in the first two sentences of A" not in found


def test_a_plant_manager_speaks_for_the_plant() -> None:
    lines = [
        "Kettle Group denied it. “We keep to every rule,” said plant manager Hugo Varga. Kettle Group is large.",
        "Kettle Group denied it. “We saw the whole street lift,” said Ilona Kiss, a teacher. Kettle Group is large.",
        "Kettle Group denied it. Kettle Group said so.",
    ]
    assert "Kettle Group" not in sentences(comparison(texts(*lines)), "voice")


def test_a_body_is_no_person() -> None:
    body = "“We have measured the longest pier,” said the Harbour Survey (HSV)."
    lines = [body, "The Harbour Survey came to see the pier.", "The HSV came."]
    assert "Harbour Survey is quoted" not in sentences(comparison(texts(*lines)), "source")
