"""What an expression means before it is placed on the calendar: small trees, one class a kind of meaning.

The grammar builds them, ``composing`` puts neighbours together, ``resolving`` evaluates them against the
report's reference day and narrative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from civicspace.annotations import Modifier
from civicspace.components.dates.values import Length

_EVENING = 18


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
    year: int | None


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A season (EDTF code), quarter or half of a year, a decade or a century."""

    kind: Literal["season", "quarter", "half", "decade", "century"]
    number: int
    year: int | None = None
    offset: int | None = None  # years on from the nearest ("last summer", "the year-ago first quarter" -1)
    narrative: bool = False  # a season counted from the narrative's date ("the following spring")


@dataclass(frozen=True, slots=True)
class Reported:
    """The period that figures are on: "the quarter", "the latest period", "the year-ago quarter"."""

    unit: Literal["period", "quarter", "half", "year", "month", "week", "day"]
    years: int = 0  # from the period reported on ("the year-ago quarter" -1)
    year: int | None = None  # "the 2016 period"


@dataclass(frozen=True, slots=True)
class Ended:
    """A length that ends with a date: "the quarter ended 29 September"."""

    length: Length
    last: Expression


@dataclass(frozen=True, slots=True)
class PartOf:
    """So much of a period from its start, or (``closing``) up to its end: "the first nine months of 2017"."""

    length: Length
    of: Expression
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A period whose place on the calendar its words don't tell: "the school year", "the turn of the century"."""


@dataclass(frozen=True, slots=True)
class Deictic:
    """A period counted from the reference day: "yesterday", "last year", "this month"."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """A period counted from the narrative's date: "the following week", "the same day".

    ``pointing``: it takes up the date told last, even one told in passing ("later that year").
    """

    unit: str
    offset: int
    pointing: bool = False
    compared: bool = False  # as of Shifted ("up from seven the previous year")


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
    week: bool = False  # the calendar week is meant ("the week before the vote")
    recurring: bool = False  # an anniversary; ``length``: how many years on, None where it isn't told
    clause: bool = False  # a clause tells the event ("the day he was released")
    event: str | None = None  # the kind of event that the expression itself names ("election day")

    @property
    def takes_date(self) -> bool:
        """True where a date behind it is the day that it counts from ("the day after 3 May")."""
        named = self.recurring or self.clause or self.event is not None
        return self.origin == "event" and self.of is None and not named

    compared: bool = False  # behind a figure that it is the past of ("up from 30 a year earlier")


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

    @property
    def late(self) -> bool:
        """True for an evening or a night: the morning told next is another day's."""
        return self.part in ("night", "evening") or (self.hour is not None and self.hour >= _EVENING)


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
    | Reported
    | Ended
    | PartOf
    | Unplaced
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
