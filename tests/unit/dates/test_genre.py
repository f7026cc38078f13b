"""Snippets in the manner of reports on civic space, with the dates that the annotation guide asks for.

genre/*.yaml holds them: a text in which every expression stands in braces, followed by its kind and value in brackets:
``On {early May 2018}[date 2018-05] they were held for {two days}[duration P2D].`` A value that a reader can't know
is ``-``. A blank line parts paragraphs. genre/open.yaml names the cases that are still read wrongly, each with the
reason; one that is read rightly again must be taken off that list.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from civicspace.pipelines import Pipelines

GENRE = Path(__file__).parent / "genre"
MARKED = re.compile(r"\{([^{}]+)\}\[(date|time|duration|set) ([^\]]+)\]")


class Marked(NamedTuple):
    """One expression: where it stands in the text and what it says."""

    start: int
    text: str
    kind: str
    edtf: str | None
    duration: str | None


class Snippet(NamedTuple):
    """A text with its metadata and the expressions that it holds."""

    text: str
    published: str | None
    country: str | None
    dates: list[Marked]


def read_marks(marked: str) -> tuple[str, list[Marked]]:
    """Text with marks -> plain text and the expressions, at offsets of the plain text."""
    plain, dates, at = "", [], 0
    for mark in MARKED.finditer(marked):
        plain += marked[at : mark.start()]
        expression, kind, given = mark.groups()
        value = None if given == "-" else given
        span = kind == "duration"
        dates.append(Marked(len(plain), expression, kind, None if span else value, value if span else None))
        plain += expression
        at = mark.end()
    return plain + marked[at:], dates


def _read(record: dict[str, str]) -> Snippet:
    text, dates = read_marks(record["text"].replace("\n", "\n\n"))
    return Snippet(text, record.get("published"), record.get("country"), dates)


def _load(name: str) -> list[dict[str, str]]:
    loaded: list[dict[str, str]] = yaml.load((GENRE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or []
    return loaded


RECORDS = [record for file in sorted(GENRE.glob("*.yaml")) if file.name != "open.yaml" for record in _load(file.name)]
OPEN = {record["id"]: record["why"] for record in _load("open.yaml")}


def test_ids_are_unique_and_open_cases_exist() -> None:
    ids = [record["id"] for record in RECORDS]
    assert len(ids) == len(set(ids))
    assert set(OPEN) <= set(ids)


def test_marks_are_read() -> None:
    assert read_marks("On {3 May}[date 2018-05-03] for {days}[duration -].") == (
        "On 3 May for days.",
        [Marked(3, "3 May", "date", "2018-05-03", None), Marked(13, "days", "duration", None, None)],
    )


def test_no_mark_is_left_unread() -> None:
    assert [record["id"] for record in RECORDS if re.search(r"[{}]", _read(record).text)] == []


@pytest.mark.parametrize(
    "snippet",
    [
        pytest.param(
            _read(record),
            id=record["id"],
            marks=pytest.mark.xfail(strict=True, reason=OPEN[record["id"]]) if record["id"] in OPEN else (),
        )
        for record in RECORDS
    ],
)
def test_dates_of_the_genre(pipelines: Pipelines, snippet: Snippet) -> None:
    doc = pipelines(snippet.text, published=snippet.published, country=snippet.country)
    found = [
        Marked(date.start, snippet.text[date.start : date.end], date.kind, date.edtf, date.duration)
        for date in doc._.civic_dates
    ]
    assert found == snippet.dates
