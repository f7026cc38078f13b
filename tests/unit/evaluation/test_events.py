"""What is measured of events beyond their triggers: slots, sentences, mentions of one act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from civicspace.evaluation.events import event_outcomes
from civicspace.evaluation.outcomes import Outcome
from civicspace.evaluation.scores import Score, scores, scores_by_type
from civicspace_schemas.gold import Gold

type Made = Callable[..., Gold]
type Event = dict[str, Any]

SENTENCES = [(0, 10), (10, 40), (40, 60)]


@pytest.fixture
def event(gold_data: dict[str, Any]) -> Callable[..., Event]:
    """Makes an event with a trigger at an offset and slots replaced."""

    def make(start: int, length: int = 4, **slots: object) -> Event:
        trigger = {"start": start, "end": start + length, "text": "x" * length}
        return {**gold_data["events"][0], "trigger": trigger, **slots}

    return make


def compared(made: Made, gold: list[Event], found: list[Event]) -> list[Outcome]:
    return event_outcomes(made(events=gold), made(events=found), SENTENCES)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [(None, None, 1), ("2018", "2018", 1), (None, "2018", 0), ("2018", None, 0), ("2018", "2018-05", 0)],
)
def test_dates_are_equal_or_both_missing(
    gold: str | None, found: str | None, right: int, made: Made, event: Callable[..., Event]
) -> None:
    outcomes = compared(made, [event(0, date=gold)], [event(0, date=found)])
    assert scores(outcomes)["events.date"] == Score(right, 1, 1)


def test_names_agree_by_the_forms_of_an_entity_that_only_the_program_has(
    made: Made, event: Callable[..., Event]
) -> None:
    found_entities = [{"name": "Harbour Alliance", "type": "organisation", "forms": ["HA", "Harbour Alliance"]}]
    gold = made(entities=[], events=[event(0, targets=["HA"])])
    for entities, right in ((found_entities, 1), ([], 0)):
        found = made(entities=entities, events=[event(0, targets=["Harbour Alliance"])])
        assert scores(event_outcomes(gold, found, SENTENCES))["events.targets"] == Score(right, 1, 1)


def test_status_is_broken_down_by_status_and_not_by_type(made: Made, event: Callable[..., Event]) -> None:
    outcomes = compared(made, [event(0), event(10)], [event(0), event(10, status="alleged")])
    assert scores_by_type(outcomes)["events.status"] == {"alleged": Score(0, 1, 0), "occurred": Score(1, 1, 2)}


@pytest.mark.parametrize(
    ("gold", "found", "score"),
    [
        ({"detained": 2}, {"detained": 2}, Score(1, 1, 1)),
        ({"detained": None}, {"detained": None}, Score(1, 1, 1)),
        ({"detained": None}, {"detained": 2}, Score(0, 1, 1)),
        ({"detained": 2}, {"injured": 2}, Score(0, 1, 1)),
        ({"detained": 2, "injured": 3}, {"injured": 3}, Score(1, 1, 2)),
    ],
)
def test_counts(
    gold: dict[str, int | None], found: dict[str, int | None], score: Score, made: Made, event: Callable[..., Event]
) -> None:
    outcomes = compared(made, [event(0, counts=gold)], [event(0, counts=found)])
    assert scores(outcomes)["events.counts"] == score
    assert all("None" not in side.value for o in outcomes for side in (o.gold, o.found) if side is not None)


def test_a_trigger_belongs_to_the_sentence_in_which_it_begins(made: Made, event: Callable[..., Event]) -> None:
    outcomes = compared(made, [event(0)], [event(8, length=6)])
    assert scores(outcomes)["events.sentence_type"] == Score(1, 1, 1)
    assert scores(outcomes)["events.trigger"] == Score(0, 1, 1)
    outcomes = compared(made, [event(12), event(20)], [event(30)])
    assert scores(outcomes)["events.sentence_type"] == Score(1, 1, 1), "a type counts once a sentence"


def test_pairs_of_one_act_are_in_golds_order_whatever_the_programs(made: Made, event: Callable[..., Event]) -> None:
    gold = [event(0), event(20, same_as=0), event(40, same_as=0)]
    found = [event(40), event(20, same_as=0)]
    outcomes = [o for o in compared(made, gold, found) if o.measure == "events.same_as"]
    assert scores(outcomes)["events.same_as"] == Score(1, 1, 3)
    (right,) = (o for o in outcomes if o.right)
    assert right.gold is not None and right.gold.value == "same act as “xxxx” at 20"
