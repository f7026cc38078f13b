"""The rule of matching, case by case."""

from __future__ import annotations

import pytest

from civicspace.evaluation.matching import (
    Score,
    names_agree,
    pair_entities,
    pair_quotes,
    pair_spans,
    score_report,
)


def entity(name: str, kind: str = "person", *forms: str) -> dict[str, object]:
    return {"name": name, "type": kind, "forms": list(forms or [name]), "title": None}


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


def test_entities_need_the_type_and_a_shared_form() -> None:
    gold = [entity("United Nations", "organisation", "United Nations", "UN"), entity("Lomé", "place")]
    found = [entity("Lomé", "organisation"), entity("the UN", "organisation")]
    assert pair_entities(gold, found) == [(0, 1)]


def test_equal_spans_pair_before_overlapping_ones() -> None:
    assert pair_spans([span(0, 10), span(4, 6)], [span(4, 6), span(5, 12)]) == [(0, 1), (1, 0)]


def test_touching_spans_do_not_overlap() -> None:
    assert pair_spans([span(0, 5)], [span(5, 9)]) == []


@pytest.mark.parametrize(
    ("found", "ratio"),
    [((10, 37), 1.0), ((5, 37), 1.0), ((0, 37), None), ((10, 23), None)],
)
def test_quotes_are_compared_word_by_word(found: tuple[int, int], ratio: float | None) -> None:
    text = "Rama that the door was shut by force today."
    gold = [{"content": [span(10, 37)]}]
    pairs = pair_quotes(gold, [{"content": [span(*found)]}], text)
    assert [round(r, 2) for _, _, r in pairs] == ([] if ratio is None else [ratio])


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("the police", "police", True),
        ("three student activists", "student activists", True),
        ("Ama Boko", "Boko", True),
        ("UN", "United Nations", True),
        ("police", "protesters", False),
        (None, None, True),
        (None, "police", False),
        ("of the", "the", False),
    ],
)
def test_names(a: str | None, b: str | None, agree: bool) -> None:
    entities = [entity("United Nations", "organisation", "United Nations", "UN")]
    assert names_agree(a, b, entities) is agree


def test_a_report_scored_against_itself_is_right_throughout() -> None:
    text = "Police held Ama Boko on 5 May 2018. “I am free,” she said."
    event = {
        "type": "detention", "trigger": span(7, 11), "status": "occurred", "date": "2018-05-05", "place": None,
        "agents": ["Police"], "targets": ["Ama Boko"], "counts": {"detained": 1}, "source": None, "same_as": None,
    }  # fmt: skip
    gold = {
        "entities": [entity("Ama Boko")],
        "dates": [{**span(24, 34), "kind": "date", "edtf": "2018-05-05", "duration": None}],
        "quotes": [{"content": [span(37, 47)], "speaker_name": "Ama Boko"}],
        "events": [event, {**event, "same_as": 0, "trigger": span(53, 57)}],
    }
    scores = score_report(gold, gold, text, [(0, 35), (36, len(text))])
    assert {name: score.f1 for name, score in scores.items() if score.f1 != 1} == {}
    assert scores["events.same_as"].gold == 1
    wrong = {**gold, "events": [{**event, "status": "alleged", "agents": [], "counts": {"detained": 2}}]}
    scores = score_report(gold, wrong, text, [(0, 35), (36, len(text))])
    assert scores["events.type"] == Score(1, 1, 2)
    assert scores["events.status"].right == 0
    assert scores["events.agents"] == Score(0, 0, 1)
    assert scores["events.counts"] == Score(0, 1, 1)
    assert scores["events.same_as"] == Score(0, 0, 1)
