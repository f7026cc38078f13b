"""Which mentions are one act, and what the act takes from them."""

from __future__ import annotations

import pytest

from civicspace.annotations import Event, Extent, Participant
from civicspace.components.events.dating import dates_agree
from civicspace.components.events.linking import merged_acts, settle_links


def event(start, kind="detention", **fields):
    """An event with the least it needs."""
    return Event(kind, Extent(start, start + 1), Extent(0, 99), "test", **fields)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("2018-05", "2018-05-14", True),
        ("2018-05-14", "2018-05-15", False),
        (None, "2018", True),
        ("2018", "2019-01", False),
    ],
)
def test_dates_agree(a, b, agree):
    assert dates_agree(a, b) is agree
    assert dates_agree(b, a) is agree


def test_a_definite_noun_takes_up_the_act_before(pipelines):
    events = pipelines("On 5 May 2020 gunmen killed Amina Kasongo. The killing shocked the town.")._.civic_events
    killings = [k for k, e in enumerate(events) if e.type == "killing"]
    assert events[killings[1]].same_as == killings[0]
    assert events[killings[1]].edtf == "2020-05-05"
    assert [p.name for p in events[killings[1]].targets] == ["Amina Kasongo"]


def test_another_victim_is_another_act(pipelines):
    events = pipelines("Gunmen killed Amina Kasongo in May 2020. In June 2020 they killed Peter Banda.")._.civic_events
    assert [e.same_as for e in events if e.type == "killing"] == [None, None]


def test_same_as_points_at_the_first_mention(pipelines):
    text = "Gunmen killed Amina Kasongo on 5 May 2020. The killing shocked the town. Lawyers condemned the killing."
    events = pipelines(text)._.civic_events
    killings = [k for k, e in enumerate(events) if e.type == "killing"]
    assert [events[k].same_as for k in killings] == [None, killings[0], killings[0]]


def links(pipelines, text, kind):
    """For each event of a type, the number of the earlier one of that type it is the same act as, or None."""
    events = pipelines(text)._.civic_events
    found = [k for k, e in enumerate(events) if e.type == kind]
    return [None if events[k].same_as is None else found.index(events[k].same_as) for k in found]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A court sentenced Peter Banda to two years. His lawyer criticised the ruling.", "court_decision", [None, 0]),
        ("Police arrested Peter Banda on 5 May 2020. He was arrested again on 9 May 2020.", "detention", [None, None]),
        ("Police arrested Peter Banda in May. Officers arrested two clerks in Ndola.", "detention", [None, None]),
        ("On 11 July 2020 crowds marched in Kitwe. Ten people died in the July 11 protests.", "protest", [None, 0]),
        ("Crowds marched in Kitwe on 5 May 2020. Students marched in Ndola on 9 May 2020.", "protest", [None, None]),
        ("On 5 May 2020 police in Kitwe arrested Peter Banda. The arrest shocked the town.", "detention", [None, 0]),
        ("A court in Kitwe quashed the sentence of Peter Banda.", "court_decision", [None, None]),
    ],
)
def test_links(pipelines, text, kind, expected):
    assert links(pipelines, text, kind) == expected


def test_a_headline_is_linked_to_the_only_act_that_it_can_mean(pipelines):
    text = (
        "Zambia: three prisoners released\n\nThe year was calm.\n\n"
        "On 5 May 2020 the government released three prisoners in Kitwe.\n"
    )
    events = [e for e in pipelines(text)._.civic_events if e.type == "release"]
    assert events[1].same_as is not None
    assert events[0].edtf == "2020-05-05"


def test_a_headline_about_many_means_no_act_in_particular(pipelines):
    text = (
        "Zambia: critics arrested\n\nThe streets were calm.\n\n"
        "On 5 May 2020 police arrested Peter Banda. On 9 May 2020 police arrested Amina Kasongo.\n"
    )
    events = [e for e in pipelines(text)._.civic_events if e.type == "detention"]
    assert [e.same_as for e in events] == [None, None, None]
    assert events[0].edtf is None


def test_acts_merge_their_mentions():
    victim = Participant(0, 1, 3, "Amina Kasongo")
    events = [
        event(0, status="alleged", edtf="2020"),
        event(10, status="occurred", edtf="2020-05-05", date=1, same_as=0, targets=[victim]),
        event(20, kind="release"),
    ]
    acts = merged_acts(events)
    assert [act.mentions for act in acts] == [[0, 1], [2]]
    assert (acts[0].status, acts[0].edtf, acts[0].date, acts[0].targets) == ("occurred", "2020-05-05", 1, [victim])


def test_no_events_no_acts():
    assert merged_acts([]) == []


def link(*same_as: int | None, types: str = "") -> list[int | None]:
    kinds = types or "d" * len(same_as)
    names = {"d": "detention", "r": "release"}
    events = [
        Event(names[kinds[k]], Extent(k, k + 1), Extent(0, 9), "rule", same_as=target)
        for k, target in enumerate(same_as)
    ]
    settle_links(events)
    return [event.same_as for event in events]


def test_links_point_at_the_first_mention() -> None:
    assert link(None, 0, 1, 2) == [None, 0, 0, 0]
    assert link(2, None, None, 2) == [None, None, 0, 0]
    assert link(1, 0) == [None, 0]


def test_links_between_types_are_dropped() -> None:
    assert link(None, 0, 1, types="drd") == [None, None, None]
