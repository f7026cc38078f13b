"""Full dates in the less common forms, and numbers that only look like them."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("5-May-18", "2018-05-05"),
        ("05-MAY-2018", "2018-05-05"),
        ("5/May/2018", "2018-05-05"),
        ("5th-May-2018", "2018-05-05"),
        ("7-Sept-2016", "2016-09-07"),
        ("May-5-2018", "2018-05-05"),
        ("2018-May-05", "2018-05-05"),
        ("2018 May 5", "2018-05-05"),
        ("2018.05.14", "2018-05-14"),
        ("2018/5/14", "2018-05-14"),
        ("14.05.2018", "2018-05-14"),
        ("14. May 2018", "2018-05-14"),
        ("5 May '18", "2018-05-05"),
        ("May 5, ’18", "2018-05-05"),
        ("24.05.18", "2018-05-24"),
        ("Sat 5 May 2018", "2018-05-05"),
        ("Saturday, 5-May-2018", "2018-05-05"),
        ("29-Feb-2016", "2016-02-29"),
    ],
)
def test_date(dated, written: str, edtf: str) -> None:
    assert [(text, d.kind, d.edtf) for text, d in dated(f"The order was issued on {written}, he said.")] == [
        (written, "date", edtf)
    ]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("5 May, 2018 at 14:00 GMT", "2018-05-05T14:00:00"),
        ("Sat May 5 14:00:00 2018", "2018-05-05T14:00:00"),
    ],
)
def test_date_with_its_time(dated, written: str, edtf: str) -> None:
    found = dated(f"The message was sent on {written} from the capital.")
    assert [(text, d.kind, d.edtf) for text, d in found] == [(written, "time", edtf)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They installed version 1.2.2018 of the tool.",
        "They installed v1.2.2018 of the tool.",
        "It breaches Law No. 5/2018 and section 4.5.2 of the code.",
        "It breaches section 04.05.12 of the code.",
        "Call +44 20 7946 0958 or 020 12-10-2018 for help.",
        "The court split 3-2 and the team won 4-1.",
        "The host 10.12.2018.1 was blocked.",
        "It is listed under 14/05/2018/77 at the registry.",
        "The page example.org/2018/05/14/raid was blocked.",
        "Item 31-Feb-18 is missing.",
        "It scored 05-04-12 and 3.2.18 in the tests.",
    ],
)
def test_no_date(dated, sentence: str) -> None:
    assert [text for text, d in dated(sentence) if d.earliest == d.latest is not None] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 25/12/2017 he was held. On 05/06/2018 he was freed.", "2018-06-05"),
        ("On 12/25/2017 he was held. On 05/06/2018 he was freed.", "2018-05-06"),
        ("On 5 May 2018 he was held. On 05/06/2018 he was freed.", "2018-06-05"),
        ("On May 5, 2018 he was held. On 05/06/2018 he was freed.", "2018-05-06"),
        ("On 25/12/2017, reported on December 26, 2017, he was held. On 05/06/2018 he was freed.", "2018-06-05"),
        ("On 06/06/2018 he was freed.", "2018-06-06"),
        ("On 05.06.2018 he was freed.", "2018-06-05"),
        ("On 12.25.2017 he was held. On 05.06.2018 he was freed.", "2018-05-06"),
    ],
)
def test_the_report_shows_the_order(dated, text: str, edtf: str) -> None:
    assert dated(text)[-1][1].edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "On 25/12/2017 he was held, on 12/26/2017 charged. On 05/06/2018 he was freed.",
        "On 25 May 2018 he was held, on May 26, 2018 charged. On 05/06/2018 he was freed.",
    ],
)
def test_dates_that_contradict_each_other_leave_the_order_open(dated, text: str) -> None:
    span, found = dated(text)[-1]
    assert (span, found.edtf, found.rule) == ("05/06/2018", None, "numeric-date.ambiguous")
    assert (found.earliest, found.latest) == ("2018-05-06", "2018-06-05")


def test_day_first_is_assumed_where_nothing_tells(dated) -> None:
    span, found = dated("On 05/06/2018 he was freed.")[-1]
    assert (span, found.edtf, found.rule) == ("05/06/2018", "2018-06-05", "numeric-date.day-first-assumed")


def test_a_quotation_is_no_year(dated) -> None:
    assert [text for text, _ in dated("On 5 May '20 men came', he said.")] == ["5 May"]


def test_the_parser_is_imported_when_needed_only() -> None:
    code = (
        "import sys, spacy; from civicspace.components.dates.component import DatesComponent; "
        "nlp = spacy.blank('en'); stage = DatesComponent(); stage(nlp.make_doc('On 5 May 2018 he fled.')); "
        "assert 'dateparser' not in sys.modules; stage(nlp.make_doc('On 5-May-18 he fled.')); "
        "assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
