"""The day a report is read against."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from civicspace.annotations import Reference
from civicspace.components.dates.component import DatesComponent


def test_stated_day(annotate) -> None:
    doc = annotate("He was freed yesterday.", "2018-11-23")
    assert doc._.civic_reference == Reference("2018-11-23", "2018-11-23", "stated")
    assert [d.edtf for d in doc._.civic_dates] == ["2018-11-22"]


def test_coarse_statement_gives_its_last_day(annotate) -> None:
    assert annotate("He was freed.", "2018-02")._.civic_reference == Reference("2018-02-28", "2018-02", "stated")


def test_dateline(annotate) -> None:
    text = "Reporters held\n\nBeirut, May 3, 2020 – Soldiers struck two reporters on Friday.\n\nThey will be tried."
    doc = annotate(text, None)
    assert doc._.civic_reference == Reference("2020-05-03", "2020-05-03", "inferred")
    assert [d.edtf for d in doc._.civic_dates] == ["2020-05-03", "2020-05-01"]


def test_year_of_the_title(annotate) -> None:
    doc = annotate(
        "Chad: Events of 2021\n\nIn March the paper was closed.\n\nNobody was charged by the end of the year.", None
    )
    assert doc._.civic_reference == Reference("2021-12-31", "2021", "inferred")
    assert [d.edtf for d in doc._.civic_dates] == ["2021", "2021-03", "2021"]


def test_latest_month_told(annotate) -> None:
    doc = annotate("In April 2018 he wrote a letter. In July 2018 an envoy came. On 25th May he was freed.", None)
    assert doc._.civic_reference == Reference("2018-07-31", "2018-07", "inferred")
    assert doc._.civic_dates[-1].edtf == "2018-05-25"


def test_nothing_told(annotate) -> None:
    doc = annotate("He was freed on Monday.", None)
    assert doc._.civic_reference == Reference(None, None, "unknown")
    assert [d.edtf for d in doc._.civic_dates] == [None]


def test_report_year_carries_yearless_dates(annotate) -> None:
    text = (
        "Iran 2022: a year of unrest\n\nOn January 8 a poet died. On December 17 an actress was held; "
        "she was bailed on January 4."
    )
    assert [d.edtf for d in annotate(text, "2023-02-08")._.civic_dates] == [
        "2022",
        "2022-01-08",
        "2022-12-17",
        "2023-01-04",
    ]


@pytest.mark.parametrize(
    "words",
    [[], [" \n "], ["May"], ["3"], ["'"] * 10_000, ["5"] * 3_000, ["the", "day", "before"] * 500],
)
def test_odd_texts_do_no_harm(words: list[str]) -> None:
    doc = DatesComponent()(Doc(spacy.blank("en").vocab, words=words))
    assert all(0 <= d.start < d.end <= len(doc.text) for d in doc._.civic_dates)
