"""The rule of matching, case by case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from civicspace.evaluation.matching import compare
from civicspace.evaluation.measures import MEASURES
from civicspace.evaluation.names import Names
from civicspace.evaluation.pairing import pair_entities, pair_quotes, pair_spans
from civicspace.evaluation.scores import Score, scores, scores_by_type
from civicspace.evaluation.sentences import sentence_at, split_sentences
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldEntity, GoldQuote

type Made = Callable[..., Gold]


def entity(name: str, kind: str = "person", *forms: str) -> GoldEntity:
    return GoldEntity.model_validate({"name": name, "type": kind, "forms": list(forms or [name])})


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end, text="x" * (end - start))


def quote(*extents: tuple[int, int]) -> GoldQuote[Span]:
    return GoldQuote[Span](kind="indirect", content=[span(*extent) for extent in extents])


def test_entities_need_the_type_and_a_shared_form() -> None:
    gold = [entity("United Nations", "organisation", "United Nations", "UN"), entity("Lomé", "place")]
    found = [entity("Lomé", "organisation"), entity("the UN", "organisation")]
    assert pair_entities(gold, found) == [(0, 1)]


def test_equal_spans_pair_before_overlapping_ones() -> None:
    assert pair_spans([span(0, 10), span(4, 6)], [span(4, 6), span(5, 12)]) == [(0, 1), (1, 0)]


def test_touching_spans_do_not_overlap() -> None:
    assert pair_spans([span(0, 5)], [span(5, 9)]) == []


@pytest.mark.parametrize(
    ("found", "same_words"),
    [((10, 37), True), ((5, 37), True), ((12, 37), True), ((10, 41), False), ((0, 37), None), ((10, 23), None)],
)
def test_quotes_are_compared_word_by_word(found: tuple[int, int], same_words: bool | None) -> None:
    text = "Rama that the door was shut by force today."
    pairs = pair_quotes([quote((10, 37))], [quote(found)], text)
    assert pairs == ([] if same_words is None else [(0, 0, same_words)])


def test_the_parts_of_a_split_quote_count_together() -> None:
    text = "the door, she said, was shut by force"
    assert pair_quotes([quote((0, 8), (20, 37))], [quote((20, 37), (0, 9))], text) == [(0, 0, True)]


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
    names = Names([entity("United Nations", "organisation", "United Nations", "UN")])
    assert names.agree(a, b) is agree
    assert names.agree(b, a) is agree


def measured(gold: Gold, found: Gold, text: str) -> dict[str, Score]:
    return scores(compare(gold, found, text, split_sentences(text)))


def test_a_report_against_itself_is_right_throughout(made: Made, text: str) -> None:
    found = measured(made(), made(), text)
    always_there = {name for name in MEASURES if not name.startswith("coreference")}
    assert set(found) == always_there
    assert {name: score for name, score in found.items() if not score.right == score.found == score.gold > 0} == {}


def test_nothing_found_recalls_nothing(made: Made, text: str) -> None:
    found = measured(made(), made(entities=[], dates=[], quotes=[], events=[]), text)
    assert found["entities.relaxed"] == Score(0, 0, 1)
    assert found["dates.value"] == Score(0, 0, 1)
    assert found["quotes.attributed"] == Score(0, 0, 1)
    assert found["events.type"] == Score(0, 0, 2)
    assert found["events.same_as"] == Score(0, 0, 1)
    assert "events.status" not in found, "slots are measured in typed pairs alone"


def test_slots_of_a_typed_pair(made: Made, gold_data: dict[str, Any], text: str) -> None:
    event = {
        **gold_data["events"][0], "status": "alleged", "agents": [], "targets": ["Boko", "two men"],
        "counts": {"detained": 2}, "date": None, "place": "lomé", "source": "police",
    }  # fmt: skip
    found = measured(made(), made(events=[event]), text)
    assert found["events.type"] == Score(1, 1, 2)
    assert found["events.status"] == Score(0, 1, 1)
    assert found["events.date"] == Score(0, 1, 1)
    assert found["events.source"] == Score(0, 1, 1)
    assert found["events.agents"] == Score(0, 0, 1)
    assert found["events.targets"] == Score(1, 2, 1)
    assert found["events.counts"] == Score(0, 1, 1)
    assert found["events.place"] == Score(1, 1, 1)
    assert found["events.same_as"] == Score(0, 0, 1)


def test_an_event_of_another_type(made: Made, gold_data: dict[str, Any], text: str) -> None:
    first, second = gold_data["events"]
    outcomes = compare(made(), made(events=[{**first, "type": "release"}, second]), text, split_sentences(text))
    found = scores(outcomes)
    assert found["events.trigger"] == Score(2, 2, 2)
    assert found["events.type"] == Score(1, 2, 2)
    assert found["events.sentence_type"] == Score(1, 2, 2)
    by_type = scores_by_type(outcomes)["events.type"]
    assert by_type == {"detention": Score(1, 1, 2), "release": Score(0, 1, 0)}


def test_a_trigger_that_overlaps_is_right_and_not_strict(made: Made, gold_data: dict[str, Any], text: str) -> None:
    event = {**gold_data["events"][0], "trigger": {"start": 0, "end": 11, "text": text[:11]}}
    found = measured(made(), made(events=[event]), text)
    assert (found["events.trigger"].right, found["events.type"].right, found["events.strict"].right) == (1, 1, 0)


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, (1, 1, 1)),
        ({"end": 26, "text": "5 "}, (0, 1, 1)),
        ({"edtf": "2018-05"}, (1, 1, 0)),
        ({"kind": "time"}, (1, 1, 0)),
        ({"start": 0, "end": 3, "text": "Pol"}, (0, 0, 0)),
    ],
)
def test_dates(
    made: Made, gold_data: dict[str, Any], text: str, change: dict[str, Any], right: tuple[int, int, int]
) -> None:
    found = measured(made(), made(dates=[{**gold_data["dates"][0], **change}]), text)
    assert tuple(found[f"dates.{name}"].right for name in ("strict", "relaxed", "value")) == right


@pytest.mark.parametrize(
    ("names", "attributed", "speaker"),
    [
        (("Ama Boko", "Boko"), 1, 1),
        (("Ama Boko", "Ivo Brand"), 0, 0),
        (("Ama Boko", None), 0, 0),
        ((None, "Boko"), 1, 0),
        ((None, None), 1, 1),
    ],
)
def test_speakers(made: Made, text: str, names: tuple[str | None, str | None], attributed: int, speaker: int) -> None:
    gold, found = (
        made(quotes=[{**made().quotes[0].model_dump(), "speaker_name": speaker_name}]) for speaker_name in names
    )
    scored = measured(gold, found, text)
    assert scored["quotes.attributed"] == Score(attributed, 1, 1)
    assert scored["quotes.speaker"] == Score(speaker, 1, 1)


def test_speakers_agree_by_the_forms_of_golds_entities_alone(made: Made, text: str) -> None:
    def said(name: str, entities: list[dict[str, Any]]) -> Gold:
        return made(entities=entities, quotes=[{**made().quotes[0].model_dump(), "speaker_name": name}])

    known = [{"name": "Harbour Alliance", "type": "organisation", "forms": ["HA", "Harbour Alliance"]}]
    for gold, found, right in ((known, [], 1), ([], known, 0)):
        scored = measured(said("HA", gold), said("Harbour Alliance", found), text)
        assert scored["quotes.speaker"] == Score(right, 1, 1)


def test_the_fullest_name_is_a_measure_of_its_own(made: Made, text: str) -> None:
    short = {"name": "Boko", "type": "person", "forms": ["Ama Boko", "Boko"]}
    found = measured(made(), made(entities=[short]), text)
    assert (found["entities.relaxed"].right, found["entities.strict"].right, found["entities.name"].right) == (1, 0, 0)


def test_found_mentions_stand_for_the_gold_ones_that_they_match(
    made: Made, gold_data: dict[str, Any], text: str
) -> None:
    first, second = gold_data["events"]
    invented = {**first, "trigger": {"start": 0, "end": 6, "text": "Police"}}
    found = made(events=[invented, {**first, "same_as": 0}, {**second, "same_as": 0}])
    assert measured(made(), found, text)["events.same_as"] == Score(1, 1, 1), "the invented mention has no gold"


@pytest.mark.parametrize(
    ("report", "sentences"),
    [
        ("", []),
        (" \n\n ", []),
        ("One. Two!", ["One.", "Two!"]),
        ("A heading\nMr. Boko came.  He left\n", ["A heading", "Mr. Boko came.", "He left"]),
        ("“Go.” She went.\r\nEnd", ["“Go.”", "She went.", "End"]),
        ("He left. “Go,” she said. (He did.) So", ["He left.", "“Go,” she said.", "(He did.)", "So"]),
    ],
)
def test_sentences(report: str, sentences: list[str]) -> None:
    assert [report[start:end] for start, end in split_sentences(report)] == sentences


def test_the_sentence_at_a_place() -> None:
    sentences = [(0, 4), (5, 9)]
    assert [sentence_at(sentences, at) for at in (0, 3, 4, 5, 8, 9)] == [(0, 4), (0, 4), None, (5, 9), (5, 9), None]
