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


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("201X", "2019-12-31"),
        ("20XX", "2099-12-31"),
        ("2018-XX", "2018-12-31"),
        ("2018-02-XX", "2018-02-28"),
        ("2018-XX-XX", "2018-12-31"),
        ("2018-22", "2018-08-31"),
        ("2018-40", "2018-06-30"),
        ("2018-05~", "2018-05-31"),
        ("../2018", "2018-12-31"),
        ("2018-05/2018-07", "2018-07-31"),
        ("2018/2018-XX", "2018-12-31"),
    ],
)
def test_statement_stays_as_it_is_and_its_last_day_counts(annotate, published: str, day: str) -> None:
    doc = annotate("In April 2016 he wrote a letter.", published)
    assert doc._.civic_reference == Reference(day, published, "stated")


@pytest.mark.parametrize("published", ["2018/..", "XXXX-05-03"])
def test_statement_without_a_last_day_leaves_the_day_to_the_report(annotate, published: str) -> None:
    doc = annotate("In April 2016 he wrote a letter. On 25th March he was freed.", published)
    assert doc._.civic_reference == Reference("2016-04-30", published, "stated")
    assert [d.edtf for d in doc._.civic_dates] == ["2016-04", "2016-03-25"]
    assert annotate("He was freed.", published)._.civic_reference == Reference(None, published, "stated")


def test_statement_that_is_no_date_counts_as_none(annotate) -> None:
    assert annotate("He was freed.", "last spring")._.civic_reference == Reference(None, None, "unknown")


def test_dateline(annotate) -> None:
    text = "Reporters held\n\nBeirut, May 3, 2020 – Soldiers struck two reporters on Friday.\n\nThey will be tried."
    doc = annotate(text, None)
    assert doc._.civic_reference == Reference("2020-05-03", "2020-05-03", "inferred")
    assert [d.edtf for d in doc._.civic_dates] == ["2020-05-03", "2020-05-01"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on 3 May 2020", "2020-05-03"),
        ("Last updated: 3 May 2020, 14:05", "2020-05-03"),
        ("Posted 3 May 2020 | Beirut", "2020-05-03"),
        ("BEIRUT (3 May 2020) – Soldiers struck two reporters.", "2020-05-03"),
    ],
)
def test_line_that_tells_the_day(annotate, line: str, day: str) -> None:
    doc = annotate(f"Reporters held\n\n{line}\n\nThey were freed in April 2019.", None)
    assert doc._.civic_reference == Reference(day, day, "inferred")


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2020, soldiers struck two reporters.",
        "The law of 3 May 2020 – a long one – was kept.",
        "He left on 3 May 2020.",
    ],
)
def test_sentence_with_a_date_is_no_dateline(annotate, line: str) -> None:
    assert annotate(f"Reporters held\n\n{line}", None)._.civic_reference == Reference(
        "2020-05-31", "2020-05", "inferred"
    )


def test_planned_dates_do_not_tell_the_day(annotate) -> None:
    doc = annotate("He was arrested in April 2018. His trial is scheduled for March 2019.", None)
    assert doc._.civic_reference == Reference("2018-04-30", "2018-04", "inferred")


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("He was freed on Monday.", None),
        ("He was freed yesterday.", None),
        ("He was freed two days ago.", None),
        ("He was freed last week.", None),
        ("He was freed early this week.", None),
        ("He was freed last month.", "2018-06"),
        ("He was freed last year.", "2017"),
        ("He was freed on 3 May.", "2018-05-03"),
    ],
)
@pytest.mark.parametrize("published", ["2018-07", None])
def test_nothing_finer_than_the_reference_day_is_known(
    annotate, sentence: str, edtf: str, published: str | None
) -> None:
    """The same where the month is stated and where the report tells it."""
    doc = annotate(f"The law was passed in July 2018. {sentence}", published)
    assert [d.edtf for d in doc._.civic_dates] == ["2018-07", edtf]


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
