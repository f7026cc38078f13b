"""The state that dates are resolved against while a report is read: reference day, report year, narrative."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from civicspace.annotations import Anchor
from civicspace.components.dates.tense import Direction
from civicspace.components.dates.values import Period, month

_FAR = timedelta(days=180)


@dataclass(slots=True)
class Anchors:
    """What the story has told so far.

    reference: the day that deictic expressions are read against, or None. report_year: the year an annual report is on.
    history: the report tells of a past long before its reference day, so years carry over from the narrative.
    narrative: the period told of last; source says whether a heading gave it. carried_year: the year that
    the paragraph is set in. sentence_day: the day that the sentence has named. at_night: the
    last part of the day told is an evening or a night. listed: days named side by side ("23rd and 31st January").
    """

    reference: date | None
    report_year: int | None = None
    history: bool = False
    narrative: Period | None = None
    source: Anchor = "narrative"
    carried_year: int | None = None
    section_dated: bool = False
    sentence_day: Period | None = None
    at_night: bool = False
    listed: list[Period] = field(default_factory=list)

    @property
    def base(self) -> date | None:
        """The day that yearless dates lie before: the reference, or the last day of the year reported on."""
        if self.report_year is not None:
            end = date(self.report_year, 12, 31)
            return min(end, self.reference) if self.reference else end
        return self.reference

    def tell(self, period: Period) -> None:
        """A date has been told: later expressions may count from it."""
        self.narrative = period
        self.source = "narrative"

    def current_year(self) -> tuple[int | None, Anchor]:
        """The year that "the year" means: the narrative's, the report's, the reference day's; and what told it."""
        told = self.narrative
        if told is not None and told.unit not in ("decade", "century"):
            return told.first.year, self.source
        if self.report_year is not None:
            return self.report_year, "published"
        if self.reference is None:
            return None, "published"
        early = self.reference.month <= 2
        return self.reference.year - early, "published"

    def open_section(self) -> None:
        """A heading: the narrative starts anew."""
        if not self.history:
            self.narrative = None
            self.carried_year = None
        self.section_dated = False

    def open_paragraph(self) -> None:
        """A new paragraph: a year told in passing no longer holds."""
        if not self.history and not self.section_dated:
            self.carried_year = None

    def year_for(self, number: int, day_of_month: int | None, direction: Direction, since: bool) -> int | None:
        """The year of a month or day told without one, or None where nothing tells.

        number: the month. direction: what the verb says. since: "since" stands before it.
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
            origin = narrative.last if narrative else base
            return min(
                (origin.year + k for k in (-1, 0, 1)), key=lambda y: self._distance(y, number, day_of_month, origin)
            )
        latest = self._last_before(number, day_of_month, base)
        if direction == "open" and self.report_year is None and self._soon(latest, number, day_of_month):
            return latest + 1
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

    def _soon(self, latest: int, number: int, day_of_month: int | None) -> bool:
        """True where a date lies almost a year back, and its next return is near: an announced date rather
        than a remembered one."""
        if self.reference is None:
            return False
        back = (self.reference - date(latest, number, min(day_of_month or 28, 28))).days
        ahead = (date(latest + 1, number, min(day_of_month or 1, 28)) - self.reference).days
        if back < 270 or ahead > 95:
            return False
        told = self.narrative
        if told is None or told.unit not in ("day", "time", "month"):
            return True
        return (date(latest + 1, number, 15) - told.last).days < (told.first - date(latest, number, 15)).days

    @staticmethod
    def _distance(year: int, number: int, day_of_month: int | None, origin: date) -> tuple[int, bool]:
        told = date(year, number, min(day_of_month or 15, 28))
        return abs((told - origin).days), told < origin

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
