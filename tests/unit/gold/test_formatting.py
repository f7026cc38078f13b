"""Formatting: spans filled, items in order, links to the same events; nothing else changes, and never twice."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicspace.errors import GoldError
from civicspace.gold.formatting import format_gold
from civicspace.gold.layout import gold_text
from civicspace.gold.places import Places
from civicspace.gold.reading import parse_gold
from civicspace_schemas.gold import Gold, HandGold


def problems(hand: dict[str, Any], text: str, *, follow: bool = False) -> list[str]:
    with pytest.raises(GoldError) as raised:
        format_gold(HandGold.model_validate(hand), text, follow=follow)
    return [str(problem) for problem in raised.value.problems]


def test_what_people_write_becomes_gold(hand: dict[str, Any], text: str) -> None:
    formatted = format_gold(HandGold.model_validate(hand), text)
    gold = formatted.gold
    assert (formatted.moved, formatted.problems) == ([], [])
    assert gold.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert gold.reference_date == "2019-03-31"
    assert [entity.name for entity in gold.entities] == ["Ada Lunde", "Harbour Alliance", "Port Selma"]
    assert gold.entities[0].forms == ["Ada Lunde", "Lunde"]
    assert [(date.start, date.text) for date in gold.dates] == [(43, "4 March 2019"), (82, "two days later")]
    assert [(event.trigger.start, event.same_as) for event in gold.events] == [
        (21, None),
        (67, None),
        (105, 1),
        (180, None),
    ]
    assert gold.coreference is not None
    assert [mention.start for mention in gold.coreference[0].mentions] == [30, 129, 176]
    assert parse_gold(gold_text(gold).encode(), gold.report, text) == gold


def test_a_missing_reference_date_stays_missing(hand: dict[str, Any], text: str) -> None:
    del hand["reference_date"]
    assert format_gold(HandGold.model_validate(hand), text).gold.reference_date is None


def test_everything_without_a_place_is_told_at_once(hand: dict[str, Any], text: str) -> None:
    hand["events"][3]["trigger"] = {"text": "releas"}
    hand["events"][1]["trigger"] = {"text": "arrested"}
    hand["dates"][0]["text"] = "three days later"
    hand["quotes"][0]["cue"] = {"start": 0, "end": 4, "text": "said"}
    found = problems(hand, text)
    assert [line.split(":")[1].split()[0] for line in found] == ["dates[0]", "quotes[0]", "events[1]", "events[3]"]
    assert 'the closest is "two days later" at 82-96' in found[0]
    assert 'cue "said" does not stand at 0-4: the text has "Poli" there, and these words at 133-137' in found[1]


@pytest.mark.parametrize("link", [0, 7])
def test_same_as_that_leads_nowhere(link: int, hand: dict[str, Any], text: str) -> None:
    hand["events"][0]["same_as"] = link
    assert len(problems(hand, text)) == 1


def test_what_a_reader_has_to_mend_is_left_and_told(hand: dict[str, Any], text: str) -> None:
    hand["entities"][0]["forms"].append("HAA")
    formatted = format_gold(HandGold.model_validate(hand), text)
    assert [str(problem) for problem in formatted.problems] == [
        '2019-lakeland: entities[1] "Harbour Alliance": forms[2] "HAA" does not stand in the text: '
        'the closest is "HA" at 161-163'
    ]
    assert "HAA" in formatted.gold.entities[1].forms


def test_a_changed_text_needs_follow(filled: dict[str, Any], text: str) -> None:
    found = problems(filled, "New: " + text)
    assert "the text has changed since this gold was made" in found[0]
    moved = format_gold(HandGold.model_validate(filled), "New: " + text, follow=True)
    assert len(moved.moved) == 12
    assert moved.moved[0] == '2019-lakeland: dates[0] "4 March 2019" at 43-55: stands at 48-60 now'
    assert moved.problems == []
    assert [event.trigger.start for event in moved.gold.events] == [26, 72, 110, 185]


def test_words_move_with_what_stands_around_them(filled: dict[str, Any], text: str) -> None:
    """A new "arrested" nearer to the old place, and a new "she" in front, take no span away."""
    new = "Police in Port Selma say they arrested nobody; she laughed. " + text
    gold = format_gold(HandGold.model_validate(filled), new, follow=True).gold
    assert [event.trigger.start - 60 for event in gold.events] == [21, 67, 105, 180]
    speaker = gold.quotes[0].speaker
    assert speaker is not None
    assert speaker.start == 129 + 60


def test_only_what_stands_behind_a_change_moves(filled: dict[str, Any], text: str) -> None:
    new = text.replace("two days later", "no more than two days later")
    moved = format_gold(HandGold.model_validate(filled), new, follow=True).moved
    assert not any(line.startswith('2019-lakeland: dates[0] "4 March 2019"') for line in moved)
    assert any(line.endswith('"two days later" at 82-96: stands at 95-109 now') for line in moved)


def test_words_that_are_gone_are_a_problem(filled: dict[str, Any], text: str) -> None:
    new = text.replace("4 March 2019", "5 March 2019")
    (line,) = problems(filled, new, follow=True)
    assert line == (
        '2019-lakeland: dates[0] "4 March 2019" at 43-55: no longer stands in the text: the closest is '
        '"5 March 2019" at 43-55'
    )


def test_without_a_fingerprint_the_text_may_have_changed(filled: dict[str, Any], text: str) -> None:
    del filled["text_sha256"]
    assert format_gold(HandGold.model_validate(filled), text, follow=True).moved == []
    gold = format_gold(HandGold.model_validate(filled), "She was arrested. " + text, follow=True).gold
    assert [event.trigger.start - 18 for event in gold.events] == [21, 67, 105, 180]


def test_following_an_unchanged_text_changes_nothing(filled: dict[str, Any], text: str) -> None:
    formatted = format_gold(HandGold.model_validate(filled), text, follow=True)
    assert (formatted.moved, json.loads(formatted.gold.model_dump_json())) == ([], filled)


WORDS = st.lists(st.sampled_from(["Lunde", "was", "held", "and", "freed,", "“held”", "é"]), min_size=3, max_size=25)


@st.composite
def hand_gold(draw: st.DrawFn) -> tuple[HandGold, str]:
    """A text and hand gold on it: events and dates at words of it, some filled, some pointed at."""
    text = " ".join(draw(WORDS))
    places = Places(text)
    words = sorted({(start, word) for word in set(text.split()) for start in places.of(word)})
    chosen = draw(st.lists(st.sampled_from(words), max_size=8)) if words else []

    def span(start: int, word: str) -> dict[str, Any]:
        if draw(st.booleans()):
            return {"start": start, "end": start + len(word), "text": word}
        return {"text": word, "occurrence": places.of(word).index(start) + 1}

    events = []
    for k, (start, word) in enumerate(chosen):
        link = draw(st.integers(0, k - 1) | st.none()) if k else None
        events.append({"type": "detention", "trigger": span(start, word), "status": "occurred", "same_as": link})
    for k, event in enumerate(events):
        event["note"] = f"event {k}"
    dates = [{**span(start, word), "kind": "date"} for start, word in dict.fromkeys(chosen)]
    hand = {"report": "r", "entities": [], "dates": dates, "quotes": [], "events": events}
    return HandGold.model_validate(hand), text


def groups(gold: Gold | HandGold) -> set[frozenset[str]]:
    """The notes of events that same_as puts together."""
    found: dict[int, set[str]] = {}
    for k, event in enumerate(gold.events):
        root = k
        while (link := gold.events[root].same_as) is not None:
            root = link
        found.setdefault(root, set()).add(event.note or "")
    return {frozenset(group) for group in found.values()}


@given(hand_gold())
def test_formatting_twice_changes_nothing_more(case: tuple[HandGold, str]) -> None:
    hand, text = case
    once = format_gold(hand, text).gold
    again = format_gold(HandGold.model_validate_json(gold_text(once)), text)
    assert gold_text(again.gold) == gold_text(once)
    assert again.moved == []


@given(hand_gold())
def test_order_keeps_what_is_one_act(case: tuple[HandGold, str]) -> None:
    hand, text = case
    gold = format_gold(hand, text).gold
    assert groups(gold) == groups(hand)
    for k, event in enumerate(gold.events):
        assert event.same_as is None or (event.same_as < k and gold.events[event.same_as].same_as is None)
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
    assert [event.trigger.start for event in gold.events] == sorted(event.trigger.start for event in gold.events)
