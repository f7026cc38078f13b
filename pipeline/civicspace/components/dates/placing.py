"""Reading one report from start to end: each expression gets its value, and the anchors move on with the story."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from civicspace.annotations import Modifier, Timex
from civicspace.components.dates import values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.bounds import bounds
from civicspace.components.dates.distances import from_event
from civicspace.components.dates.events import EventDates, complement
from civicspace.components.dates.expressions import CalendarDate, DayTime, Named, Shifted
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.readings import Resolved, Setting
from civicspace.components.dates.reference import infer, report_year
from civicspace.components.dates.resolving import Resolver
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
_HISTORY_YEARS = 6


class Placing:
    """Places the atoms of one Doc. ``reference`` is the report's Reference; ``timexes`` reads the story, once."""

    def __init__(self, doc: Doc, table: TokenTable, lexemes: Lexemes, atoms: list[Atom], words: Vocabulary) -> None:
        self._text = lexemes.text
        self._table = table
        self._lexemes = lexemes
        self._atoms = atoms
        self._tense = Tense(table)
        self._tokens = [(table.at(atom.start), table.at(atom.end - 1)) for atom in atoms]
        self._settings = [self._setting(atom, span) for atom, span in zip(atoms, self._tokens, strict=True)]
        self._headings = [s.heading for s in doc._.civic_sections or [] if s.heading]
        year = report_year(lexemes.text, doc._.civic_sections)
        ahead = [s.direction == "future" for s in self._settings]
        self.reference = infer(lexemes.text, doc._.civic_published, atoms, ahead, year)
        day = values.from_edtf(self.reference.day) if self.reference.day else None
        self._anchors = Anchors(day.first if day else None)
        if year is not None and day is not None and day.first.year in (year, year + 1):
            self._anchors.report_year = year
        self._anchors.history = self._is_history()
        self._resolver = Resolver(self._anchors, words, doc._.civic_country)
        self._story = EventDates(table)

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
                self._anchors.sentence_day = None
            if previous is not None and "\n" in self._text[previous[0].end : atom.start]:
                self._anchors.open_paragraph()
            placed = self._place(atom, self._settings[k], previous)
            if placed is None:
                continue
            found.append(self._timex(*placed))
            heading = self._headings[opened - 1] if opened else None
            if heading is not None and atom.start < heading.end:
                self._tell_heading(placed[1], title=opened == 1)
            else:
                self._tell(k, placed, previous)
            previous = placed
        return found

    def _setting(self, atom: Atom, span: tuple[int, int]) -> Setting:
        """What surrounds an expression; "since" and "of" never point ahead."""
        direction = self._tense.direction(*span)
        before = self._word_before(atom)
        if before == "of" or (before == "since" and direction in ("future", "forward")):
            direction = "past"
        return Setting(direction, before == "since", before in _LIMITS)

    def _place(
        self, atom: Atom, setting: Setting, previous: tuple[Atom, Resolved] | None
    ) -> tuple[Atom, Resolved] | None:
        """An expression with its value; None where it turns out to be none."""
        meaning = atom.meaning
        if not isinstance(meaning, Shifted) or meaning.origin != "event":
            return atom, self._apposed(atom, self._resolver.resolve(meaning, setting), previous)
        if meaning.of is None:
            return self._counted_from_event(atom, meaning, previous)
        grown = self._over_event(atom)
        return grown, self._resolver.resolve(meaning, setting)

    def _counted_from_event(
        self, atom: Atom, meaning: Shifted, previous: tuple[Atom, Resolved] | None
    ) -> tuple[Atom, Resolved] | None:
        """An expression counted from an event, grown over the event's phrase; None where no event follows."""
        table, text = self._table, self._text
        found = complement(table, table.at(self._lexemes.starts[atom.beyond - 1]))
        if found is None:
            return None
        head, last = found
        end = max(atom.end, table.end[last])
        while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
            end = table.end[table.at(end + 1)]
        grown = replace(atom, end=end)
        same_day = self._told_beside(atom, previous)
        if same_day is not None:
            return grown, Resolved("time" if meaning.part else "date", same_day, "narrative")
        origin = self._story.look_up(head)
        if origin is None and meaning.length is not None and meaning.length.within_a_day:
            told = self._anchors.narrative
            return grown, Resolved("date", told if told and told.unit == "day" else None, "narrative")
        return grown, from_event(meaning, origin, "event")

    def _told_beside(self, atom: Atom, previous: tuple[Atom, Resolved] | None) -> values.Period | None:
        """The day that the sentence tells in other words too ("on 4 May, a day after the vote")."""
        told = previous[1].period if previous is not None else None
        between = self._text[previous[0].end : atom.start].strip() if previous is not None else ""
        if told is not None and told.unit == "day" and between in (",", ", on", ":"):
            return told
        if self._text[max(0, atom.start - 3) : atom.start].rstrip().endswith(","):
            return self._anchors.sentence_day
        return None

    def _over_event(self, atom: Atom) -> Atom:
        """An expression counted from a date that modifies a noun, grown over it ("before the 2019 elections")."""
        lowers = self._lexemes.lowers
        k = next((k for k in range(atom.first, atom.beyond) if lowers[k] in _EVENT_PREPOSITIONS), None)
        found = complement(self._table, self._table.at(self._lexemes.starts[k])) if k is not None else None
        if found is None or self._table.end[found[0]] <= atom.end:
            return atom
        return replace(atom, end=self._table.end[found[0]]) if self._table.pos[found[0]] == "NOUN" else atom

    def _apposed(self, atom: Atom, resolved: Resolved, previous: tuple[Atom, Resolved] | None) -> Resolved:
        """A named day that the table can't tell takes the date beside it ("15th September, Independence Day")."""
        if not isinstance(atom.meaning, Named) or resolved.period is not None or previous is None:
            return resolved
        if self._text[previous[0].end : atom.start].strip() not in (",", ", the", "(", "–"):
            return resolved
        return replace(resolved, period=previous[1].period, anchor="narrative")

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
        if period is None:
            return
        direction = self._settings[k].direction
        if period.unit in ("day", "time"):
            if atom.rule != "nth-day":
                gap = self._text[previous[0].end : atom.start].strip() if previous else ""
                anchors.listed = [*anchors.listed, period] if gap in _JOINTS else [period]
            if direction in _BEHIND or anchors.sentence_day is None:
                anchors.sentence_day = values.day(period.first)
        opens = self._tense.narrating(span[0])
        aside = self._tense.attributive(*span) or self._tense.aside(*span)
        if anchors.narrative is None or (not aside and (direction in ("past", "open") or opens)):
            anchors.tell(period)
            anchors.at_night = isinstance(atom.meaning, DayTime) and atom.meaning.part in ("night", "evening")
            explicit = isinstance(atom.meaning, CalendarDate) and atom.meaning.year is not None
            if explicit and (anchors.history or opens):
                anchors.carried_year = period.first.year
        self._story.tell(self._tense.path(*span), period)

    def _timex(self, atom: Atom, resolved: Resolved) -> Timex:
        period, modifier = resolved.period, resolved.modifier
        if modifier is None and resolved.kind in ("date", "time"):
            modifier = _MODIFIERS.get(self._word_before(atom))
        earliest, latest = bounds(period, modifier) if period else (None, None)
        if period is None and resolved.limits is not None:
            earliest, latest = (limit.isoformat() for limit in resolved.limits)
        return Timex(
            atom.start,
            atom.end,
            resolved.kind,
            atom.rule,
            edtf=period.edtf if period else None,
            duration=resolved.duration,
            earliest=earliest,
            latest=latest,
            modifier=modifier,
            anchor=resolved.anchor,
        )

    def _word_before(self, atom: Atom) -> str:
        return self._lexemes.lowers[atom.first - 1] if atom.first else ""

    def _is_history(self) -> bool:
        """True where most explicit years lie long before the reference day: a narrative of the past."""
        meanings = [atom.meaning for atom in self._atoms]
        years = [m.year for m in meanings if isinstance(m, CalendarDate) and m.year is not None]
        reference = self._anchors.reference
        limit = reference.year - 1 if reference else 9999
        return len(years) >= _HISTORY_YEARS and sum(y < limit for y in years) > 0.6 * len(years)
