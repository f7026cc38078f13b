"""What an expression means before it is placed on the calendar: small trees, one class a kind of meaning.

The grammar builds them, ``composing`` puts neighbours together, ``resolving`` evaluates them against the
report's reference day and narrative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from civicspace.annotations import Modifier
from civicspace.components.dates.values import Length


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by its names: day of a month of a year, as far as told. ``weekday`` alone is a bare weekday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date in numbers that can be read day first or month first ("05/06/2018"); ``numeric_order`` decides."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A season (EDTF code), quarter or half of a year, a decade or a century."""

    kind: Literal["season", "quarter", "half", "decade", "century"]
    number: int
    year: int | None = None
    offset: int | None = None  # years from the reference ("last summer" -1), None where not told


@dataclass(frozen=True, slots=True)
class Deictic:
    """A period counted from the reference day: "yesterday", "last year", "this month"."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """A period counted from the narrative's date: "the following week", "the same day"."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class CurrentYear:
    """A period with nothing but "the": "the year", "the month"."""

    unit: str


@dataclass(frozen=True, slots=True)
class NearWeekday:
    """A weekday or month counted from the reference ("last Friday") or the narrative ("the following
    Tuesday", "that Sunday")."""

    weekday: int | None
    month: int | None
    offset: int
    narrative: bool


@dataclass(frozen=True, slots=True)
class Shifted:
    """A length away from the reference ("ago"), the narrative ("later") or an event ("after his arrest").

    ``length`` is None where vague. ``of`` is the date that it is counted from, where a date stands there.
    """

    length: Length | None
    sign: int
    origin: Literal["reference", "narrative", "event"]
    exact: bool = False
    of: Expression | None = None
    part: str | None = None  # part of the day that is counted ("the night before the vote")


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the narrative's month: "the 28th"; ``count`` instead: the nth day of what happened ("the
    second day")."""

    day: int
    counted: bool = False


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth (-1: last) weekday, weekend or day of a month; 0: the weekday of a week."""

    nth: int
    weekday: int | None  # None: weekend; 0: day
    of: Expression


@dataclass(frozen=True, slots=True)
class DayTime:
    """A part of the day or a clock time, on a day told by ``of`` or by the narrative."""

    hour: int | None
    minute: int = 0
    part: str | None = None
    which: Literal["bare", "that", "next", "previous", "this", "last"] = "bare"
    of: Expression | None = None
    around: bool = False  # "shortly before midnight": no exact clock time


@dataclass(frozen=True, slots=True)
class Named:
    """A named day of the observances' table."""

    name: str
    year: int | None = None
    years_of: Expression | None = None


@dataclass(frozen=True, slots=True)
class OfYear:
    """A yearless date with a relative year: "September last year", "March of the previous year"."""

    date: Expression
    year: Expression


@dataclass(frozen=True, slots=True)
class Modified:
    """A period with a modifier: "early May", "the end of the year"."""

    of: Expression
    modifier: Modifier | None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week a date is in."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Measure:
    """A duration; ``length`` is None where vague."""

    length: Length | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set: "every Friday", "twice a week"."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A full numeric date that may name its time."""

    edtf: str


type Expression = (
    CalendarDate
    | NumericDate
    | CalendarPart
    | Deictic
    | Anaphoric
    | CurrentYear
    | NearWeekday
    | Shifted
    | MonthDay
    | NthWeekday
    | DayTime
    | Named
    | OfYear
    | Modified
    | WeekOf
    | Span
    | Measure
    | Recurrence
    | Instant
)
