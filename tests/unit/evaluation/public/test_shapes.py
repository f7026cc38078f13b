"""From a record's items to the shapes that the corpora have."""

from typing import Any

import pytest

from civicspace.evaluation.public.hrdsattack import violation_types
from civicspace.evaluation.public.quotes import SLICES, quotation
from civicspace.evaluation.public.timex import TASK as TIMEX


def test_dates_become_timexes_and_what_a_record_leaves_out_is_added() -> None:
    text = "On 3 May they left. Now they are back."
    date = {"id": "d1", "start": 3, "end": 8, "text": "3 May", "kind": "date", "edtf": "2018-05-03", "duration": None}
    record = {"dates": [{**date, "modifier": None, "rule": "day-month"}], "entities": []}
    assert TIMEX.predict(record, {"doc_id": "a", "text": text}) == {
        "doc_id": "a",
        "timexes": [
            {"start": 3, "end": 8, "type": "DATE", "value": "2018-05-03"},
            {"start": 20, "end": 23, "type": "DATE", "value": "PRESENT_REF"},
        ],
    }
    assert TIMEX.predict(None, {"doc_id": "a", "text": text}) == {"doc_id": "a", "timexes": []}


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
