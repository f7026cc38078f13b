"""Finds time expressions and places them on the calendar."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from civicspace.annotations import Modifier, Reference, Timex
from civicspace.attributes import declare
from civicspace.components.dates import reference, values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.blocking import Blocker
from civicspace.components.dates.bounds import bounds
from civicspace.components.dates.composing import Composer
from civicspace.components.dates.events import EventDates, complement
from civicspace.components.dates.expressions import CalendarDate, DayTime, Named, Shifted
from civicspace.components.dates.grammar import Atom, Grammar
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.observances import NameFinder
from civicspace.components.dates.resolving import Resolved, Resolver, Setting
from civicspace.components.dates.rules import FRAGMENTS, RULES
from civicspace.components.dates.tense import Tense
from civicspace.components.dates.values import from_edtf
from civicspace.components.dates.vocabulary import vocabulary
from civicspace.tokens import TokenTable, token_table

_BEFORE: dict[str, Modifier] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "circa": "approximate",
    "around": "approximate",
    "about": "approximate",
}


class DatesComponent:
    """Writes ``doc._.civic_dates`` (Timex, in text order, without overlap) and ``doc._.civic_reference``.

    Reads ``doc._.civic_published`` (YYYY-MM-DD or coarser EDTF, or None), ``civic_country``, ``civic_sections`` and the names
    among ``civic_entities``; each may be None. Raises LexiconError when the lexicon is broken.
    """

    def __init__(self, name: str = "civic_dates") -> None:
        declare()
        self.name = name
        self._words = vocabulary()
        self._grammar = Grammar(RULES, FRAGMENTS, self._words)
        self._blocker = Blocker()
        self._names = NameFinder()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        table = token_table(doc)
        lexemes, atoms = self.find(doc, table)
        doc._.civic_dates, doc._.civic_reference = self._place(doc, table, lexemes, atoms)
        return doc

    def find(self, doc: Doc, table: TokenTable) -> tuple[Lexemes, list[Atom]]:
        """The lexemes of a Doc and its time expressions, before they are placed on the calendar."""
        lexemes, atoms = self._grammar.find(doc.text)
        named = _names_with_digits(doc)
        starts = [start for start, _ in named]
        kept = []
        for atom in self._names.merged(lexemes, atoms):
            k = bisect_right(starts, atom.start)
            if self._blocker.keep(atom, lexemes, table, named[max(0, k - 2) : k]):
                kept.append(atom)
        return lexemes, Composer(lexemes, self._words).compose(kept) if len(table) else []

    def _place(self, doc: Doc, table: TokenTable, lexemes: Lexemes, atoms: list[Atom]) -> tuple[list[Timex], Reference]:
        text = doc.text
        tense = Tense(table)
        tokens = [(table.at(atom.start), table.at(atom.end - 1)) for atom in atoms]
        settings = [
            _setting(tense, span, _word_before(lexemes, atom)) for atom, span in zip(atoms, tokens, strict=True)
        ]
        year = reference.report_year(text, doc._.civic_sections)
        found = reference.infer(text, doc._.civic_published, atoms, [s.direction == "future" for s in settings], year)
        day = from_edtf(found.day) if found.day else None
        anchors = Anchors(day.first if day else None)
        if year is not None and day is not None and day.first.year in (year, year + 1):
            anchors.report_year = year
        anchors.history = _is_history(atoms, anchors)
        resolver = Resolver(anchors, self._words, doc._.civic_country)
        story = EventDates(table)
        headings = [s.heading.start for s in doc._.civic_sections or [] if s.heading]
        heading_ends = {s.heading.start: s.heading.end for s in doc._.civic_sections or [] if s.heading}
        timexes: list[Timex] = []
        h = reach = 0
        last_sentence = -1
        previous: tuple[Atom, Resolved] | None = None
        for atom, span, setting in zip(atoms, tokens, settings, strict=True):
            if atom.start < reach:
                continue
            while h < len(headings) and headings[h] <= atom.start:
                anchors.open_section()
                h += 1
            sentence = table.sent[span[0]]
            if sentence != last_sentence:
                anchors.sentence_day, last_sentence = None, sentence
            if previous is not None and "\n" in text[previous[0].end : atom.start]:
                anchors.open_paragraph()
            in_heading = h > 0 and atom.start < heading_ends[headings[h - 1]]
            if isinstance(atom.meaning, Shifted) and atom.meaning.origin == "event" and atom.meaning.of is None:
                placed = self._event(atom, table, lexemes, story, anchors, resolver, previous, text)
                if placed is None:
                    continue
                atom, resolved = placed
            else:
                if isinstance(atom.meaning, Shifted) and atom.meaning.origin == "event":
                    atom = _over_event(atom, table, lexemes)
                resolved = resolver.resolve(atom.meaning, setting)
                resolved = _apposed(atom, resolved, previous, text)
            reach = atom.end
            modifier = resolved.modifier
            if modifier is None and resolved.kind in ("date", "time"):
                modifier = _BEFORE.get(_word_before(lexemes, atom))
            timexes.append(_timex(atom, resolved, modifier))
            if resolved.period is not None and resolved.period.unit in ("day", "time"):
                gap = text[previous[0].end : atom.start].strip() if previous else "?"
                if atom.rule != "nth-day":
                    anchors.listed = (
                        [*anchors.listed, resolved.period] if gap in ("and", "and on", ",") else [resolved.period]
                    )
                if setting.direction in ("past", "perfect", "open") or anchors.sentence_day is None:
                    anchors.sentence_day = values.day(resolved.period.first)
            previous = (atom, resolved)
            if resolved.period is None or (in_heading and h == 1):
                continue
            if in_heading:
                anchors.tell(resolved.period)
                anchors.source = "section"
                if resolved.period.unit in ("day", "month", "year"):
                    anchors.carried_year, anchors.section_dated = resolved.period.first.year, True
                continue
            attributive = tense.attributive(*span) or tense.aside(*span)
            if setting.direction in ("past", "open") or anchors.narrative is None or tense.narrating(*span):
                if not attributive or anchors.narrative is None:
                    anchors.tell(resolved.period)
                    anchors.at_night = isinstance(atom.meaning, DayTime) and (atom.meaning.part in ("night", "evening"))
                    if _names_year(atom) and (anchors.history or tense.narrating(*span)):
                        anchors.carried_year = resolved.period.first.year
            story.tell(tense.path(*span), resolved.period)
        return timexes, found

    @staticmethod
    def _event(
        atom: Atom,
        table: TokenTable,
        lexemes: Lexemes,
        story: EventDates,
        anchors: Anchors,
        resolver: Resolver,
        previous: tuple[Atom, Resolved] | None,
        text: str,
    ) -> tuple[Atom, Resolved] | None:
        """An expression counted from an event, grown over the event's phrase, with its value; None where no event follows."""
        meaning = atom.meaning
        assert isinstance(meaning, Shifted)
        last_word = lexemes.starts[atom.beyond - 1]
        found = complement(table, table.at(last_word))
        if found is None:
            return None
        head, last = found
        end = max(atom.end, table.end[last])
        while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
            end = table.end[table.at(end + 1)]
        grown = replace(atom, end=end)
        if previous is not None and previous[1].period is not None and previous[1].period.unit == "day":
            if text[previous[0].end : atom.start].strip() in (",", ", on", ":"):
                return grown, Resolved("time" if meaning.part else "date", previous[1].period, "narrative")
        if anchors.sentence_day is not None and text[max(0, atom.start - 3) : atom.start].rstrip()[-1:] == ",":
            # "On Tuesday the station closed, a day after ...": the same day, told twice.
            return grown, Resolved("time" if meaning.part else "date", anchors.sentence_day, "narrative")
        origin = story.look_up(head)
        if origin is None and meaning.length is not None and all(k.startswith("T") for k, _ in meaning.length.amounts):
            told = anchors.narrative
            return grown, Resolved("date", told if told and told.unit == "day" else None, "narrative")
        return grown, resolver.from_event(meaning, origin, "event")


def _over_event(atom: Atom, table: TokenTable, lexemes: Lexemes) -> Atom:
    """An expression counted from a date that modifies an event's noun, grown over the noun ("before the 2019 elections")."""
    k = next(
        (k for k in range(atom.first, atom.beyond) if lexemes.lowers[k] in ("before", "after", "following", "of")), None
    )
    found = complement(table, table.at(lexemes.starts[k])) if k is not None else None
    if found is None or table.end[found[0]] <= atom.end or table.pos[found[0]] not in ("NOUN", "PROPN"):
        return atom
    return replace(atom, end=table.end[found[0]])


def _apposed(atom: Atom, resolved: Resolved, previous: tuple[Atom, Resolved] | None, text: str) -> Resolved:
    """A named day that the table can't tell takes the value of the date beside it ("15th September, Independence Day")."""
    if (
        isinstance(atom.meaning, Named)
        and resolved.period is None
        and previous is not None
        and previous[1].period is not None
    ):
        if text[previous[0].end : atom.start].strip() in (",", ", the", "(", "–"):
            return replace(resolved, period=previous[1].period, anchor="narrative")
    return resolved


def _timex(atom: Atom, resolved: Resolved, modifier: Modifier | None) -> Timex:
    period = resolved.period
    earliest, latest = bounds(period, modifier) if period else (None, None)
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


def _setting(tense: Tense, span: tuple[int, int], before: str) -> Setting:
    """What surrounds an expression; "since" never points ahead."""
    direction = tense.direction(*span)
    since = before == "since"
    if since and direction in ("future", "forward"):
        direction = "past"
    if before == "of":
        direction = "past"
    return Setting(direction, since, before in ("until", "till", "by", "to", "for"))


def _word_before(lexemes: Lexemes, atom: Atom) -> str:
    return lexemes.lowers[atom.first - 1] if atom.first else ""


def _names_year(atom: Atom) -> bool:
    return isinstance(atom.meaning, CalendarDate) and atom.meaning.year is not None


def _is_history(atoms: list[Atom], anchors: Anchors) -> bool:
    """True where most explicit years lie long before the reference day: a narrative of the past."""
    years = [a.meaning.year for a in atoms if isinstance(a.meaning, CalendarDate) and a.meaning.year is not None]
    if len(years) < 6:
        return False
    limit = anchors.reference.year - 1 if anchors.reference else 9999
    return sum(y < limit for y in years) > 0.6 * len(years)


def _names_with_digits(doc: Doc) -> list[tuple[int, int]]:
    """Extents of names that a date may be a part of, in text order."""
    return sorted(
        (m.start, m.end)
        for entity in doc._.civic_entities or []
        if entity.type in ("organisation", "work", "law", "person")
        for m in entity.mentions
        if m.form in ("name", "short")
    )
