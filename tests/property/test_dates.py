"""Properties of the dates stage that hold for any date and any text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from civicspace.components.dates.component import DatesComponent

MONTHS = [date(2000, m, 1).strftime("%B") for m in range(1, 13)]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _ordinal(n: int) -> str:
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


FORMATS: list[Callable[[date], str]] = [
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{_ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{_ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {_ordinal(d.day)}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]}{'' if d.month == 5 else '.'} {d.year}",
    lambda d: f"{DAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{DAYS[d.weekday()]} {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.year}.{d.month:02d}.{d.day:02d}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.year} {MONTHS[d.month - 1]} {d.day}",
]
PIECES = [
    "on",
    "3",
    "May",
    "the",
    "day",
    "before",
    "after",
    "years",
    "two",
    "last",
    "Friday",
    "2018",
    "-",
    ",",
    "night",
    "of",
    "and",
    "to",
    "between",
    "since",
    "year",
    "a",
    "30",
    "February",
    "Easter",
    "end",
    "half",
    "quarter",
    "31",
    "st",
    "ago",
    "'",
    "\n\n",
    ".",
    "9999",
    "century",
    "1000",
    "from",
    "weeks",
    "later",
    "32/13/2018",
    "25:61",
    "next",
    "million",
]


@cache
def stage() -> tuple[Language, DatesComponent]:
    return spacy.blank("en"), DatesComponent()


def annotate(text: str, published: str | None = None) -> Doc:
    nlp, dates = stage()
    doc = nlp.make_doc(text)
    doc._.civic_published = published
    return dates(doc)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMATS))
def test_any_calendar_date_is_found_in_any_format(when: date, written: Callable[[date], str]) -> None:
    text = f"Police arrested the editor on {written(when)} in the capital."
    doc = annotate(text, "2018-07-12")
    assert [(doc.text[d.start : d.end], d.edtf) for d in doc._.civic_dates] == [(written(when), when.isoformat())]


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_numeric_date_is_read_in_the_order_that_the_report_shows(when: date) -> None:
    written = {"On 25/12/2017": f"{when.day:02d}/{when.month:02d}/{when.year}"}
    written["On 12/25/2017"] = f"{when.month:02d}/{when.day:02d}/{when.year}"
    for opening, numeric in written.items():
        found = annotate(f"{opening} he was held; on {numeric} he was freed.")._.civic_dates
        assert [d.edtf for d in found] == ["2017-12-25", when.isoformat()]


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_range_keeps_both_ends(a: date, b: date) -> None:
    first, last = sorted((a, b))
    if first == last:
        return
    text = f"It was cut from {FORMATS[0](first)} to {FORMATS[0](last)}."
    found = annotate(text)._.civic_dates
    assert [d.edtf for d in found] == [f"{first}/{last}"]
    assert (found[0].earliest, found[0].latest) == (first.isoformat(), last.isoformat())


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, "2018-07-12", "2018", "nonsense"]))
def test_any_text_is_read_without_error(text: str, published: str | None) -> None:
    check(annotate(text, published))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([None, "2018-07-12", "0001-01-01", "9999-12-31"])
)
def test_any_mix_of_words_of_time_is_read_without_error(pieces: list[str], published: str | None) -> None:
    check(annotate(" ".join(pieces), published))


def check(doc: Doc) -> None:
    """Spans lie in the text, in order, apart; bounds are in order and agree with the value."""
    reach = 0
    for d in doc._.civic_dates:
        assert reach <= d.start < d.end <= len(doc.text)
        assert doc.text[d.start : d.end].strip() == doc.text[d.start : d.end]
        reach = d.end
        assert (d.earliest is None) == (d.latest is None)
        assert (d.earliest is None) == (d.edtf is None) or d.rule == "numeric-date.ambiguous"
        if d.earliest is not None and d.latest is not None and d.edtf is not None:
            assert date.fromisoformat(d.earliest) <= date.fromisoformat(d.latest)
            if "/" not in d.edtf and len(d.edtf) == 10 and d.modifier is None:
                assert d.earliest == d.latest == d.edtf
        if d.kind in ("duration", "set"):
            assert d.edtf is None
