"""Checking dates and durations: the subset of EDTF (ISO 8601-2) that a record holds, and ISO 8601 durations.

Grammar of a date value, in EBNF::

    edtf      = interval | moment ;
    interval  = ".." "/" moment | moment "/" ".." | moment "/" moment ;
    moment    = ( date | time ) , [ qualifier ] ;
    time      = day "T" HH ":" MM ":" SS [ "Z" | ( "+" | "-" ) HH ":" MM ] ;
    date      = year | decade | century | month | part | day | masked ;
    year      = YYYY ;                  (* 2018 *)
    decade    = YYY "X" ;               (* 201X: the 2010s *)
    century   = YY "XX" ;               (* 19XX: the 1900s *)
    month     = YYYY "-" 01..12 ;       (* 2018-05 *)
    part      = YYYY "-" ( 21..24       (* spring, summer, autumn, winter *)
                         | 33..36       (* first to fourth quarter *)
                         | 40..41 ) ;   (* first and second half *)
    day       = YYYY "-" MM "-" DD ;    (* a day of the calendar: 2018-05-14 *)
    masked    = YYYY "-XX" | YYYY "-XX-" DD | YYYY "-" MM "-XX" | YYYY "-XX-XX"
              | "XXXX-" MM "-" DD ;     (* an X is a digit that isn't known *)
    qualifier = "?" | "~" | "%" ;       (* uncertain, approximate, both *)

An interval whose two ends are plain dates runs forward. Left out of EDTF on purpose, since no stage writes it:
years before 0 or beyond 9999, sets, lists, exponents, qualifiers of single parts, empty interval ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_HOUR = r"(?:[01][0-9]|2[0-3])"
_SIXTY = r"[0-5][0-9]"
_ZONE = rf"(?:Z|[+-]{_HOUR}:{_SIXTY})?"
_DATE = (
    rf"(?:[0-9]{{4}}|[0-9]{{3}}X|[0-9]{{2}}XX|[0-9]{{4}}-(?:{_MONTH}|2[1-4]|3[3-6]|4[01]|XX)"
    rf"|[0-9]{{4}}-(?:{_MONTH}|XX)-(?:{_DAY}|XX)|XXXX-{_MONTH}-{_DAY})"
)
_TIME = rf"[0-9]{{4}}-{_MONTH}-{_DAY}T{_HOUR}:{_SIXTY}:{_SIXTY}{_ZONE}"
_MOMENT = rf"(?:{_TIME}|{_DATE})[?~%]?"
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"

EDTF_PATTERN = rf"^(?:{_MOMENT}|{_MOMENT}/{_MOMENT}|\.\./{_MOMENT}|{_MOMENT}/\.\.)$"
DURATION_PATTERN = (
    rf"^P(?=[0-9T])(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?$"
)

_EDTF = re.compile(EDTF_PATTERN)
_DURATION = re.compile(DURATION_PATTERN)
_PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_FULL_DAY = re.compile(r"([0-9X]{4})-([0-9]{2})-([0-9]{2})")
_LEAP_YEAR = 2000


@lru_cache(maxsize=4096)
def check_day(value: str) -> str:
    """A day of the calendar as YYYY-MM-DD, given back unchanged; ValueError for anything else.

    >>> check_day("2024-02-29")
    '2024-02-29'
    """
    try:
        if date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise ValueError(f"{value!r} is no day of the calendar as YYYY-MM-DD")


def _check_calendar(moment: str, whole: str) -> None:
    """ValueError for a day that its month doesn't have; where the year is masked, 29 February is a day."""
    found = _FULL_DAY.match(moment)
    if not found:
        return
    year, month, day = found.groups()
    if year == "0000":
        raise ValueError(f"{whole!r} holds the year 0000, which calendar days don't reach")
    if int(day) > monthrange(int(year) if year.isdigit() else _LEAP_YEAR, int(month))[1]:
        raise ValueError(f"{whole!r} holds a day that its month doesn't have")


@lru_cache(maxsize=4096)
def check_edtf(value: str) -> str:
    """A value of the grammar above, given back unchanged.

    Raises ValueError for another syntax, a day that the calendar doesn't have, and an interval that runs backward.

    >>> check_edtf("2018-05-03/2018-05-05")
    '2018-05-03/2018-05-05'
    >>> check_edtf("2018-02-30")
    Traceback (most recent call last):
    ...
    ValueError: '2018-02-30' holds a day that its month doesn't have
    """
    if not _EDTF.fullmatch(value):
        raise ValueError(f"{value!r} is no EDTF value of the kinds that a record holds")
    ends = [end.rstrip("?~%") for end in value.split("/")]
    for end in ends:
        _check_calendar(end, value)
    if len(ends) == 2 and all(_PLAIN.fullmatch(end) for end in ends):
        shared = min(len(ends[0]), len(ends[1]))
        if ends[0][:shared] > ends[1][:shared]:
            raise ValueError(f"{value!r} is an interval that runs backward")
    return value


@lru_cache(maxsize=4096)
def check_duration(value: str) -> str:
    """An ISO 8601 duration (P2Y6M, P10D, PT36H), given back unchanged; ValueError for anything else.

    >>> check_duration("P2Y6M")
    'P2Y6M'
    """
    if not _DURATION.fullmatch(value):
        raise ValueError(f"{value!r} is no ISO 8601 duration")
    return value
