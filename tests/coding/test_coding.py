"""Coding sheets: what is drawn, what comes back, and what the codes say of a measure."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from framing.coding.agreement import Accuracy
from framing.coding.sheets import Codes, CodingError, codable, draw, kinds_of, read_codes, write_sheet
from framing.coding.validation import agree, event_validation, store, table
from framing.comparison.estimates.correction import corrected
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event, Outlet
from framing.corpus.files.gather import RESULTS
from framing.errors import UnknownNameError
from framing.report.tables import csv_bytes
from framing.scoring.scores import Scores, score
from tests.cli.test_cli import run

EVENT = Event("bridge", "Bridge", outlets=(Outlet("The Courier", aliases=("Courier Online",)),))


def scores(hits: int = 30, others: int = 70, metric: str = "hedging") -> Scores:
    """One article of so many sentences with a hedge and without, each its own."""
    sentences = [f"Bridge {number} may fall." for number in range(hits)]
    sentences += [f"Bridge {number} stands." for number in range(hits, hits + others)]
    rows = {"article": ["courier/1"], "outlet": ["The Courier"], "body": [" ".join(sentences)]}
    return score(Corpus.from_frame(pl.DataFrame(rows), EVENT), [metric])


def coded(sheet: pl.DataFrame, code: Callable[[Mapping[str, str]], bool | None]) -> Codes:
    """A coder who judges each row of a sheet so."""
    codes = {row["id"]: code(row) for row in sheet.iter_rows(named=True)}
    return Codes("me", {sheet["measure"][0]: {key: value for key, value in codes.items() if value is not None}})


def has_may(row: Mapping[str, str]) -> bool:
    return "may" in row["passage"]


def test_half_of_a_sheet_are_hits_and_the_seed_draws_it_again() -> None:
    drawn = scores()
    sheet = draw(drawn, "hedging", 20)
    assert sheet.columns == ["id", "measure", "drawn_from", "question", "before", "passage", "after", "code"]
    assert sheet["passage"].str.contains("may").sum() == 10
    assert sheet["passage"].n_unique() == sheet["id"].n_unique() == sheet.height == 20
    assert sheet["code"].unique().to_list() == [""]
    assert sheet.equals(draw(drawn, "hedging", 20))
    assert not sheet.equals(draw(drawn, "hedging", 20, seed=2))
    hit = sheet["passage"].str.contains("may")
    assert hit.to_list() != sorted(hit, reverse=True), "the halves are mixed"
    assert "outside quotation marks" in sheet["question"][0]


@pytest.mark.parametrize(("hits", "others", "size", "expected"), [(3, 70, 20, 3), (70, 4, 20, 16), (3, 4, 20, 3)])
def test_the_other_half_fills_up(hits: int, others: int, size: int, expected: int) -> None:
    sheet = draw(scores(hits, others), "hedging", size)
    assert sheet["passage"].str.contains("may").sum() == expected
    assert sheet.height == min(size, hits + others)


def test_a_blind_sheet_gives_nothing_away() -> None:
    body = (
        "The Courier says that THE COURIER may sue the Courier Ltd. Courier Online stands, unlike The Beacon. It rains."
    )
    rows = {"outlet": ["The Courier"], "headline": ["Read The Courier"], "body": [body]}
    found = score(Corpus.from_frame(pl.DataFrame(rows), EVENT), ["hedging"])
    text = csv_bytes(draw(found, "hedging", 4)).decode()
    assert "courier" not in text.lower()
    assert "[outlet]" in text
    assert "Beacon" in text
    seen = draw(found, "hedging", 4, blind=False)
    assert set(seen["outlet"]) == {"The Courier"}
    assert seen.filter(pl.col("hit"))["found"].to_list() == ["may"]


def test_the_id_is_the_key_and_says_nothing_itself() -> None:
    drawn = scores()
    sentences = codable(drawn, "hedging")
    assert pl.concat([sentences["id_hit"], sentences["id_other"]]).is_unique().all()
    sheet = draw(drawn, "hedging", 40)
    assert sheet["id"].str.contains("^[a-p]{12}$").all(), "letters alone: no spreadsheet takes it for a number"
    assert set(sheet["id"]) <= set(sentences.filter("hit")["id_hit"]) | set(
        sentences.filter(~pl.col("hit"))["id_other"]
    )


def test_copies_count_once_and_quoted_or_foreign_sentences_are_no_place_for_own_words() -> None:
    body = "It may fall. “It may well fall.” It stands."
    rows = {"outlet": ["a", "b", "c"], "body": [body, body, "Das kann fallen."], "language": ["en", "en", "de"]}
    found = score(Corpus.from_frame(pl.DataFrame(rows)), ["hedging"])
    assert codable(found, "hedging")["text"].to_list() == ["It may fall.", "It stands."]


def test_measures_without_passages_are_refused() -> None:
    with pytest.raises(CodingError, match="is no count of passages"):
        draw(scores(metric="sentiment"), "sentiment", 10)
    with pytest.raises(CodingError, match="finds nothing"):
        draw(scores(hits=0), "hedging", 10)
    with pytest.raises(UnknownNameError, match="did you mean"):
        draw(scores(), "hedgin", 10)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_sheet_comes_back_as_it_was_filled(tmp_path: Path, ending: str) -> None:
    sheet = draw(scores(), "hedging", 20)
    filled = sheet.with_columns(
        code=pl.when(pl.col("passage").str.contains("may")).then(pl.lit("1")).otherwise(pl.lit("0"))
    )
    path = write_sheet(filled, tmp_path / f"sheet{ending}", csv_bytes(filled))
    (codes,) = read_codes(path)
    assert codes.codes["hedging"] == dict(zip(filled["id"], filled["code"] == "1", strict=True))


def test_no_cell_of_a_sheet_is_a_formula(tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://example.org";"x") may win. @SUM(1+1) may lose. +1 may tie. http://example.org may be it.'
    found = score(Corpus.from_frame(pl.DataFrame({"outlet": ["=cmd|x"], "body": [evil]})), ["hedging"])
    sheet = draw(found, "hedging", 8, blind=False)
    book = write_sheet(sheet, tmp_path / "sheet.xlsx", csv_bytes(sheet))
    with zipfile.ZipFile(book) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in page
        assert "<hyperlink" not in page
        assert not any("externalLink" in name for name in archive.namelist())
    text = write_sheet(sheet, tmp_path / "sheet.csv", csv_bytes(sheet)).read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_sheet_never_replaces_a_file(tmp_path: Path) -> None:
    sheet = draw(scores(), "hedging", 4)
    (tmp_path / "sheet.csv").write_text("my codes")
    with pytest.raises(CodingError, match="may hold codes"):
        write_sheet(sheet, tmp_path / "sheet.csv", b"")
    assert (tmp_path / "sheet.csv").read_text() == "my codes"
    with pytest.raises(CodingError, match=r"neither \.csv nor \.xlsx"):
        write_sheet(sheet, tmp_path / "sheet.doc", b"")
    with pytest.raises(CodingError, match="cannot write"):
        write_sheet(sheet, tmp_path / "nowhere" / "sheet.csv", b"")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "has no rows"),
        ("id,measure,code\n", "has no rows"),
        ("id,measure\na,b\n", "no column 'code'"),
        ("id,code\na,1\n", "no column 'measure'"),
        ("id,measure,code\na,hedging,1\nb,hedging,maybe\n", "row 3 (code: 'maybe') is no code"),
        ("id,measure,code\na,hedging,1\na,hedging,0\n", "'a' stands twice"),
        ("\0\0", "no text file"),
    ],
)
def test_sheets_that_cannot_be_read_are_named_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(text)
    with pytest.raises(CodingError) as caught:
        read_codes(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_broken_workbooks_and_missing_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(b"PK\3\4 no workbook")
    with pytest.raises(CodingError, match="no readable workbook"):
        read_codes(tmp_path / "sheet.xlsx")
    for name in ("gone.csv", "gone.xlsx"):
        with pytest.raises(CodingError, match="cannot be read"):
            read_codes(tmp_path / name)


def test_sheets_as_spreadsheets_save_them_are_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    text = "ID;Measure;passage;Code;code_2\nab;hedging;é;1.0;No\ncd;hedging;;;YES\n\nef;loaded;x;0;\n"
    path.write_bytes(text.encode("cp1252"))
    first, second = read_codes(path)
    assert first.codes == {"hedging": {"ab": True}, "loaded": {"ef": False}}
    assert second.codes == {"hedging": {"ab": False, "cd": True}}


def test_a_coder_who_agrees_throughout() -> None:
    drawn = scores()
    found, remarks = agree(drawn, [coded(draw(drawn, "hedging", 40), has_may)])
    one = found["hedging"]
    assert (one.precision, one.recall, one.n, one.coded_hits, remarks) == (1, 1, 40, 20, [])
    assert one.alpha is not None
    assert one.alpha.value == 1
    assert one.recall_interval[0] < 0.95, "twenty others without a case do not prove that there is none"


def test_figures_are_those_worked_by_hand() -> None:
    # 30 hits and 70 others; of 20 hits coded 15 are cases, of 20 others 2: 22.5 right, 7 missed
    drawn = scores()
    sheet = draw(drawn, "hedging", 40).sort("passage")
    order = {key: number for number, key in enumerate(sheet.filter(pl.col("passage").str.contains("may"))["id"])}
    rest = {key: number for number, key in enumerate(sheet.filter(~pl.col("passage").str.contains("may"))["id"])}
    codes = coded(sheet, lambda row: order[row["id"]] < 15 if row["id"] in order else rest[row["id"]] < 2)
    one = agree(drawn, [codes])[0]["hedging"]
    assert one.precision == 0.75
    assert one.recall == pytest.approx(22.5 / 29.5)
    assert one.f1 is not None
    assert one.f1.value == pytest.approx(45 / (30 + 29.5))
    figures = table({"hedging": one})
    assert figures["figure"].to_list() == ["precision", "recall", "F1", "alpha"]
    assert (figures["low"] <= figures["value"]).all()
    assert (figures["value"] <= figures["high"]).all()


def test_several_coders_are_compared_and_the_majority_counts() -> None:
    drawn = scores()
    sheet = draw(drawn, "hedging", 40)
    contrary = coded(sheet, lambda row: not has_may(row))
    found, _ = agree(drawn, [coded(sheet, has_may), coded(sheet, has_may), contrary])
    assert (found["hedging"].precision, found["hedging"].coders) == (1, 3)
    assert found["hedging"].coders_alpha is not None
    assert found["hedging"].coders_alpha < 0
    divided, remarks = agree(drawn, [coded(sheet, has_may), contrary])  # a tie on every sentence: half a case each
    assert divided["hedging"].precision == 0.5
    assert divided["hedging"].n == 40
    assert "40 sentences on which as many" in remarks[0]


def test_a_1_beside_a_kind_is_no_disagreement_about_kinds() -> None:
    drawn = scores()
    sheet = draw(drawn, "hedging", 40).sort("passage")
    ids = sheet.filter(pl.col("passage").str.contains("may"))["id"].to_list()
    modal = dict.fromkeys(ids, "modal")
    cases = coded(sheet, has_may).codes
    all_kinds = Codes("one", cases, kinds={"hedging": modal})
    some = Codes("two", cases, kinds={"hedging": dict.fromkeys(ids[:4], "modal")})
    found = agree(drawn, [all_kinds, some])[0]["hedging"].coders_kinds
    assert found is not None
    assert found.value == 1, "where both name the kind they name the same"


def test_figures_of_two_coders_are_the_mean_of_each() -> None:
    drawn = scores()
    sheet = draw(drawn, "hedging", 40).sort("passage")
    few = set(sheet.filter(pl.col("passage").str.contains("may"))["id"][:10])
    one, two = coded(sheet, has_may), coded(sheet, lambda row: has_may(row) and row["id"] not in few)
    both, remarks = agree(drawn, [one, two])
    assert both["hedging"].precision == 0.75
    assert "10 sentences" in remarks[0]
    again, said = agree(drawn, [one, one])
    assert again["hedging"].coders_alpha == 1
    assert "given twice" in said[0]


def test_coders_may_write_the_kind_and_their_agreement_on_kinds_is_told(tmp_path: Path) -> None:
    drawn = scores()
    sheet = draw(drawn, "hedging", 40)
    assert "1 or its kind (modal, " in sheet["question"][0]
    kinds = kinds_of(drawn.measures)
    may = pl.col("passage").str.contains("may")
    number = pl.int_range(pl.len())
    one = sheet.with_columns(code=pl.when(may).then(pl.lit("Modal")).otherwise(pl.lit("0")))
    other = pl.when(may & (number % 4 == 0)).then(pl.lit("approximator")).when(may).then(pl.lit("modal"))
    two = sheet.with_columns(code=other.otherwise(pl.lit("0")))
    coders = []
    for name, filled in (("one", one), ("two", two)):
        coders += read_codes(write_sheet(filled, tmp_path / f"{name}.csv", csv_bytes(filled)), kinds)
    found = agree(drawn, coders)[0]["hedging"]
    assert (found.precision, found.coders_alpha, found.coders_agreement) == (1, 1, 1)
    assert found.coders_plain is not None
    assert found.coders_plain.value == 1
    assert found.coders_kinds is not None
    assert 0 < found.coders_kinds.low < found.coders_kinds.value < 1
    assert "alpha by kinds" in table({"hedging": found})["figure"].to_list()
    store(tmp_path, {"hedging": found})
    assert event_validation(tmp_path) == {"hedging": found}
    plain = coded(sheet, has_may)  # a 1 is a case of whatever kind
    assert agree(drawn, [*coders, plain])[0]["hedging"].coders_kinds == found.coders_kinds
    assert agree(drawn, [coders[0], plain])[0]["hedging"].coders_kinds is None
    with pytest.raises(CodingError, match="is no code"):
        read_codes(tmp_path / "one.csv")


def test_what_cannot_be_judged_is_left_out_and_said() -> None:
    drawn = scores()
    sheet = draw(drawn, "hedging", 40)
    codes = coded(sheet, lambda row: None if row["id"] == sheet["id"][0] else has_may(row))
    strange = {**codes.codes["hedging"], "abcdefghijkl": True}
    found, remarks = agree(drawn, [Codes("me", {"hedging": strange})])
    assert found["hedging"].n == 39
    assert "1 of 40 coded sentences" in remarks[0]
    with pytest.raises(CodingError, match="no id of the sheet"):
        agree(drawn, [Codes("me", {"hedging": {"abcdefghijkl": True}})])
    with pytest.raises(CodingError, match="no sentence is coded"):
        agree(drawn, [])


def test_codes_by_which_a_list_was_mended_do_not_judge_it(tmp_path: Path) -> None:
    from framing.measures.analysers import lexicon_analyser
    from framing.measures.lexicon import read_lexicon

    def measured(terms: str) -> Scores:
        (tmp_path / "mine.toml").write_text(
            'title="T"\nmeasure="mine"\nhigher="m"\nsource="s"\nlicence="MIT"\n[categories.a]\nterms=[' + terms + "]"
        )
        analyser = lexicon_analyser(read_lexicon(tmp_path / "mine.toml"))
        return score(scores().corpus, analysers=[analyser])

    before = measured('"may"')
    codes = coded(draw(before, "mine", 20), has_may)
    assert agree(before, [codes])[0]["mine"].fingerprint == before.analysers[0].fingerprint != ""
    with pytest.raises(CodingError, match="hits other sentences than when the sheet was drawn"):
        agree(measured('"may", "stands"'), [codes])
    # A list that is made longer, though no coded sentence is hit anew.
    ids = {row["id"]: row["passage"] for row in draw(before, "mine", 20).iter_rows(named=True)}
    rest = next(n for n in range(30, 100) if f"Bridge {n} stands." not in ids.values())
    kept = Codes("me", codes.codes, {"mine": draw(before, "mine", 20)["drawn_from"][0]})
    agree(before, [kept])
    with pytest.raises(CodingError, match="31 of 100 sentences, and hit 30 of 100 sentences"):
        agree(measured(f'"may", "{rest}"'), [kept])
    grown = agree(before, [Codes("me", codes.codes, {"mine": "29 of 98 sentences"})])[1]
    assert "the event has changed" in grown[0]


def test_figures_are_kept_with_the_event_and_read_again(tmp_path: Path) -> None:
    assert event_validation(tmp_path) == {}
    drawn = scores()
    found, _ = agree(drawn, [coded(draw(drawn, "hedging", 40), has_may)])
    store(tmp_path, found)
    other = Accuracy(0.5, 0.25, 10, 8)
    path = store(tmp_path, {"loaded": other})
    assert event_validation(tmp_path) == {**found, "loaded": other}
    assert [file.name for file in tmp_path.iterdir()] == [path.name] == [RESULTS]
    kept: Any = event_validation(tmp_path)["loaded"]
    value, low, high = corrected(10, 8, 12, kept)
    assert low < value < high


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"measures": 3}', '{"measures": {"a": {}}}', '{"measures": {"a": {"precision": 7}}}', "[" * 100_000],
)
def test_strange_figures_in_a_folder_are_named(tmp_path: Path, text: str) -> None:
    (tmp_path / RESULTS).write_text(text)
    with pytest.raises(CodingError, match="is not as framing validate writes it"):
        event_validation(tmp_path)


def test_figures_that_lie_elsewhere_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "event").mkdir()
    (tmp_path / "secret.json").write_text('{"measures": {}}')
    (tmp_path / "event" / RESULTS).symlink_to(tmp_path / "secret.json")
    with pytest.raises(CodingError, match="leads out"):
        event_validation(tmp_path / "event")


def test_the_commands_draw_a_sheet_and_judge_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bridge").mkdir()
    body = " ".join(f"Bridge {n} may fall. Bridge {n} stands." for n in range(40))
    (tmp_path / "bridge" / "courier--2026-01-02--1.txt").write_text(body)
    (tmp_path / "bridge" / "beacon--2026-01-02--1.txt").write_text("It rains. " + body.replace("Bridge", "Road"))
    event = ("-e", "bridge", "--data", str(tmp_path))
    out, _ = run("evidence", "hedging", *event, "--sample", "20", "--blind", capsys=capsys)
    assert out.startswith("id,measure,drawn_from,question,before,passage,after,code\n")
    sheet = tmp_path / "sheet.csv"
    _, told = run("evidence", "hedging", *event, "--sample", "20", "--blind", "--out", str(sheet), capsys=capsys)
    assert "20 sentences" in told
    frame = pl.read_csv(sheet)
    frame.with_columns(code=pl.col("passage").str.contains("may").cast(pl.Int8)).write_csv(sheet)
    out, told = run("validate", *event, "--codes", str(sheet), "-f", "json", capsys=capsys)
    figures = {row["figure"]: row["value"] for row in json.loads(out)}
    assert figures == {"precision": 1.0, "recall": 1.0, "F1": 1.0, "alpha": 1.0}
    assert "kept in" in told
    assert event_validation(tmp_path / "bridge")["hedging"].n == 20
    run("evidence", "hedging", *event, "--blind", capsys=capsys, code=2)
    run("evidence", "hedging", *event, "--sample", "9", "--outlet", "Courier", capsys=capsys, code=2)
    _, told = run("evidence", "hedging", *event, "--sample", "9", "--out", str(sheet), capsys=capsys, code=1)
    assert "may hold codes" in told
    _, told = run("validate", *event, "--codes", str(tmp_path / "gone.csv"), capsys=capsys, code=1)
    assert told.count("\n") == 1


def test_what_is_kept_never_shrinks_unless_that_is_asked_for(tmp_path: Path) -> None:
    many, few = (Accuracy(0.8, 0.7, 20, 20, n=count, fingerprint="a") for count in (40, 10))
    store(tmp_path, {"hedging": many})
    with pytest.raises(CodingError, match="40 coded sentences, this on 10; nothing was written"):
        store(tmp_path, {"hedging": few})
    assert event_validation(tmp_path)["hedging"].n == 40
    store(tmp_path, {"hedging": replace(few, fingerprint="b")})
    assert event_validation(tmp_path)["hedging"].n == 10, "another version of the measure is another figure"
    store(tmp_path, {"hedging": replace(many, fingerprint="b")})
    store(tmp_path, {"hedging": replace(few, fingerprint="b")}, replace=True)
    assert event_validation(tmp_path)["hedging"].n == 10


def test_figures_of_two_coders_are_not_lost_to_those_of_one(tmp_path: Path) -> None:
    one, two = (Accuracy(0.8, 0.7, 20, 20, n=40, fingerprint="a", coders=count) for count in (1, 2))
    store(tmp_path, {"hedging": one})
    store(tmp_path, {"hedging": two})
    with pytest.raises(CodingError, match="by 2 coders, this by 1; nothing was written"):
        store(tmp_path, {"hedging": one})
    assert event_validation(tmp_path)["hedging"].coders == 2
    store(tmp_path, {"hedging": one}, replace=True)
    assert event_validation(tmp_path)["hedging"].coders == 1
