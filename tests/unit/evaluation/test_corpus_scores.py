"""From records and gold to figures, misses, comparisons of runs, the page and the floors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from civicspace.errors import CorpusError
from civicspace.evaluation.against import change_line, changes
from civicspace.evaluation.chains import MEASURES as CHAIN_MEASURES
from civicspace.evaluation.chains import Measure
from civicspace.evaluation.coreference import CoreferenceScores
from civicspace.evaluation.corpus_scores import Evaluation, ReportResult
from civicspace.evaluation.corpus_scores import evaluate as evaluate_records
from civicspace.evaluation.figures import figures
from civicspace.evaluation.floors import floors_text, measured, raised, read_floors
from civicspace.evaluation.matching import compare
from civicspace.evaluation.misses import misses
from civicspace.evaluation.page import page
from civicspace.evaluation.records import read_records
from civicspace.evaluation.result_json import result_data
from civicspace.evaluation.scores import Score, scores_by_type
from civicspace.evaluation.sentences import split_sentences
from civicspace.evaluation.tables import change_table, measures_table, reports_table, type_tables
from civicspace_schemas.gold import Gold

type Made = Callable[..., Gold]


def result(gold: Gold, found: Gold, text: str, report: str = "made-up", part: str = "dev") -> ReportResult:
    sentences = split_sentences(text)
    outcomes = compare(gold, found, text, sentences)
    return ReportResult(report, part, text, sentences, outcomes, None)  # type: ignore[arg-type]


@pytest.fixture
def worse(made: Made, gold_data: dict[str, Any]) -> Gold:
    """What a program found: the date's value wrong, the quote missed, a status wrong, an act made up."""
    first, second = gold_data["events"]
    made_up = {**first, "type": "protest", "trigger": {"start": 31, "end": 34, "text": "201"}, "note": "assembly.walk"}
    return made(
        dates=[{**gold_data["dates"][0], "edtf": "2017-05-05", "note": "day-month"}],
        quotes=[],
        events=[{**first, "status": "alleged"}, {**second, "same_as": 0}, made_up],
    )


def test_misses_name_what_is_wrong_once_with_its_sentence(made: Made, worse: Gold, text: str) -> None:
    found = misses([result(made(), worse, text)])
    assert [(m.measure, m.what, m.item, m.gold, m.found, m.rule) for m in found] == [
        ("dates.value", "wrong", "5 May 2018", "date 2018-05-05", "date 2017-05-05", "day-month"),
        ("quotes.relaxed", "missed", "I am free now,", "direct, Ama Boko", None, None),
        ("events.trigger", "spurious", "protest “201”", None, "protest", "assembly.walk"),
        ("events.status", "wrong", "detention “held”", "occurred", "alleged", None),
    ]
    assert found[0].sentence == "Police held Ama Boko on 5 May 2018."
    assert found[1].sentence.startswith("“I am free now,”")


def test_a_long_sentence_is_cut_around_the_item(made: Made, gold_data: dict[str, Any]) -> None:
    text = "word " * 200 + "5 May 2018 " + "word " * 200
    date = {**gold_data["dates"][0], "start": 1000, "end": 1010}
    gold = made(entities=[], quotes=[], events=[], dates=[date])
    (miss,) = misses([result(gold, made(entities=[], quotes=[], events=[], dates=[]), text)])
    assert "5 May 2018" in miss.sentence
    assert miss.sentence.startswith("…") and miss.sentence.endswith("…")
    assert len(miss.sentence) < 450


def test_changes_between_two_runs(made: Made, worse: Gold, text: str) -> None:
    found = changes([result(made(), worse, text)], [result(made(), made(), text)])
    assert [(c.turn, c.measure, c.item, c.before, c.after) for c in found] == [
        ("fixed", "dates.value", "5 May 2018", "date 2017-05-05", "date 2018-05-05"),
        ("fixed", "quotes.relaxed", "I am free now,", None, "direct, Ama Boko"),
        ("no longer made up", "events.trigger", "protest “201”", "protest", None),
        ("fixed", "events.status", "detention “held”", "alleged", "occurred"),
    ]
    back = changes([result(made(), made(), text)], [result(made(), worse, text)])
    assert {c.turn for c in back} == {"broken", "newly made up"}
    assert len(back) == len(found)
    assert change_line(found[0]).startswith(
        "fixed: made-up dates.value 5 May 2018 (at 24): gold date 2018-05-05; before"
    )


def test_runs_that_say_the_same_differ_in_nothing(made: Made, worse: Gold, text: str) -> None:
    assert changes([result(made(), worse, text)], [result(made(), worse, text)]) == []


def test_wrong_in_another_way(made: Made, gold_data: dict[str, Any], worse: Gold, text: str) -> None:
    other = made(dates=[{**gold_data["dates"][0], "edtf": "2016-05-05"}])
    only_dates = made(dates=[worse.dates[0].model_dump()])
    (change,) = changes([result(made(), only_dates, text)], [result(made(), other, text)])
    assert (change.turn, change.before, change.after) == ("differently wrong", "date 2017-05-05", "date 2016-05-05")


def test_what_went_from_wrong_to_missing_is_wrong_in_another_way(made: Made, worse: Gold, text: str) -> None:
    wrong = made(dates=[worse.dates[0].model_dump()])
    found = changes([result(made(), wrong, text)], [result(made(), made(dates=[]), text)])
    assert [(c.turn, c.measure, c.before, c.after) for c in found] == [
        ("broken", "dates.relaxed", "date 2017-05-05", None),
        ("differently wrong", "dates.value", "date 2017-05-05", None),
    ]


def test_items_that_look_alike_are_counted_apart(made: Made, gold_data: dict[str, Any], text: str) -> None:
    event = {**gold_data["events"][0], "agents": ["Police", "Police"]}
    gold, one, none = (made(events=[{**event, "agents": ["Police"] * number}]) for number in (2, 1, 0))
    for before, after, turns in ((none, gold, ["fixed"] * 2), (one, gold, ["fixed"]), (gold, none, ["broken"] * 2)):
        found = changes([result(gold, before, text)], [result(gold, after, text)])
        assert [c.turn for c in found] == turns


def test_a_report_of_one_run_alone_is_left_out(made: Made, worse: Gold, text: str) -> None:
    both, new = result(made(), worse, text), result(made(), worse, text, "new")
    assert changes([both], [both, new]) == changes([both, new], [both]) == []


def test_misses_of_a_measure_go_by_place(made: Made, gold_data: dict[str, Any], text: str) -> None:
    late, early = ({**gold_data["events"][0], "trigger": {"start": at, "end": at + 2, "text": "xx"}} for at in (60, 30))
    found = misses([result(made(events=[]), made(events=[late, early]), text)])
    assert [(m.measure, m.start) for m in found if m.measure == "events.trigger"] == [
        ("events.trigger", 30),
        ("events.trigger", 60),
    ]


def test_the_change_table_holds_what_moved(made: Made, worse: Gold, text: str) -> None:
    before, after = Evaluation([result(made(), worse, text)]), Evaluation([result(made(), made(), text)])
    rows = {row[1]: row[2:] for row in change_table(before, after).rows}
    assert rows["dates.value"] == ("0.0", "100.0", "+100.0")
    assert "dates.strict" not in rows
    assert change_table(after, after).rows == []


def test_tables_have_a_cell_under_every_head(made: Made, worse: Gold, text: str) -> None:
    evaluation = Evaluation([result(made(), worse, text), result(made(), made(), text, "other", "test")])
    tables = [measures_table(evaluation), *type_tables(evaluation), reports_table(evaluation)]
    assert [len(row) - len(table.heads) for table in tables for row in table.rows if len(row) != len(table.heads)] == []
    row = next(row for row in tables[0].rows if row[0] == "events.type")
    assert row[2:] == ("66.7", "100.0", "80.0", "100.0", "100.0", "100.0", "2", "2")
    status = next(row for row in tables[0].rows if row[0] == "events.status*")
    assert status[2:] == ("", "", "50.0", "", "", "100.0", "2", "2")


def test_the_page_shows_the_misses_of_the_parts_asked_for(made: Made, worse: Gold, text: str) -> None:
    evaluation = Evaluation(
        [result(made(), worse, text, "seen"), result(made(), worse, text, "unseen", "test")], notes=["a_b: no record"]
    )
    markdown = page(evaluation, ["dev"])
    assert markdown.index("One-to-one, most shared forms first") < markdown.index("## Micro over")
    assert "### seen (4)" in markdown
    assert "### unseen" not in markdown
    assert "The test part has 4" in markdown
    assert "- a\\_b: no record" in markdown
    data = result_data(evaluation, ["dev"])
    assert [miss["report"] for miss in data["misses"]] == ["seen"] * 4
    assert data["parts"]["test"]["misses"] == 4
    assert data["parts"]["dev"]["measures"]["events.type"]["f1"] == 0.8
    assert json.loads(json.dumps(data)) == data


def test_floors_are_raised_and_never_lowered(tmp_path: Path, made: Made, worse: Gold, text: str) -> None:
    path = tmp_path / "floors.toml"
    assert read_floors(path) == {}
    evaluation = Evaluation([result(made(), worse, text)])
    first = raised({"dev": {"events.type": 0.3, "quotes.relaxed": 0.4}}, measured(evaluation))
    assert first["dev"]["events.type"] == 0.78, "two points below 0.8"
    assert first["dev"]["quotes.relaxed"] == 0.4, "measured 0, and the floor stays"
    path.write_text(floors_text(first), encoding="utf-8")
    assert read_floors(path) == first
    assert raised(first, measured(evaluation)) == first


def test_a_report_may_have_floors_of_its_own(made: Made, text: str) -> None:
    evaluation = Evaluation([result(made(), made(), text)])
    assert measured(evaluation, ["made-up", "gone"])["made-up"]["dates.value"] == 1.0


def test_a_floor_is_no_report_called_after_a_part(made: Made, text: str) -> None:
    evaluation = Evaluation([result(made(), made(), text)])
    assert measured(evaluation, ["dev"]) == measured(evaluation)
    assert measured(evaluation)["dev"]["dates.value"] == 1.0


@pytest.mark.parametrize(("f1", "floor"), [(0.31, 0.29), (0.319, 0.29), (0.6, 0.58), (0.01, 0.0), (1.0, 0.98)])
def test_a_floor_stands_two_points_below(f1: float, floor: float) -> None:
    assert raised({}, {"dev": {"events.type": f1}}) == {"dev": {"events.type": floor}}


def test_bad_floors_are_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[dev]\nx = 'high'\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"floors\.toml"):
        read_floors(path)


def test_gold_without_a_record_counts_as_empty(made: Made, text: str) -> None:
    evaluation = evaluate_records([(made(), text)], {}, {})
    assert evaluation.notes == ["made-up: has gold but no record: counted as if nothing was found in it"]
    assert figures(evaluation.results)["events.type"].f1 == 0
    assert figures(evaluation.results)["events.type"].gold == 2


def test_a_record_of_another_text_is_refused(made: Made, text: str) -> None:
    record = {"report": {"id": "made-up", "sha256": "1" * 64}, "pipeline": {}}
    with pytest.raises(CorpusError, match="made-up: the record was made from another text"):
        evaluate_records([(made(), text)], {"made-up": record}, {})


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"report": {"id": "made-up"}}, "lacks 'sha256'"),
        ({"entities": [{}]}, "lacks 'id'"),
        ({"events": None}, "is in another format"),
        ({"quotes": [3]}, "is in another format"),
    ],
)
def test_a_record_that_cannot_be_measured_is_named(change: dict[str, Any], what: str, made: Made, text: str) -> None:
    report = {"id": "made-up", "sha256": made().text_sha256, "reference_date": None}
    record = {"report": report, "pipeline": {}, "entities": [], "dates": [], "quotes": [], "events": []}
    assert evaluate_records([(made(), text)], {"made-up": record}, {}).notes == []
    with pytest.raises(CorpusError, match=f"^made-up: the record {what}"):
        evaluate_records([(made(), text)], {"made-up": {**record, **change}}, {})


@pytest.mark.parametrize("line", ["{", "[]", '{"report": {}}', '{"id": "a", "text": "b"}', "3"])
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"other\.jsonl:2: is no record"):
        read_records(path, {"a"})


def test_records_that_are_not_wanted_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    lines = [
        {"report": {"id": name}, "entities": [], "dates": [], "quotes": [], "events": []} for name in ("a", "b", "c")
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert list(read_records(path, {"b"})) == ["b"]


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.jsonl: can't be read.*run make first"):
        read_records(tmp_path / "none.jsonl", {"a"})


def test_in_a_breakdown_the_type_has_to_be_right_too(made: Made, gold_data: dict[str, Any], text: str) -> None:
    found = made(dates=[{**gold_data["dates"][0], "kind": "time"}])
    by_kind = scores_by_type(compare(made(), found, text, split_sentences(text)))["dates.strict"]
    assert by_kind == {"date": Score(0, 0, 1), "time": Score(0, 1, 0)}


def test_appositions_stand_aside_in_the_precision_of_resolution(made: Made, text: str) -> None:
    scored = CoreferenceScores(
        {name: Measure() for name in CHAIN_MEASURES},
        {"pronoun": Score(1, 2, 0), "apposition": Score(0, 8, 0)},
        {"pronoun": Score(1, 0, 4)},
    )
    report = ReportResult("made-up", "dev", text, [], [], scored)
    figure = figures([report])["coreference.resolution"]
    assert (figure.precision, figure.recall) == (0.5, 0.25)


def test_a_report_is_of_the_part_that_the_corpus_says(made: Made, text: str) -> None:
    assert [r.part for r in evaluate_records([(made(), text)], {}, {"made-up": "test"}).results] == ["test"]
    assert [r.part for r in evaluate_records([(made(), text)], {}, {}).results] == ["dev"]
