"""The state that dates are resolved against while a report is read: reference day, report year, narrative."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from civicspace.annotations import Anchor
from civicspace.components.dates.exactness import Exactness
from civicspace.components.dates.tense import Direction
from civicspace.components.dates.values import Period, month

_FAR = timedelta(days=180)
_NEAR = timedelta(days=62)
_SELDOM_BACK = 3
_NEVER_BACK = 8


@dataclass(slots=True)
class Anchors:
    """What the story has told so far.

    reference: the day that deictic expressions are read against, or None; known: how exactly. report_year: the year
    an annual report is on.
    history: the report tells of a past long before its reference day, so years carry over from the narrative.
    afar: such a report that hardly mentions the time of its telling.
    narrative: the period told of last; source says whether a heading gave it. carried_year: the year that
    the paragraph is set in. sentence_day: the day that the sentence has named. at_night: the
    last part of the day told is an evening or a night. listed: days named side by side ("23rd and 31st January").
    reported: the quarter or the like that figures were last told of; sentence_period: the month or longer period that
    the sentence has told figures of; measured: the sentence tells figures of so many months, and not of ``reported``.
    mentioned: the date told last, in whatever way.
    """

    reference: date | None
    known: Exactness = "day"
    report_year: int | None = None
    history: bool = False
    afar: bool = False
    narrative: Period | None = None
    source: Anchor = "narrative"
    carried_year: int | None = None
    section_dated: bool = False
    sentence_day: Period | None = None
    sentence_told: bool = False
    passing: Period | None = None
    paragraph_told: bool = False
    at_night: bool = False
    listed: list[Period] = field(default_factory=list)
    reported: Period | None = None
    sentence_period: Period | None = None
    measured: bool = False
    mentioned: Period | None = None

    @property
    def base(self) -> date | None:
        """The day that yearless dates lie before: the reference, or the last day of the year reported on."""
        if self.report_year is not None:
            end = date(self.report_year, 12, 31)
            return min(end, self.reference) if self.reference else end
        return self.reference

    def report(self, period: Period) -> None:
        """A period that figures are told of: what comes may be compared with it."""
        self.sentence_period = period
        ended = self.reference is None or period.last < self.reference
        if period.unit != "month" and (ended or self.reported is None):
            self.reported = period

    @property
    def moment(self) -> date | None:
        """The day that "this year" and "next spring" count from: the story's in a history told from afar, else the
        reference day."""
        told, reference = self.narrative, self.reference
        if not self.afar or told is None or told.unit in ("decade", "century"):
            return reference
        return told.first if reference is None or reference - told.last > 4 * _FAR else reference

    def newly(self, period: Period) -> bool:
        """True for a whole year that is the reference day's or the one before: what follows goes on in it, except where
        figures are compared."""
        base = self.base
        if base is None or self.reported is not None or period.unit != "year":
            return False
        return base.year - 1 <= period.first.year <= base.year

    def tell(self, period: Period) -> None:
        """A date has been told: later expressions may count from it."""
        self.narrative = period
        self.source = "narrative"

    def current_year(self) -> tuple[int | None, Anchor]:
        """The year that "the year" means: the narrative's, the report's, the reference day's; and what told it."""
        told = self.narrative
        if told is not None and told.unit not in ("decade", "century"):
            return told.first.year, self.source
        if self.history and self.carried_year is not None:
            return self.carried_year, self.source
        if self.report_year is not None:
            return self.report_year, "published"
        if self.reference is None:
            return None, "published"
        early = self.reference.month <= 2
        return self.reference.year - early, "published"

    def open_sentence(self) -> None:
        """A new sentence: the day told in the last one only in passing is the story's, where it told no other."""
        if self.passing is not None and not self.sentence_told:
            self.tell(self.passing)
        self.passing = None
        self.sentence_day = None
        self.sentence_told = False
        self.sentence_period = None
        self.measured = False

    def open_section(self) -> None:
        """A heading: the narrative starts anew."""
        self.reported = None
        self.mentioned = None
        if not self.history:
            self.narrative = None
            self.carried_year = None
        self.section_dated = False

    def open_paragraph(self) -> None:
        """A new paragraph: a year told in passing no longer holds."""
        self.paragraph_told = False
        if not self.history and not self.section_dated:
            self.carried_year = None

    @property
    def recounts(self) -> bool:
        """True where a report tells of a year or a past time: its yearless dates follow the story."""
        return self.history or self.report_year is not None or self.carried_year is not None

    def in_story(self) -> bool:
        """True where the paragraph has told a day or month of the time before the reference day: what lies ahead is
        counted from it."""
        told = self.narrative
        return (
            self.paragraph_told
            and told is not None
            and told.unit in ("day", "time", "week", "month")
            and self.reference is not None
            and timedelta() <= self.reference - told.first < 2 * _FAR
        )

    def far_back(self) -> bool:
        """True where the paragraph has told a day or month more than a year before the reference day: the story is
        there."""
        told = self.narrative
        return (
            self.paragraph_told
            and told is not None
            and told.unit in ("day", "time", "week", "month")
            and self.reference is not None
            and self.reference - told.first > 2 * _FAR
        )

    def near_story(self, told: date) -> bool:
        """True where the story is within two months of a day, well before the reference day."""
        story, reference = self.narrative, self.reference
        if story is None or reference is None or story.unit not in ("day", "time", "week", "month"):
            return False
        return abs(story.first - told) < _NEAR and reference - story.first > _NEAR

    def nearest(self, number: int, day_of_month: int | None) -> tuple[tuple[int, int], tuple[int, int]]:
        """The years in which a month or day last was and will next be, each with the days to it from the reference
        day; the same one twice where the reference day is in it. Needs a reference day."""
        reference = self.reference
        if reference is None:
            raise ValueError("no reference day")
        last = self._last_before(number, day_of_month, reference)
        following = self._first_after(number, day_of_month, reference)
        ended = month(last, number).last if day_of_month is None else date(last, number, min(day_of_month, 28))
        begins = date(following, number, min(day_of_month or 1, 28))
        return (last, (reference - ended).days), (following, (begins - reference).days)

    def year_for(
        self, number: int, day_of_month: int | None, direction: Direction, since: bool, limit: bool = False
    ) -> int | None:
        """The year of a month or day told without one, or None where nothing tells.

        number: the month. direction: what the verb says. since, limit: "since", a word of a limit stands before it.
        """
        base, narrative = self.base, self.narrative
        if self.carried_year is not None and (direction != "future" or self.history):
            return self._carried(number, day_of_month)
        if base is None:
            return narrative.first.year if narrative else None
        if direction == "future" and self.reference is not None:
            return self._first_after(number, day_of_month, self.reference)
        if direction == "forward":
            if narrative is not None and narrative.unit == "year":
                return narrative.first.year
            if narrative is None and self.report_year is not None:
                return self.report_year
            origin = narrative.last if narrative else base
            return min(
                (origin.year + k for k in (-1, 0, 1)),
                key=lambda y: self._distance(y, number, day_of_month, origin, limit=limit),
            )
        latest = self._last_before(number, day_of_month, base)
        if (since and direction == "perfect" and narrative is not None) and narrative.unit != "year":
            return self._last_before(number, day_of_month, narrative.first)
        if self.report_year is not None and narrative is not None and self.reference is not None:
            told = date(latest, number, min(day_of_month or 1, 28))
            rolled = date(latest + 1, number, min(day_of_month or 1, 28))
            if (
                narrative.unit not in ("year", "interval")
                and narrative.first - told > _FAR
                and rolled <= self.reference
            ):
                return latest + 1
        return latest

    def _carried(self, number: int, day_of_month: int | None) -> int:
        if self.history:
            return self.carried_year or 0
        narrative = self.narrative
        fine = narrative is not None and narrative.unit in ("day", "month", "time", "week")
        if (
            narrative is not None
            and fine
            and self.carried_year is not None
            and narrative.first.year == self.carried_year + 1
        ):
            self.carried_year = narrative.first.year
        year = self.carried_year or 0
        if narrative is not None and fine and narrative.first.year == year:
            told = date(year, number, min(day_of_month or 1, 28))
            limit = self.reference or date(9000, 1, 1)
            rolled = date(year + 1, number, min(day_of_month or 1, 28))
            if narrative.first - told > _FAR and rolled <= limit:
                self.carried_year = year + 1
                return year + 1
        return year

    @staticmethod
    def _distance(year: int, number: int, day_of_month: int | None, origin: date, *, limit: bool) -> float:
        """Days from the story's moment to a date said to lie ahead of it: told later, it may be before, but not as a
        limit."""
        days = (date(year, number, min(day_of_month or 15, 28)) - origin).days
        return days if days >= 0 else -days * (_NEVER_BACK if limit else _SELDOM_BACK)

    @staticmethod
    def _last_before(number: int, day_of_month: int | None, limit: date) -> int:
        return limit.year if (number, day_of_month or 1) <= (limit.month, limit.day) else limit.year - 1

    @staticmethod
    def _first_after(number: int, day_of_month: int | None, limit: date) -> int:
        return limit.year if (number, day_of_month or 31) >= (limit.month, limit.day) else limit.year + 1

    def months(self) -> Period | None:
        """The narrative's month, where it is told that exactly."""
        n = self.narrative
        if n is None or n.unit not in ("day", "time", "week", "month", "interval"):
            return None
        return month(n.first.year, n.first.month)
