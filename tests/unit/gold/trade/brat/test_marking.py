"""Where forms are marked, which marks are one thing, and what changed between two golds."""

from __future__ import annotations

import pytest

from civicspace.gold.trade.changes import Change, change_text, changes
from civicspace.gold.trade.form_places import places_of
from civicspace.gold.trade.marks import chain_of, entity_of, joined
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldEntity, GoldEvent


@pytest.mark.parametrize(
    ("forms", "text", "starts"),
    [
        (["Kim"], "Kim left", {"Kim": 0}),
        (["Kim Jong-un", "Kim"], "Kim Jong-un and Kim", {"Kim Jong-un": 0, "Kim": 16}),
        (["Kim Jong-un", "Kim"], "Kim Jong-un left", {"Kim Jong-un": 0, "Kim": 0}),
        (["UN"], "UNICEF and the UN", {"UN": 15}),
        (["UN"], "UNICEF", {"UN": 0}),
        (["🙂"], "a🙂b", {"🙂": 1}),
        (["Bo"], "Ana", {}),
        (["$5."], "cost $5. x", {"$5.": 5}),
    ],
)
def test_places(forms: list[str], text: str, starts: dict[str, int]) -> None:
    places = places_of(forms, text)
    assert {form: place.start for form, place in places.items()} == starts
    assert all(text[place.start : place.end] == place.text == form for form, place in places.items())


@pytest.mark.parametrize(
    ("arcs", "groups"),
    [
        ([], [["a"], ["b"], ["c"], ["d"]]),
        ([("d", "a")], [["a", "d"], ["b"], ["c"]]),
        ([("b", "c"), ("d", "c"), ("c", "b")], [["a"], ["b", "c", "d"]]),
        ([("a", "a")], [["a"], ["b"], ["c"], ["d"]]),
    ],
)
def test_joined(arcs: list[tuple[str, str]], groups: list[list[str]]) -> None:
    assert joined(["a", "b", "c", "d"], arcs) == groups


def test_entity_of_marks() -> None:
    entity = entity_of(["person"] * 2, ["Diaz", "Ana Diaz"], ["A. D."], [{}, {"title": "Dr"}])
    assert entity == GoldEntity(name="Ana Diaz", type="person", forms=["Diaz", "Ana Diaz", "A. D."], title="Dr")
    named = entity_of(["person"] * 2, ["Diaz", "Diaz"], [], [{"name": "Bo"}, {"name": "Bo"}])
    assert (named.name, named.forms) == ("Bo", ["Diaz"])


def test_marks_that_contradict_each_other() -> None:
    with pytest.raises(ValueError, match="different values of name"):
        entity_of(["person"] * 2, ["A", "B"], [], [{"name": "A"}, {"name": "B"}])
    with pytest.raises(ValueError, match="types person, place"):
        entity_of(["person", "place"], ["A", "B"], [], [{}, {}])
    mention = Span(start=0, end=1, text="A")
    with pytest.raises(ValueError, match="different values of entity"):
        chain_of([mention, mention], ["A", "B"])


def _event(start: int, same_as: int | None = None, place: str | None = None) -> GoldEvent[Span]:
    trigger = Span(start=start, end=start + 1, text="x")
    return GoldEvent[Span](type="killing", trigger=trigger, status="occurred", same_as=same_as, place=place)


def _gold(*events: GoldEvent[Span], **values: str) -> Gold:
    return Gold.model_validate(
        {"report": "r", "entities": [], "dates": [], "quotes": [], "events": list(events), **values}
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (_gold(_event(1)), _gold(_event(1)), {}),
        (_gold(_event(1)), _gold(_event(1), _event(5)), {"events": Change(1, 0, 0)}),
        (_gold(_event(1), _event(5)), _gold(_event(5)), {"events": Change(0, 1, 0)}),
        (_gold(_event(1)), _gold(_event(1, place="Oslo")), {"events": Change(0, 0, 1)}),
        (_gold(_event(1), _event(1)), _gold(_event(1), _event(1, place="Oslo")), {"events": Change(0, 0, 1)}),
        (_gold(_event(3), _event(5, 0)), _gold(_event(1), _event(3), _event(5, 1)), {"events": Change(1, 0, 0)}),
        (_gold(status="draft"), _gold(), {"file": Change(0, 0, 1)}),
    ],
)
def test_changes(old: Gold, new: Gold, found: dict[str, Change]) -> None:
    assert changes(old, new) == found


def test_change_text() -> None:
    assert change_text({"dates": Change(0, 1000, 2), "file": Change(0, 0, 1)}) == (
        "dates: 1,000 removed, 2 changed; file: 1 changed"
    )
    assert change_text({}) == "nothing but the order or the layout"
