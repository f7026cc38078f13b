"""When: attached dates, dates carried by the telling, and what must not date an act."""

from __future__ import annotations

import pytest

from civicspace.components.events.dating import day_value


def dates(pipelines, text, kind):
    """Values of all events of a type, in text order."""
    return [e.edtf for e in pipelines(text, published="2021-12-01")._.civic_events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("On 5 May 2020 police arrested a student.", "detention", ["2020-05-05"]),
        ("A student was arrested on 5 May 2020.", "detention", ["2020-05-05"]),
        ("Police arrested a student on 5 May 2020 and released her on 9 May 2020.", "release", ["2020-05-09"]),
        ("Police arrested a student on 5 May 2020 and released her on 9 May 2020.", "detention", ["2020-05-05"]),
        ("On 5 May 2020 crowds marched in Lusaka. Police arrested ten of them.", "detention", ["2020-05-05"]),
        ("Police arrested a student.", "detention", [None]),
        ("The editor was arrested for ten days.", "detention", [None]),
        ("A rally held on 5 May 2020 was broken up by police.", "protest", ["2020-05-05"]),
        ("She was barred from leaving the country on 5 May 2020.", "movement_restriction", ["2020-05-05"]),
        ("The editor was sentenced to ten years after being charged on 5 May 2020.", "court_decision", [None]),
        ("The League, which was founded in April 2019, rejected the decision.", "refusal", [None]),
        ("In May 2020, ahead of the strike, police arrested a student.", "protest", [None]),
        ("In May 2020, ahead of the strike, police arrested a student.", "detention", ["2020-05"]),
        ("Lusaka, May 7, 2020 – The authorities should release the editor.", "release", [None]),
    ],
)
def test_date(pipelines, text, kind, expected):
    assert dates(pipelines, text, kind) == expected


def test_the_day_of_publication_is_never_filled_in(pipelines):
    assert dates(pipelines, "Soldiers shot dead a farmer near the border.", "killing") == [None]


def test_a_date_over_a_line_holds_for_all_of_it(pipelines):
    text = "Main events\n\n• 18 June 2020: Officers arrested 30 marchers. They beat a reporter. A man was killed."
    assert dates(pipelines, text, "killing") == ["2020-06-18"]


def test_position_and_value_agree(pipelines):
    doc = pipelines("On 5 May 2020 police arrested a student.")
    event = doc._.civic_events[0]
    assert doc._.civic_dates[event.date].edtf == event.edtf


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-05-05T07:30:00", "2020-05-05"),
        ("2020-05", "2020-05"),
        ("2020-05-03/2020-05-05", "2020-05-03/2020-05-05"),
    ],
)
def test_time_of_day_is_dropped(value, day):
    assert day_value(value) == day
