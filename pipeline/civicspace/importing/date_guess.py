"""The day of publication, guessed from the head of a report: "Published 3 May 2021", a dateline, a date by itself.

Only the forms in which a publisher writes such a day are read. ``components/dates`` reads all others, once the report
is in the corpus; it needs spaCy, which takes longer to load than adding a report takes.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.importing.imported import Claim, Trust
from civicspace.lexicons import lexicon

HEAD_CHARACTERS = 2_000
TAIL_CHARACTERS = 600
OWN_LINE_REACH = 6
"""Among the first lines that are not blank, a date on a line of its own stands here."""
DATELINE_REACH = 60


class _Month(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    number: int
    name: str
    short: list[str]


class _Calendar(BaseModel):
    """What is read here of lexicon/dates/calendar.yaml."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    months: list[_Month]
    weekdays: list[_Month]


class _Labels(BaseModel):
    """lexicon/importing/publication.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    published: list[str]
    other: list[str]


@cache
def _months() -> dict[str, int]:
    calendar = lexicon("dates/calendar", _Calendar)
    return {name: month.number for month in calendar.months for name in (month.name, *month.short)}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A date; a date alone on a line, with a weekday or a time of day; a label right before a date."""
    calendar = lexicon("dates/calendar", _Calendar)
    month = "|".join(sorted(_months(), key=len, reverse=True))
    weekday = "|".join(name for day in calendar.weekdays for name in (day.name, *day.short))
    form = (
        rf"(?P<dmy>(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{month})\.?,?\s+(?P<y1>\d{{4}})\b)"
        rf"|(?P<mdy>\b(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b)"
        r"|(?P<iso>(?<!\d)(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d))"
        r"|(?P<num>(?<!\d)(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y4>\d{4})(?!\d))"
        rf"|(?P<my>\b(?P<m5>{month})\.?,?\s+(?P<y5>\d{{4}})\b)"
    )
    time_of_day = r"(?:[,\s]+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?"
    labels = lexicon("importing/publication", _Labels)
    label = "|".join(re.escape(word) for word in sorted([*labels.published, *labels.other], key=len, reverse=True))
    return (
        re.compile(form, re.IGNORECASE),
        re.compile(rf"\(?(?:(?:{weekday})\.?,?\s+)?(?:{form}){time_of_day}\)?\.?", re.IGNORECASE),
        re.compile(rf"\b(?P<label>{label})\s*[:|–-]?\s*(?:(?:{weekday})\.?,?\s+)?$", re.IGNORECASE),
    )


def _day(match: re.Match[str]) -> str | None:
    """The calendar day or month of a match as YYYY-MM-DD or YYYY-MM; None where it can't be, or could be two days."""
    groups = match.groupdict()
    try:
        if groups["my"]:
            return f"{int(groups['y5']):04}-{_months()[groups['m5'].lower()]:02}"
        if groups["dmy"]:
            found = date(int(groups["y1"]), _months()[groups["m1"].lower()], int(groups["d1"]))
        elif groups["mdy"]:
            found = date(int(groups["y2"]), _months()[groups["m2"].lower()], int(groups["d2"]))
        elif groups["iso"]:
            found = date(int(groups["y3"]), int(groups["m3"]), int(groups["d3"]))
        else:
            first, second, year = int(groups["a"]), int(groups["b"]), int(groups["y4"])
            if groups["sep"] == "." or first > 12 or first == second:
                found = date(year, second, first)
            elif second > 12:
                found = date(year, first, second)
            else:
                return None
    except ValueError:
        return None
    return found.isoformat() if 1900 <= found.year <= 2100 else None


def is_date_line(line: str) -> bool:
    """Whether a line is a date and nothing else, or a label and a date.

    >>> is_date_line("Published: Monday, 3 May 2021"), is_date_line("Events of 3 May 2021")
    (True, False)
    """
    form, alone, label = _patterns()
    if alone.fullmatch(line.strip()):
        return True
    found = form.search(line)
    return bool(found and (said := label.search(line, 0, found.start())) and not line[: said.start()].strip())


def guess_date(text: str) -> Claim | None:
    """The day of publication that the head (or the last lines) of a report tells, or None.

    A stated day counts before a dateline, that before a date on its own line, that before one in a byline.

    >>> guess_date("Uganda: two held\\n\\nKampala, May 3, 2023 – Police held two editors.").value
    '2023-05-03'
    """
    found: list[tuple[int, Claim]] = []
    head = text[:HEAD_CHARACTERS]
    for rank, claim in _in_lines(head):
        found.append((rank, claim))
    if len(text) > HEAD_CHARACTERS:
        found += [(rank, claim) for rank, claim in _in_lines(text[-TAIL_CHARACTERS:]) if rank == 0]
    return min(found, key=lambda item: item[0], default=(0, None))[1]


def _in_lines(part: str) -> list[tuple[int, Claim]]:
    form, alone, label = _patterns()
    found = []
    filled = [line.strip() for line in part.splitlines() if line.strip()]
    for number, line in enumerate(filled):
        for match in form.finditer(line):
            day = _day(match)
            if day is None:
                continue
            said = label.search(line, 0, match.start())
            if said:
                if said["label"].lower() in lexicon("importing/publication", _Labels).published:
                    found.append((0, _claim(day, f"“{line[said.start() : match.end()]}” in the text", "sure")))
            elif number < OWN_LINE_REACH and alone.fullmatch(line):
                found.append((2, _claim(day, f"“{line}” on a line of its own", "likely")))
            elif len(day) == len("2021-05-03") and _is_dateline(line, match):
                found.append((1, _claim(day, f"the dateline “{line[: match.end()]}”", "likely")))
            elif number < OWN_LINE_REACH and len(line) < 120 and re.match(r"by\s+\S|.*\|", line, re.IGNORECASE):
                found.append((3, _claim(day, f"the byline “{line}”", "likely")))
    return found


def _claim(day: str, where: str, trust: Trust) -> Claim:
    return Claim("published", day, where, trust)


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    """Whether a date stands behind a place at the start of a line, with a dash, colon or bracket after it."""
    before, after = line[: match.start()], line[match.end() :]
    if not before.strip("( ") or len(before) > DATELINE_REACH:
        return False
    capitals = all(word[:1].isupper() or not word[:1].isalpha() for word in before.strip("( ").split())
    return capitals and re.match(r"\s*\)?\s*(?:[-–—:]|$)", after) is not None
