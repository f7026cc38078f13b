"""The long tail of full dates with the month's name or the year first: "5-May-18", "2018 May 5", "2018.05.14".

Finding them is the grammar's part, by the shape of digits, month names and marks. What was found is given alone to
dateparser (https://dateparser.readthedocs.io), which must read day, month and year in it; nothing is filled in from
the day of the run. The library is imported when the first such date is met.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from civicspace.components.dates.expressions import CalendarDate, Expression, Instant
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numeric_rules import stands_alone
from civicspace.components.dates.vocabulary import Vocabulary

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

type Order = Literal["DMY", "MDY", "YMD"]

_BEFORE_DAY = frozenset(("on", "dated", "since", "until", "till", "by", "from", "to", "before", "after", "of", "the"))


@cache
def _parser(order: Order) -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["en"],
        settings={
            "DATE_ORDER": order,
            "PARSERS": ["absolute-time"],
            "PREFER_LOCALE_DATE_ORDER": False,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
        },
    )


@lru_cache(maxsize=4096)
def normalised(text: str, order: Order) -> datetime | None:
    """The day, at its time if one is told, that a full date names; None where it is no day of the calendar.

    >>> normalised("5-May-18", "DMY").date().isoformat()
    '2018-05-05'
    >>> normalised("31-Feb-2018", "DMY") is None
    True
    """
    found: datetime | None = _parser(order).get_date_data(text).date_obj
    return found


def _dated(m: Match, order: Order) -> CalendarDate | None:
    """The match as a calendar date, where dateparser finds the same day and year in it as the grammar did."""
    text = m.lexemes.text[m.lexemes.starts[m.first] : m.lexemes.ends[m.beyond - 1]]
    day, year = re.match(r"\d+", m.word("d") or ""), m.word("y") or ""
    found = normalised(" ".join(text.replace("’", "'").split()), order)
    if found is None or day is None or found.day != int(day.group()) or not f"{found.year:04d}".endswith(year):
        return None
    return CalendarDate(found.year, found.month, found.day)


def _marks(m: Match) -> set[str]:
    """What stands between the parts of the match."""
    text = m.lexemes.text[m.lexemes.starts[m.first] : m.lexemes.ends[m.beyond - 1]]
    return set(re.findall(r"\W+", text))


@rule(
    "explicit-form",
    "<d: DAY|DAYORD> (DASH|SLASH|DOT) MONTH (DASH|SLASH|DOT) <y: YEAR|YY>",
    "MONTH (DASH|SLASH|DOT) <d: DAY|DAYORD> (DASH|SLASH|DOT) <y: YEAR|YY>",
)
def joined(m: Match, _v: Vocabulary) -> Expression | None:
    """ "5-May-18", "5th/May/2018", "May-5-2018": the same mark twice, no space."""
    if len(_marks(m)) != 1 or any(mark not in "-–/." for mark in _marks(m)) or not stands_alone(m):
        return None
    return _dated(m, "MDY" if m.lexemes.lowers[m.first].isalpha() else "DMY")


@rule("explicit-form", "<y: YEAR> (DASH|SLASH|DOT)? MONTH (DASH|SLASH|DOT)? <d: DAY>", "<y: YEAR> DOT MON DOT <d: DAY>")
def year_first(m: Match, _v: Vocabulary) -> Expression | None:
    """ "2018-May-05", "2018 May 5", "2018.05.14": the same mark twice, or a space."""
    marks = _marks(m)
    if len(marks) != 1 or not marks <= {"-", "–", "/", ".", " "} or not stands_alone(m):
        return None
    return _dated(m, "YMD")


@rule("explicit-form", "<d: DAY> MONTH TICK <y: YY>", "MONTH <d: DAY|DAYORD> COMMA? TICK <y: YY>")
def short_year(m: Match, _v: Vocabulary) -> Expression | None:
    """ "5 May '18", "May 5, '18"; before a word, the tick may open a quotation ("On 5 May '20 men came'")."""
    if m.after()[:1].isalpha():
        return None
    return _dated(m, "MDY" if m.lexemes.lowers[m.first].isalpha() else "DMY")


@rule("explicit-form", "<d: DAY> DOT MONTH <y: YEAR>")
def dotted_day(m: Match, _v: Vocabulary) -> Expression | None:
    """ "on 14. May 2018"; without a word before it that opens a date, the number may end a sentence or open a list."""
    return _dated(m, "DMY") if m.before() in _BEFORE_DAY else None


@rule("explicit-form", "(WEEKDAY COMMA?)? MONTH <d: DAY> HOUR COLON MIN COLON MIN (gmt|utc)? <y: YEAR>")
def stamp(m: Match, _v: Vocabulary) -> Expression | None:
    """ "Sat May 5 14:00:00 2018", as machines write it."""
    text = m.lexemes.text[m.lexemes.starts[m.first] : m.lexemes.ends[m.beyond - 1]]
    found = normalised(text, "MDY")
    return Instant(found.strftime("%Y-%m-%dT%H:%M:%S")) if found else None
