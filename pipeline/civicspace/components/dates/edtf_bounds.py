"""The last calendar day of any EDTF value that a report's metadata may state, masked digits and open ends included."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from civicspace.components.dates import values

_MASKED = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?", re.ASCII)


def last_day(edtf: str) -> date | None:
    """The day that a period can't reach beyond, or None where it is open, of no known year, or no EDTF.

    A masked part is read as the last one that fits: "201X" ends with 2019, "2018-XX-31" on 31 December.

    >>> last_day("201X"), last_day("2018-02-XX"), last_day("../2018")
    (datetime.date(2019, 12, 31), datetime.date(2018, 2, 28), datetime.date(2018, 12, 31))
    >>> last_day("2018/..") is None
    True
    """
    end = edtf.strip().split("/")[-1].rstrip("~?%")
    period = values.from_edtf(end)
    if period is not None:
        return period.last
    if (half := re.fullmatch(r"(\d{4})-4([01])", end, re.ASCII)) and half[1] != "0000":
        return values.half(int(half[1]), 1 + int(half[2])).last
    found = _MASKED.fullmatch(end)
    if found is None or found[1] == "0000":
        return None
    year = int(found[1].replace("X", "9"))
    month, day = found[2], found[3]
    for number in range(12, 0, -1) if month in (None, "XX") else (int(month),):
        try:
            length = monthrange(year, number)[1]
            return date(year, number, length if day in (None, "XX") else int(day))
        except ValueError:
            continue
    return None
