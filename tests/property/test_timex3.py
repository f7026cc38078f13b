"""The TIMEX3 export on any record: it raises nothing, its items lie in the text in order, its documents are XML."""

from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from civicspace.timex3 import timeml, timexes

SPOKEN = """now recently the past future over a two days after before event year ended 30 June to - 3 BC week or so
long period couple of nine months around 1990s May of within 12 , . ’s Soon will decades-long every Friday 480 & <"""
WORDS = st.sampled_from([*SPOKEN.split(), "\n", "\x07"])
RULES = st.sampled_from(
    ["range", "year-range", "event-length", "event-unit", "nth-of", "part-of", "the-unit", "every", "x"]
)
EDTF = st.sampled_from(
    [None, "2018", "2018-05-14", "2018-05/2018-06", "../2018-05", "201X", "2018-23", "2018-05-14T19:00:00"]
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    words = draw(st.lists(WORDS, min_size=1, max_size=25))
    starts = [sum(len(word) + 1 for word in words[:k]) for k in range(len(words))]
    text = " ".join(words)
    dates = []
    first = 0
    while first < len(words):
        last = first + draw(st.integers(0, 6))
        if last >= len(words):
            break
        start, end = starts[first], starts[last] + len(words[last])
        if text[start:end].strip():
            kind = draw(st.sampled_from(["date", "time", "duration", "set"]))
            dates.append(
                {
                    "id": f"d{len(dates) + 1}",
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    "kind": kind,
                    "edtf": draw(EDTF) if kind in {"date", "time"} else None,
                    "duration": draw(st.sampled_from([None, "P2D"])) if kind == "duration" else None,
                    "earliest": None,
                    "latest": None,
                    "modifier": draw(st.sampled_from([None, "early", "approximate", "since"])),
                    "rule": draw(RULES),
                }
            )
        first = last + 1 + draw(st.integers(0, 3))
    report = {"id": "a", "title": None, "published": None, "reference_date": None}
    return {"report": report, "text": text, "entities": [], "dates": dates}


@given(records())
def test_items_lie_in_the_text_in_order(record: dict[str, Any]) -> None:
    text = record["text"]
    items = timexes(record)
    assert all(text[item.start : item.end] == item.text for item in items)
    assert all(item.start < item.end for item in items)
    assert all(a.end <= b.start for a, b in pairwise(items))
    root = ElementTree.fromstring(timeml(record, items, text))
    assert "".join(root.find("TEXT").itertext()) == text.replace("\x07", "\ufffd")  # type: ignore[union-attr]
