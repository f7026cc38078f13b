"""Putting a report's quotes together from its two kinds of finding: utterances in marks and clauses that a cue reports.

A clause takes in the quotations it touches (a mixed quote), unless the marks hold all of it (then the marks decide) or
somebody else says them (then it ends before them). An utterance that no source stands next to gets the speaker of the
quote before it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace

from spacy.tokens import Doc

from civicspace.annotations import Extent, Quote, QuoteKind, Speaker
from civicspace.components.quotes.cues import CueFinder
from civicspace.components.quotes.linking import Utterance, utterances
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.components.quotes.reported import Report, ReportedClauses
from civicspace.components.quotes.said_on import SpeechDates
from civicspace.components.quotes.speakers import SpeakerResolver
from civicspace.components.quotes.taken_in import TouchedQuotations
from civicspace.components.quotes.unclosed import close_early
from civicspace.mentions import MentionIndex
from civicspace.tokens import token_table

_BEHIND = frozenset({"quotation.inverted", "quotation.subject-verb"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})


class QuoteAssembly:
    """Makes the quotes of one report."""

    def __init__(self, doc: Doc, finder: CueFinder) -> None:
        self._table = token_table(doc)
        self._quoted = QuotedText(self._table)
        self._cues = list(finder.find(self._table))
        close_early(self._quoted, self._cues)
        self._reported = ReportedClauses(self._quoted, self._cues)
        self._marks = TouchedQuotations(self._quoted)
        self._speakers = SpeakerResolver(self._table, MentionIndex(doc))
        self._dates = SpeechDates(self._table, doc._.civic_dates or [])
        self._owner: dict[int, Utterance] = {}  # quotation -> its utterance
        self._adjacent: dict[int, Utterance] = {}  # head of a cue -> the utterance next to it
        self._absorbed: set[int] = set()  # quotations that are part of a reported clause
        self._spoken: dict[int, Quote] = {}  # quotation -> the quote that its marks belong to
        self._said: dict[int, list[tuple[int, Quote]]] = {}  # paragraph -> its quotes outside other quotations

    def quotes(self) -> list[Quote]:
        """All quotes in text order."""
        spoken = utterances(self._quoted, self._cues)
        self._owner = {k: utterance for utterance in spoken for k in utterance.parts}
        self._adjacent = {u.attribution.cue.head: u for u in spoken if u.attribution and u.attribution.cue}
        made: list[tuple[Quote, int]] = []
        for cue in self._cues:
            report = self._reported.of(cue)
            quote = self._from_report(report) if report is not None else None
            if quote is not None:
                made.append((quote, self._quoted.level[cue.head]))
                self._note(*made[-1])
        for utterance in spoken:
            if any(k in self._absorbed for k in utterance.parts):
                continue
            quote = self._from_utterance(utterance)
            if quote is not None:
                parent = self._quoted.quotations[utterance.parts[0]].parent
                made.append((quote, -1 if parent is None else parent))
                self._note(*made[-1])
        for quote, level in made:
            self._resolve_first_person(quote, level)
        return _distinct([quote for quote, _ in made])

    def _from_report(self, report: Report) -> Quote | None:
        """The quote of a reported clause; None where the marks alone decide."""
        level = self._quoted.level[report.cue.head]
        extents = self._with_introduced([self._table.extent(*stretch) for stretch in report.stretches], level)
        touched = self._marks.touched(extents, level)
        own = [k for k in touched if self._cue_of(k) == report.cue.head]
        if not self._words_outside(report, level):
            if own or not touched or any(k in self._owner for k in touched):
                return None
            quote = self._quote("direct", [self._quoted.quotations[k].content for k in touched], report)
            self._absorbed.update(touched)
            self._spoken.update((k, quote) for k in touched)
            return quote
        adjacent = self._adjacent.get(report.cue.head)
        said = own or (adjacent.parts if adjacent is not None and adjacent.rule in _BEHIND else [])
        if said and self._quoted.begins_sentence(self._quoted.quotations[said[0]]):
            return None
        nested = {k for k in touched if k not in own and self._attributed(k)}
        foreign = [k for k in touched if k in nested and not self._introduced_inside(k, extents)]
        if foreign:
            extents = self._marks.before(extents, foreign[0])
            touched = self._marks.touched(extents, level)
        if not extents:
            return None
        self._absorbed.update(k for k in touched if k not in nested)
        return self._quote("mixed" if touched else "indirect", self._marks.widened(extents, touched), report)

    def _quote(self, kind: QuoteKind, content: list[Extent], report: Report) -> Quote:
        low, high = self._quoted.bounds(report.cue.head)
        speaker = self._speakers.resolve(report.heads, low, high)
        cue = self._table.extent(report.first, report.last)
        return Quote(kind, content, report.rule, cue, speaker, self._dates.of(report.cue, content))

    def _words_outside(self, report: Report, level: int) -> bool:
        """True where a report's stretches hold words that stand outside the marks."""
        return any(
            self._quoted.level[k] == level and self._table.pos[k] not in ("PUNCT", "SPACE", "CCONJ")
            for first, last in report.stretches
            for k in range(first, last + 1)
        )

    def _attributed(self, position: int) -> bool:
        utterance = self._owner.get(position)
        return utterance is not None and utterance.attribution is not None

    def _cue_of(self, position: int) -> int | None:
        """Head of the cue that a quotation's attribution has."""
        utterance = self._owner.get(position)
        if utterance is None or utterance.attribution is None or utterance.attribution.cue is None:
            return None
        return utterance.attribution.cue.head

    def _introduced_inside(self, position: int, extents: list[Extent]) -> bool:
        """True where the cue of a quotation stands in the extents: a nested report."""
        cue = self._cue_of(position)
        return cue is not None and any(start <= self._table.start[cue] < end for start, end in extents)

    def _with_introduced(self, extents: list[Extent], level: int) -> list[Extent]:
        """Extents with the quotation behind them that a cue inside introduces ("got a note that read: “Leave.”")."""
        following = self._marks.behind(extents[-1].end, level)
        if following is None or not self._introduced_inside(following, extents[-1:]):
            return extents
        return [*extents[:-1], Extent(extents[-1].start, self._quoted.quotations[following].end)]

    def _from_utterance(self, utterance: Utterance) -> Quote | None:
        """The quote of marked words; None where they were joined to the quote before them."""
        content = [self._quoted.quotations[k].content for k in utterance.parts]
        attribution = utterance.attribution
        quote = Quote("direct", content, utterance.rule)
        if attribution is not None:
            quote.speaker = self._speakers.resolve(attribution.heads, 0, len(self._table) - 1)
            if attribution.cue is not None:
                quote.cue = attribution.cue.extent(self._table)
                quote.date = self._dates.of(attribution.cue, content)
        else:
            before = self._said_before(utterance)
            if before is None:
                quote.rule = "quotation.unattributed"
            elif self._joins(before, content[0]):
                before.content.extend(content)
                quote = before
            else:
                quote.speaker = replace(before.speaker)
        self._spoken.update((k, quote) for k in utterance.parts)
        return quote if quote.content is content else None

    def _note(self, quote: Quote, level: int) -> None:
        """Remember a quote of the report's own level by paragraph, in text order."""
        if level < 0:
            start = quote.content[0].start
            insort(self._said.setdefault(self._quoted.paragraph_at(start), []), (start, quote), key=_start)

    def _said_before(self, utterance: Utterance) -> Quote | None:
        """The quote before an utterance in its paragraph.

        For an utterance that is a paragraph of its own, the last quote of the paragraph before.
        """
        quotation = self._quoted.quotations[utterance.parts[0]]
        said = self._said.get(quotation.paragraph, [])
        at = bisect_left(said, quotation.start, key=_start)
        if at:
            return said[at - 1][1]
        paragraph = self._quoted.paragraphs[quotation.paragraph]
        if (quotation.start, quotation.end) == paragraph:
            said = self._said.get(quotation.paragraph - 1, [])
            return said[-1][1] if said else None
        return None

    def _joins(self, before: Quote, content: Extent) -> bool:
        """True where marked words follow at once on a mixed quote with its attribution behind it.

        "The plan is “a bad joke”, the mayor said. “Nobody asked us.”" is one quote.
        """
        if before.kind != "mixed" or before.cue is None or before.rule != "cue.parenthetical":
            return False
        if not before.content[-1].end <= before.cue.start < content.start:
            return False
        table = self._table
        beyond = table.sents[table.sent[table.at(before.cue.start)]][1]
        return beyond < len(table) and not self._quoted.text[table.start[beyond] : content.start].strip(" \n“\"‘'")

    def _resolve_first_person(self, quote: Quote, level: int) -> None:
        """Give "I" and "we" inside marks the speaker of the quote around them."""
        mention = quote.speaker.mention
        if mention is None or level < 0 or quote.speaker.entity is not None:
            return
        if self._quoted.text[mention.start : mention.end].lower() in _FIRST_PERSON:
            around = self._spoken.get(level)
            if around is not None and around is not quote:
                quote.speaker = Speaker(mention, around.speaker.entity, around.speaker.name, "pronoun")


def _start(item: tuple[int, Quote]) -> int:
    return item[0]


def _distinct(quotes: list[Quote]) -> list[Quote]:
    """Quotes in text order; of those with the same content the first that names a speaker."""
    best: dict[tuple[Extent, ...], Quote] = {}
    for quote in quotes:
        key = tuple(quote.content)
        if key not in best or (best[key].speaker.mention is None and quote.speaker.mention is not None):
            best[key] = quote
    return sorted(best.values(), key=lambda quote: (quote.content[0].start, quote.content[-1].end, quote.rule))
