"""TIMEX3 values of a record's dates.

Some can't be told from EDTF alone ("the evening of 14 May" is 2018-05-14 there), so each function takes the
expression's words where it needs them. An empty string means: no TIMEX3 value is known.
"""

from __future__ import annotations

import re
from datetime import date

from civicspace.annotations import TimexKind
from civicspace.timex3.lengths import duration_value
from civicspace.timex3.sets import set_value
from civicspace.timex3.words import lower_words, timex3_words

TYPES: dict[TimexKind, str] = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}
UNKNOWN_DAY = "XXXX-XX-XX"

_PART_OF_YEAR = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])")
_MASKED_YEARS = re.compile(r"(\d{3})X|(\d\d)XX")
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_HALF_YEAR = re.compile(r"(\d{4})-(01|07)/\1-(06|12)")
_DAYS_OF_QUARTER = range(84, 98)
_HALVES = {("01", "06"): "H1", ("07", "12"): "H2"}


def part_of_day(expression: str) -> str:
    """TIMEX3's code of the part of the day that an expression names, or an empty string.

    >>> part_of_day("Monday morning"), part_of_day("the night hours"), part_of_day("Monday")
    ('MO', 'NI', '')
    """
    codes = timex3_words().parts_of_day
    for word in lower_words(expression):
        if code := codes.get(word) or codes.get(word.removesuffix("s")):
            return code
    return ""


def calendar_value(edtf: str | None) -> str:
    """An EDTF value of the calendar as TIMEX3; an interval that TIMEX3 has no unit for stays as it is.

    Intervals of days are read as a week (Monday to Sunday) or weekend where they are one. One of about thirteen weeks,
    as firms count their quarters, is the quarter that its middle is in. Of an open interval the end that is known is
    the value.

    >>> [calendar_value(v) for v in ("2018-23", "201X", "2019-10-07/2019-10-13", "2018-05-14T19:00:00", None)]
    ['2018-FA', '201', '2019-W41', '2018-05-14T19:00', '']
    """
    if edtf is None:
        return ""
    if "/" in edtf:
        return _interval_value(edtf)
    edtf = edtf.rstrip("?~%")
    if time := _TIME.fullmatch(edtf):
        return time[1] if time[2] in (None, ":00") else time[1] + time[2]
    if found := _PART_OF_YEAR.fullmatch(edtf):
        return f"{found[1]}-{timex3_words().sub_years[found[2]]}"
    if found := _MASKED_YEARS.fullmatch(edtf):
        return found[1] or found[2]
    return edtf


def _interval_value(edtf: str) -> str:
    first, last = edtf.split("/")
    if ".." in (first, last):
        return calendar_value(last if first == ".." else first)
    if (half := _HALF_YEAR.fullmatch(edtf)) and (half[2], half[3]) in _HALVES:
        return f"{half[1]}-{_HALVES[half[2], half[3]]}"
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return edtf
    year, week, weekday = start.isocalendar()
    match weekday, (end - start).days:
        case 1, 6:
            return f"{year:04d}-W{week:02d}"
        case 6, 1:
            return f"{year:04d}-W{week:02d}-WE"
    if (end - start).days in _DAYS_OF_QUARTER:
        middle = start + (end - start) / 2
        return f"{middle.year:04d}-Q{(middle.month + 2) // 3}"
    return edtf


def value(kind: TimexKind, expression: str, edtf: str | None, duration: str | None) -> str:
    """The TIMEX3 value of a record's date.

    kind, edtf, duration: as the record has them; expression: the date's text. A time of day without an hour gets its
    part of the day, on the day where one is known. What is a vague while ago is PAST_REF.

    >>> value("time", "the evening of 14 May 2018", "2018-05-14", None)
    '2018-05-14TEV'
    """
    match kind:
        case "duration":
            return duration_value(duration, expression)
        case "set":
            return set_value(expression, part_of_day(expression))
        case "time":
            found = calendar_value(edtf)
            part = part_of_day(expression)
            if "T" in found or not part:
                return found
            return f"{found or UNKNOWN_DAY}T{part}"
    return calendar_value(edtf) or ("PAST_REF" if lower_words(expression)[-1:] == ["ago"] else "")
