"""The day a report is read against: stated, told by its dateline or title, or inferred from its latest past date.

What the metadata state of the publication stays as stated, however little it says. Only where it has no last day
("2018/..") are relative dates read against the day that the report itself tells.
"""

from __future__ import annotations

import re
from datetime import date

from civicspace.annotations import Reference, Section
from civicspace.components.dates import values
from civicspace.components.dates.edtf_bounds import last_day
from civicspace.components.dates.expressions import CalendarDate, DayTime, Expression, Instant, Modified, Span
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.values import Period
from civicspace_schemas.edtf import check_edtf

_OPENING = 600
_DATELINE_REACH = 60
_AFTER_DATELINE = re.compile(r"\s*\)?\s*(?:[-–—:|·•]|,?\s(?:at\s)?\d\d?[:.]\d\d|\n|$)")
_PUBLISHED = re.compile(
    r"\s*(?:first |last )?(?:published|posted|updated|released|issued|date)(?: on)?\s*:?\s*", re.IGNORECASE
)
_REVIEWS_UNTIL, _REVIEWS_FROM = 3, 11
_REVIEWED_MONTHS = 5
_TITLE_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


def report_year(text: str, sections: list[Section] | None) -> int | None:
    """The year that a report's title names, or None.

    text: the report. sections: its sections, or None; the title is the first heading, else the first line.

    >>> report_year("Events of 2021\\n\\nThe year began badly.", None)
    2021
    """
    heading = sections[0].heading if sections else None
    title = text[heading.start : heading.end] if heading else text.lstrip().split("\n", 1)[0]
    if len(title) > 160 or (heading is None and title.rstrip().endswith(".")):
        return None
    years = _TITLE_YEAR.findall(title)
    return int(years[-1]) if len(set(years)) == 1 else None


def year_reviewed(reference: date, months: set[int]) -> int | None:
    """The year that a report reviews without naming it in its title, or None.

    reference: the reference day. months: those told without a year by verbs of the past. A report of the first months
    of a year that tells of many later ones reviews the year before; one of the last months that tells of many
    earlier ones reviews its own.

    >>> year_reviewed(date(2019, 1, 15), {2, 4, 6, 9, 11})
    2018
    """
    if _REVIEWS_UNTIL < reference.month < _REVIEWS_FROM:
        return None
    early = reference.month <= _REVIEWS_UNTIL
    others = [m for m in months if (m > reference.month if early else m < reference.month)]
    return reference.year - early if len(others) >= _REVIEWED_MONTHS else None


def _told(meaning: Expression) -> Period | None:
    """The period of an explicit date of at least a month's exactness, or None."""
    if isinstance(meaning, Modified | DayTime):
        return _told(meaning.of) if meaning.of is not None else None
    if isinstance(meaning, Span):
        return _told(meaning.last)
    if isinstance(meaning, Instant):
        return values.day(date.fromisoformat(meaning.edtf[:10]))
    if not isinstance(meaning, CalendarDate) or meaning.year is None or meaning.month is None:
        return None
    try:
        return (
            values.day(date(meaning.year, meaning.month, meaning.day))
            if meaning.day
            else values.month(meaning.year, meaning.month)
        )
    except ValueError:
        return None


def dateline(text: str, atoms: list[Atom]) -> Period | None:
    """The full date at the head of the report or of one of its first lines: "Beirut, May 3, 2020 –", "Published on
    3 May 2020"."""
    for atom in atoms:
        if atom.start > _OPENING:
            return None
        period = _told(atom.meaning)
        if period is None or period.unit != "day":
            continue
        line = text.rfind("\n", 0, atom.start) + 1
        near = atom.start - line <= _DATELINE_REACH and _AFTER_DATELINE.match(text, atom.end)
        lead = text[line : atom.start]
        if near and (_PUBLISHED.fullmatch(lead) or all(w[:1].isupper() or not w[:1].isalpha() for w in lead.split())):
            return period
    return None


def infer(text: str, published: str | None, atoms: list[Atom], ahead: list[bool], year: int | None) -> Reference:
    """The report's Reference.

    published: what the metadata state, YYYY-MM-DD or other EDTF, or None; text that is neither counts as None.
    atoms: the expressions found; ahead: for each of them, whether it lies ahead of the telling. year: the year of
    the title.
    """
    if published and (day := last_day(published)):
        return Reference(day.isoformat(), published, "stated")
    found = _told_by_report(text, atoms, ahead, year)
    day = found.last if found else None
    if published and _is_edtf(published):
        return Reference(day.isoformat() if day else None, published, "stated")
    if found is None or day is None:
        return Reference(None, None, "unknown")
    return Reference(day.isoformat(), found.edtf, "inferred")


def _is_edtf(value: str) -> bool:
    try:
        return bool(check_edtf(value))
    except ValueError:
        return False


def _told_by_report(text: str, atoms: list[Atom], ahead: list[bool], year: int | None) -> Period | None:
    """The day of the dateline, else the year of the title, else the latest past month told, else None."""
    found = dateline(text, atoms)
    if found is not None:
        return found
    if year is not None:
        return values.year(year)
    told = [p for atom, future in zip(atoms, ahead, strict=True) if not future and (p := _told(atom.meaning))]
    months = [values.month(p.last.year, p.last.month) if p.unit != "month" else p for p in told]
    return max(months, key=lambda p: p.last, default=None)
