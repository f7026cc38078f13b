"""From a record's items to the shapes that the corpora have."""

from typing import Any

import pytest

from civicspace.evaluation.public.hrdsattack import violation_types
from civicspace.evaluation.public.quotes import SLICES, quotation
from civicspace.evaluation.public.timex import timexes


def _date(words: str, edtf: str | None, rule: str, kind: str = "date") -> dict[str, Any]:
    return {
        "start": 10,
        "end": 10 + len(words),
        "text": words,
        "kind": kind,
        "edtf": edtf,
        "duration": None,
        "rule": rule,
    }


@pytest.mark.parametrize(
    ("date", "items"),
    [
        (
            _date("3 to 5 May 2018", "2018-05-03/2018-05-05", "days-shared-month"),
            [("3", "2018-05-03"), ("5 May 2018", "2018-05-05")],
        ),
        (
            _date("between May and the autumn of 2018", "2018-05/2018-23", "range"),
            [("May", "2018-05"), ("the autumn of 2018", "2018-FA")],
        ),
        (_date("2015-2017", "2015/2017", "year-range"), [("2015", "2015"), ("2017", "2017")]),
        (_date("3–5 May", "2018-05-03/2018-05-05", "range"), [("3", "2018-05-03"), ("5 May", "2018-05-05")]),
        (_date("last week", "2019-10-07/2019-10-13", "relative-period"), [("last week", "2019-W41")]),
        (_date("the first half of 2018", "2018-01/2018-06", "half"), [("the first half of 2018", "2018-H1")]),
        (_date("the month to come", None, "range"), [("the month to come", "")]),
    ],
)
def test_a_range_is_two_timexes(date: dict[str, Any], items: list[tuple[str, str]]) -> None:
    found = timexes(date)
    cut = [date["text"][item["start"] - 10 : item["end"] - 10] for item in found]
    assert [(words, item["value"]) for words, item in zip(cut, found, strict=True)] == items
    assert {item["type"] for item in found} == {"DATE"}


def test_types_of_timexes() -> None:
    found = [timexes(_date("daily", None, "x", kind))[0]["type"] for kind in ("date", "time", "duration", "set")]
    assert found == ["DATE", "TIME", "DURATION", "SET"]


def test_a_quote_with_everything() -> None:
    quote = {
        "kind": "direct",
        "content": [{"start": 1, "end": 9, "text": "We march"}, {"start": 30, "end": 36, "text": "Always"}],
        "cue": {"start": 12, "end": 16, "text": "said"},
        "speaker": {"mention": {"start": 17, "end": 20, "text": "Ama"}, "entity": "e1", "name": "Ama Boko"},
    }
    assert quotation(quote) == {"spans": [(1, 9), (30, 36)], "cue": (12, 16), "speaker": (17, 20)}


def test_a_quote_without_cue_and_speaker() -> None:
    quote = {"content": [{"start": 1, "end": 9}], "cue": None, "speaker": {"mention": None}}
    assert quotation(quote) == {"spans": [(1, 9)], "cue": None, "speaker": None}


def test_slices_have_the_published_names() -> None:
    names = [part.name for part in SLICES]
    assert names == ["all", "speech", "speech-indirect", "quoted", "direct", "quoted-seg", "attributed"]


def _events(kind: str, count: int, status: str = "occurred", **attributes: str) -> list[dict[str, Any]]:
    return [{"type": kind, "status": status, "attributes": attributes}] * count


@pytest.mark.parametrize(
    ("events", "types"),
    [
        ([], ["unknown"]),
        (_events("killing", 2), ["killing"]),
        (_events("killing", 1), ["unknown"]),
        (_events("killing", 5, "demanded"), ["unknown"]),
        (_events("killing", 1) + _events("killing", 1, "alleged"), ["killing"]),
        (_events("detention", 2, mode="arrest"), ["arbitrary detention"]),
        (_events("disappearance_abduction", 2, mode="kidnapping"), ["kidnapping"]),
        (_events("disappearance_abduction", 2, mode="unspecified"), ["enforced disappearance"]),
        (_events("disappearance_abduction", 2), ["unknown"]),
        (_events("torture_ill_treatment", 3) + _events("threat", 1), ["torture", "other"]),
        (_events("protest", 9), ["unknown"]),
    ],
)
def test_violations_follow_from_events(events: list[dict[str, Any]], types: list[str]) -> None:
    assert violation_types(events) == types
