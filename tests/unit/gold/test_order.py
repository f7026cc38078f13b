"""The order of a gold file: one for all, whatever order people wrote its items in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from civicspace.gold.order import acts_of, events_in_order, in_order
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldEntity, GoldEvent


def events(*links: int | None, places: Sequence[int] = ()) -> list[GoldEvent[Span]]:
    """Events with these same_as, at these places or one behind the other."""
    at = places or range(len(links))
    return [
        GoldEvent[Span](
            type="detention", trigger=Span(start=start, end=start + 1, text="x"), status="occurred", same_as=link
        )
        for start, link in zip(at, links, strict=True)
    ]


@pytest.mark.parametrize(
    ("links", "acts"),
    [
        ([], []),
        ([None, 0, 0], [0, 0, 0]),
        ([None, 0, 1, None], [0, 0, 0, 3]),
        ([2, None, 1], [1, 1, 1]),
        ([1, 0], [0, 0]),
        ([1, 2, 1], [1, 1, 1]),  # leads into a circle that it is no part of
        ([2, 2, 1], [1, 1, 1]),
        ([0], [0]),
    ],
)
def test_mentions_of_one_act_share_an_end(links: list[int | None], acts: list[int]) -> None:
    assert acts_of(events(*links)) == acts


def test_a_long_chain_is_followed_once() -> None:
    assert set(acts_of(events(*range(1, 20_000), None))) == {19_999}


@pytest.mark.parametrize("link", [1, 7])
def test_a_link_to_no_event_is_refused(link: int) -> None:
    with pytest.raises(ValueError, match=rf"events\[0\]: same_as {link}: there are 1 events"):
        acts_of(events(link))


def test_links_point_to_the_first_mention_in_the_new_order() -> None:
    ordered = events_in_order(events(None, 0, 1, places=[30, 10, 20]))
    assert [(event.trigger.start, event.same_as) for event in ordered] == [(10, None), (20, 0), (30, 0)]


def test_counts_have_one_order() -> None:
    event = events(None)[0]
    both = {"injured": 1, "detained": 2, "killed": 3}
    for counts in (both, dict(reversed(both.items()))):
        spelt = GoldEvent[Span].model_validate({**event.model_dump(), "counts": counts})
        assert list(events_in_order([spelt])[0].counts) == ["killed", "injured", "detained"]


def test_the_name_comes_first_among_the_forms() -> None:
    entity = GoldEntity(name="Ada Lunde", type="person", forms=["Lunde", "A. L.", "Ada Lunde", "Lunde"])
    gold = Gold(report="x", entities=[entity], dates=[], quotes=[], events=[])
    (ordered,) = in_order(gold, "A. L. is Lunde, that is Ada Lunde.").entities
    assert ordered.forms == ["Ada Lunde", "A. L.", "Lunde"]
