"""Reading one report from start to end: each expression gets its value, and the anchors move on with the story."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from civicspace.annotations import Extent, Modifier, Timex
from civicspace.components.dates import values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.appositions import counted_unit, told_after, told_before
from civicspace.components.dates.bounds import bounds
from civicspace.components.dates.comparison_rules import has_past_figure, is_standard
from civicspace.components.dates.event_phrases import complement
from civicspace.components.dates.event_placing import EventPlacing
from civicspace.components.dates.events import EventDates
from civicspace.components.dates.exactness import exactness
from civicspace.components.dates.expressions import (
    CalendarDate,
    CalendarPart,
    DayTime,
    Ended,
    Expression,
    Measure,
    Named,
    Shifted,
)
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.histories import Mentions, is_from_afar, is_history
from civicspace.components.dates.leaning import NO_LEANING, Leanings, lacks_year
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.periods import is_compared, reports
from civicspace.components.dates.quotation import from_speaking, quotation, spoken_on
from civicspace.components.dates.readings import Resolved, Setting, Spoken
from civicspace.components.dates.reference import infer, report_year, year_reviewed
from civicspace.components.dates.resolving import Resolver
from civicspace.components.dates.story_years import story_years
from civicspace.components.dates.tense import Tense
from civicspace.components.dates.vocabulary import Vocabulary
from civicspace.tokens import TokenTable

_MODIFIERS: dict[str, Modifier] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "circa": "approximate",
    "around": "approximate",
    "about": "approximate",
}
_LIMITS = frozenset({"until", "till", "by", "to", "for"})
_JOINTS = frozenset({"and", "and on", ","})
_BEHIND = frozenset({"past", "perfect", "open"})
_EVENT_PREPOSITIONS = frozenset({"before", "after", "following", "of"})


class Placing:
    """Places the atoms of one Doc. ``reference`` is the report's Reference; ``timexes`` reads the story, once."""

    def __init__(self, doc: Doc, table: TokenTable, lexemes: Lexemes, atoms: list[Atom], words: Vocabulary) -> None:
        self._text = lexemes.text
        self._table = table
        self._lexemes = lexemes
        self._words = words
        self._atoms = atoms
        self._tense = Tense(table)
        self._leanings = Leanings(table, self._tense)
        self._speech: tuple[int, Spoken] | None = None
        self._tokens = [(table.at(atom.start), table.at(atom.end - 1)) for atom in atoms]
        self._settings = [self._setting(atom, span) for atom, span in zip(atoms, self._tokens, strict=True)]
        self._headings = [s.heading for s in doc._.civic_sections or [] if s.heading]
        year = report_year(lexemes.text, doc._.civic_sections)
        ahead = [s.direction in ("future", "forward") for s in self._settings]
        self.reference = infer(lexemes.text, doc._.civic_published, atoms, ahead, year)
        day = values.from_edtf(self.reference.day) if self.reference.day else None
        self._anchors = Anchors(day.first if day else None, exactness(self.reference))
        if year is not None and day is not None and day.first.year in (year, year + 1):
            self._anchors.report_year = year
        elif year is None and day is not None:
            months = {
                atom.meaning.month
                for atom, setting in zip(self._atoms, self._settings, strict=True)
                if isinstance(atom.meaning, CalendarDate) and setting.leaning.tells_of_past
            }
            self._anchors.report_year = year_reviewed(day.first, {m for m in months if m})
        self._years: list[int | None] = []
        latest = self._anchors.reference.year if self._anchors.reference else None
        if is_history(atoms, latest):
            self._anchors.history = True
            self._anchors.afar = is_from_afar(atoms)
            settings = [s.direction for s in self._settings]
            told = Mentions(lexemes.text, table, self._tense, self._headings).of(atoms, self._tokens, settings)
            self._years = story_years(told, latest or 9999)
        self._resolver = Resolver(self._anchors, words, doc._.civic_country)
        self._story = EventDates(table)
        self._events = EventPlacing(table, lexemes, atoms, self._anchors, story=self._story, resolve=self._value)

    def timexes(self) -> list[Timex]:
        """The expressions with their values, in text order."""
        found: list[Timex] = []
        previous: tuple[Atom, Resolved] | None = None
        opened = 0
        sentence = -1
        for k, atom in enumerate(self._atoms):
            if previous is not None and atom.start < previous[0].end:
                continue
            while opened < len(self._headings) and self._headings[opened].start <= atom.start:
                self._anchors.open_section()
                opened += 1
            if self._table.sent[self._tokens[k][0]] != sentence:
                sentence = self._table.sent[self._tokens[k][0]]
                self._anchors.open_sentence()
            if previous is not None and "\n" in self._text[previous[0].end : atom.start]:
                self._anchors.open_paragraph()
            if self._years and self._years[k] is not None:
                self._anchors.carried_year = self._years[k]
            placed = self._place(atom, self._settings[k], previous)
            if placed is None:
                continue
            placed = (placed[0], self._told_twice(k, placed[1], previous))
            found.append(self._timex(*placed))
            heading = self._headings[opened - 1] if opened else None
            if heading is not None and atom.start < heading.end:
                self._tell_heading(placed[1], title=opened == 1 and not self._fills(atom, heading))
            else:
                self._tell(k, placed, previous)
            previous = placed
        later = {atom.start: self._timex(atom, resolved) for atom, resolved in self._events.told_later()}
        return [later.get(timex.start, timex) for timex in found]

    def _setting(self, atom: Atom, span: tuple[int, int]) -> Setting:
        """What surrounds an expression; "since" and "of" never point ahead."""
        direction = self._tense.direction(*span)
        before = self._word_before(atom)
        if before == "of" or (before == "since" and direction in ("future", "forward")):
            direction = "past"
        if isinstance(atom.meaning, Ended) and "ended" in self._lexemes.lowers[atom.first : atom.beyond]:
            leaning = self._leanings.over()
        else:
            leaning = self._leanings.of(*span, direction) if lacks_year(atom.meaning) else NO_LEANING
        attributive = isinstance(atom.meaning, CalendarPart) and self._tense.attributive(*span)
        return Setting(direction, before == "since", before in _LIMITS, attributive, leaning)

    def _value(self, k: int, meaning: Expression) -> Resolved:
        """The value that a meaning has now in the place of an atom."""
        return self._resolver.resolve(meaning, self._settings[k])

    def _place(
        self, atom: Atom, setting: Setting, previous: tuple[Atom, Resolved] | None
    ) -> tuple[Atom, Resolved] | None:
        """An expression with its value; None where it turns out to be none."""
        meaning = atom.meaning
        if from_speaking(meaning) and (opening := quotation(self._text, atom.start)) is not None:
            setting = replace(setting, spoken=self._spoken(opening, previous))
        if not isinstance(meaning, Shifted) or meaning.origin != "event":
            return atom, self._apposed(atom, self._resolver.resolve(meaning, setting), previous)
        if meaning.of is None:
            return self._events.place(atom, meaning, previous)
        grown = self._over_event(atom)
        return grown, self._resolver.resolve(meaning, setting)

    def _over_event(self, atom: Atom) -> Atom:
        """An expression counted from a date that modifies a noun, grown over it ("before the 2019 elections")."""
        lowers = self._lexemes.lowers
        k = next((k for k in range(atom.first, atom.beyond) if lowers[k] in _EVENT_PREPOSITIONS), None)
        found = complement(self._table, self._table.at(self._lexemes.starts[k])) if k is not None else None
        if found is None or self._table.end[found[0]] <= atom.end:
            return atom
        return replace(atom, end=self._table.end[found[0]]) if self._table.pos[found[0]] == "NOUN" else atom

    def _told_twice(self, k: int, resolved: Resolved, previous: tuple[Atom, Resolved] | None) -> Resolved:
        """What is counted from the story's date, with the value of the date beside it where one names the same."""
        atom, text = self._atoms[k], self._text
        unit = counted_unit(atom.meaning)
        if unit is None:
            return resolved
        period = None
        if k + 1 < len(self._atoms):
            after = self._atoms[k + 1]
            told = self._resolver.resolve(after.meaning, self._settings[k + 1]).period
            period = told_after(unit, text[atom.end : after.start], after.meaning, told)
        if period is None and previous is not None:
            gap = text[previous[0].end : atom.start]
            period = told_before(atom.meaning, gap, previous[1].period, text[atom.end : atom.end + 2])
        return replace(resolved, period=period, anchor="narrative") if period is not None else resolved

    def _apposed(self, atom: Atom, resolved: Resolved, previous: tuple[Atom, Resolved] | None) -> Resolved:
        """A named day that the table can't tell takes the date beside it ("15th September, Independence Day")."""
        if not isinstance(atom.meaning, Named) or resolved.period is not None or previous is None:
            return resolved
        if self._text[previous[0].end : atom.start].strip() not in (",", ", the", "(", "–"):
            return resolved
        return replace(resolved, period=previous[1].period, anchor="narrative")

    def _first_of_sentence(self, k: int) -> bool:
        return not k or self._table.sent[self._tokens[k - 1][0]] != self._table.sent[self._tokens[k][0]]

    def _fills(self, atom: Atom, heading: Extent) -> bool:
        """True where a heading is nothing but a day or month: even the first one then dates what stands under it."""
        rest = self._text[heading.start : atom.start] + self._text[atom.end : heading.end]
        return isinstance(atom.meaning, CalendarDate) and atom.meaning.month is not None and not rest.strip(" #*_:.\n")

    def _tell_heading(self, resolved: Resolved, *, title: bool) -> None:
        """A date in a heading holds for what stands under it; the title's is the report's own."""
        if resolved.period is None or title:
            return
        self._anchors.tell(resolved.period)
        self._anchors.source = "section"
        if resolved.period.unit in ("day", "month", "year"):
            self._anchors.carried_year = resolved.period.first.year
            self._anchors.section_dated = True

    def _tell(self, k: int, placed: tuple[Atom, Resolved], previous: tuple[Atom, Resolved] | None) -> None:
        """Let the story move on to a date. Dates ahead of it, in relative clauses or before nouns leave it
        where it is."""
        atom, resolved = placed
        period, anchors, span = resolved.period, self._anchors, self._tokens[k]
        if isinstance(atom.meaning, Measure) and resolved.duration and resolved.duration.endswith("M"):
            anchors.measured = True
        if period is None or is_compared(atom.meaning):
            return
        anchors.mentioned = period
        setting = self._settings[k]
        direction = setting.direction
        standard = is_standard(self._lexemes.lowers, atom.first, self._words)
        held = standard or has_past_figure(self._lexemes.lowers, atom.first, self._words)
        if direction != "future" and not held and reports(atom.meaning, period):
            anchors.report(period)
        opens = self._tense.narrating(span[0])
        beside = self._tense.attributive(*span)
        aside = beside or self._tense.aside(*span)
        limit = setting.since or (setting.limit and not opens)
        back = isinstance(atom.meaning, Shifted) and atom.meaning.sign < 0
        told = not aside and not limit and not standard and (direction in ("past", "open") or (opens and not back))
        if period.unit in ("day", "time"):
            if atom.rule != "nth-day":
                gap = self._text[previous[0].end : atom.start].strip() if previous else ""
                anchors.listed = [*anchors.listed, period] if gap in _JOINTS else [period]
            if anchors.sentence_day is None or (direction in _BEHIND and (told or beside or not anchors.sentence_told)):
                anchors.sentence_day = values.day(period.first)
                anchors.sentence_told = anchors.sentence_told or told
            if self._tense.aside(*span) and direction in ("past", "open") and not limit:
                anchors.passing = period if not anchors.paragraph_told else None
        if anchors.narrative is not None and told and not opens and _holds(period, anchors.narrative):
            told = False
        if told and (self._quoted(atom.start) or self._off_story(k, period)):
            told = False
        if anchors.narrative is None or told:
            anchors.tell(period)
            anchors.paragraph_told = not self._tense.reduced(*span)
            anchors.at_night = isinstance(atom.meaning, DayTime) and atom.meaning.late
            explicit = isinstance(atom.meaning, CalendarDate) and atom.meaning.year is not None
            if explicit and not anchors.history and (opens or (anchors.newly(period) and self._first_of_sentence(k))):
                anchors.carried_year = period.first.year
        self._story.tell(self._tense.path(*span), period)

    def _timex(self, atom: Atom, resolved: Resolved) -> Timex:
        period, modifier = resolved.period, resolved.modifier
        if modifier is None and resolved.kind in ("date", "time"):
            modifier = _MODIFIERS.get(self._word_before(atom))
            if self._lexemes.lowers[atom.first] in neighbours().roughly:
                modifier = "approximate"
        earliest, latest = bounds(period, modifier) if period else (None, None)
        if period is None and resolved.limits is not None:
            earliest, latest = (limit.isoformat() for limit in resolved.limits)
        return Timex(
            atom.start,
            atom.end,
            resolved.kind,
            f"{atom.rule}.{resolved.reason}" if resolved.reason else atom.rule,
            edtf=period.edtf if period else None,
            duration=resolved.duration,
            earliest=earliest,
            latest=latest,
            modifier=modifier,
            anchor=resolved.anchor,
        )

    def _word_before(self, atom: Atom) -> str:
        return self._lexemes.lowers[atom.first - 1] if atom.first else ""

    def _off_story(self, k: int, period: values.Period) -> bool:
        """True where a history tells of another year than the one it is in."""
        if not self._years:
            return False
        year, slack = self._years[k], 0
        if year is None:
            year, slack = self._anchors.carried_year, 1
        return year is not None and not period.first.year - slack <= year <= period.last.year + slack

    def _quoted(self, start: int) -> bool:
        """True inside a quotation: what someone says is no part of the story."""
        return quotation(self._text, start) is not None

    def _spoken(self, opening: int, previous: tuple[Atom, Resolved] | None) -> Spoken:
        """The quotation that opens there. What a review of a past time quotes was not said when the review came out."""
        if self._speech is None or self._speech[0] != opening:
            told = (previous[0].end, previous[1].period) if previous and previous[1].period else None
            reference = None if self._anchors.recounts else self._anchors.reference
            self._speech = opening, Spoken(spoken_on(self._text, opening, told, reference))
        return self._speech[1]


def _holds(outer: values.Period, inner: values.Period) -> bool:
    """True where a day that the story is at lies in a longer period, which says no more of it."""
    return (
        inner.unit in ("day", "time")
        and outer.unit not in ("day", "time")
        and outer.first <= inner.first <= inner.last <= outer.last
    )
