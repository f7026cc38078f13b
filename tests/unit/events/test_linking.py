"""Which mentions are one act, and what the act takes from them."""

from __future__ import annotations

import pytest

from civicspace.annotations import Event, Extent, Participant
from civicspace.components.events.linking import dates_agree, merged_acts


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
