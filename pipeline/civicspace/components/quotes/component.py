"""Reported speech and writing: finds the quotes of a report and who is quoted."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace

from spacy.tokens import Doc

from civicspace.annotations import Extent, Quote, Speaker, Timex
from civicspace.attributes import declare
from civicspace.components.quotes.cues import Cue, CueFinder
from civicspace.components.quotes.linking import Utterance, utterances
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.components.quotes.reported import Report, ReportedClauses
from civicspace.components.quotes.speakers import SpeakerResolver
from civicspace.components.quotes.unclosed import close_early
from civicspace.mentions import MentionIndex
from civicspace.tokens import token_table

_BEHIND = frozenset({"quotation.inverted", "quotation.subject-verb"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})


class QuotesComponent:
    """Writes ``doc._.civic_quotes``: quotes in order of their first content offset.

    Reads the parse, ``doc._.civic_entities`` (whom a mention names) and ``doc._.civic_dates`` (when it was said);
    either may be missing.
    """

    def __init__(self, name: str = "civic_quotes") -> None:
        declare()
        self.name = name
        self._cues = CueFinder()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        doc._.civic_quotes = _Builder(doc, self._cues).quotes() if len(doc) else []
        return doc


class _Builder:
    """Makes the quotes of one report."""

    def __init__(self, doc: Doc, finder: CueFinder) -> None:
        self._table = token_table(doc)
        self._quoted = QuotedText(self._table)
        self._cues = list(finder.find(self._table))
        close_early(self._quoted, self._cues)
        self._reported = ReportedClauses(self._quoted, self._cues)
        self._speakers = SpeakerResolver(self._table, MentionIndex(doc))
        self._dates: list[Timex] = doc._.civic_dates or []
        self._date_order = sorted(range(len(self._dates)), key=lambda k: self._dates[k].start)
        self._date_starts = [self._dates[k].start for k in self._date_order]
        self._spoken: dict[int, Quote] = {}  # quotation -> the quote that its marks belong to
        self._said: dict[int, list[tuple[int, Quote]]] = {}  # paragraph -> its quotes outside other quotations
        self._children: dict[int, list[int]] = {}
        for k, quotation in enumerate(self._quoted.quotations):
            self._children.setdefault(-1 if quotation.parent is None else quotation.parent, []).append(k)
        self._child_starts = {
            level: [self._quoted.quotations[k].start for k in children] for level, children in self._children.items()
        }

    def quotes(self) -> list[Quote]:
        """All quotes in text order."""
        spoken = utterances(self._quoted, self._cues)
        owner = {k: utterance for utterance in spoken for k in utterance.parts}
        adjacent = {u.attribution.cue.head: u for u in spoken if u.attribution is not None and u.attribution.cue is not None}
        made: list[tuple[Quote, int]] = []
        absorbed: set[int] = set()
        for cue in self._cues:
            report = self._reported.of(cue)
            if report is None:
                continue
            quote = self._from_report(report, owner, adjacent.get(cue.head), absorbed)
            if quote is not None:
                made.append((quote, self._quoted.level[cue.head]))
        for quote, level in made:
            self._note(quote, level)
        for utterance in spoken:
            if any(k in absorbed for k in utterance.parts):
                continue
            direct = self._from_utterance(utterance)
            if direct is not None:
                made.append((direct, self._level_of(utterance)))
                self._note(direct, made[-1][1])
        for quote, level in made:
            self._resolve_first_person(quote, level)
        return _distinct([quote for quote, _ in made])

    def _level_of(self, utterance: Utterance) -> int:
        parent = self._quoted.quotations[utterance.parts[0]].parent
        return -1 if parent is None else parent

    def _touched(self, extents: list[Extent], level: int) -> list[int]:
        """Quotations of the next level that share a character with the extents, in text order."""
        starts, children = self._child_starts.get(level, []), self._children.get(level, [])
        found: list[int] = []
        for extent in extents:
            k = max(0, bisect_left(starts, extent.start) - 1)
            while k < len(children) and starts[k] < extent.end:
                quotation = self._quoted.quotations[children[k]]
                if quotation.end > extent.start and children[k] not in found[-3:]:
                    found.append(children[k])
                k += 1
        return found

    def _words_outside(self, report: Report, level: int) -> bool:
        """True where a report's stretches hold words that stand outside the marks."""
        return any(
            self._quoted.level[k] == level and self._table.pos[k] not in ("PUNCT", "SPACE", "CCONJ")
            for first, last in report.stretches
            for k in range(first, last + 1)
        )

    def _from_report(
        self, report: Report, owner: dict[int, Utterance], adjacent: Utterance | None, absorbed: set[int]
    ) -> Quote | None:
        """The quote of a reported clause, quotations that it touches taken in; None where marks alone decide.

        owner: the utterance of each quotation. adjacent: the utterance that stands next to the cue. absorbed: collects the quotations that
        are part of a clause.
        """
        table, level = self._table, self._quoted.level[report.cue.head]
        extents = [table.extent(first, last) for first, last in report.stretches]
        extents = self._with_quoted_end(extents, level, owner)
        touched = self._touched(extents, level)
        cue = table.extent(report.first, report.last)
        own = [k for k in touched if self._cue_of(owner.get(k)) == report.cue.head]
        if not self._words_outside(report, level):
            if own or not touched or any(k in owner for k in touched):
                return None
            content = [self._quoted.quotations[k].content for k in touched]
            absorbed.update(touched)
            return self._finish(Quote("direct", content, report.rule, cue, self._speaker(report)), touched, report)
        said = own or (adjacent.parts if adjacent is not None and adjacent.rule in _BEHIND else [])
        if said and self._quoted.begins_sentence(self._quoted.quotations[said[0]]):
            return None
        nested: set[int] = set()
        for k in touched:
            cue_head = self._cue_of(owner.get(k))
            if k in own or k not in owner or owner[k].attribution is None:
                continue
            if cue_head is not None and any(a <= table.start[cue_head] < b for a, b in extents):
                nested.add(k)
            else:
                extents, touched = self._before(extents, touched, k)
        if not extents:
            return None
        extents = self._widen(extents, touched)
        absorbed.update(k for k in touched if k not in nested)
        kind = "mixed" if touched else "indirect"
        return self._finish(Quote(kind, extents, report.rule, cue, self._speaker(report)), touched, report)  # type: ignore[arg-type]

    def _with_quoted_end(self, extents: list[Extent], level: int, owner: dict[int, Utterance]) -> list[Extent]:
        """Extents with the quotation behind their end that a cue inside them introduces ("got a note that read: “Leave.”")."""
        start, end = extents[-1]
        children = self._children.get(level, [])
        at = bisect_left(self._child_starts.get(level, []), end)
        if at == len(children) or self._quoted.text[end : self._quoted.quotations[children[at]].start].strip() not in (":", ","):
            return extents
        cue = self._cue_of(owner.get(children[at]))
        if cue is None or not start <= self._table.start[cue] < end:
            return extents
        return [*extents[:-1], Extent(start, self._quoted.quotations[children[at]].end)]

    def _cue_of(self, utterance: Utterance | None) -> int | None:
        if utterance is None or utterance.attribution is None or utterance.attribution.cue is None:
            return None
        return utterance.attribution.cue.head

    def _before(self, extents: list[Extent], touched: list[int], k: int) -> tuple[list[Extent], list[int]]:
        """Extents cut before a quotation that somebody else says."""
        start = self._quoted.quotations[k].start
        kept: list[Extent] = []
        for extent in extents:
            if extent.start >= start:
                continue
            end = min(extent.end, start)
            text = self._quoted.text[extent.start : end].rstrip(" \n\t,;:")
            if text:
                kept.append(Extent(extent.start, extent.start + len(text)))
        return kept, [j for j in touched if self._quoted.quotations[j].start < start]

    def _widen(self, extents: list[Extent], touched: list[int]) -> list[Extent]:
        """Extents widened to the quotations that they hold a part of: the marks are surer than the parse."""
        widened: list[Extent] = []
        for start, end in extents:
            for k in touched:
                quotation = self._quoted.quotations[k]
                if quotation.start < end and quotation.end > start:
                    if start > quotation.start:
                        start = quotation.start
                    end = max(end, quotation.end)
            if widened and start < widened[-1].end:
                widened[-1] = Extent(widened[-1].start, max(end, widened[-1].end))
            else:
                widened.append(Extent(start, end))
        return widened

    def _speaker(self, report: Report) -> Speaker:
        low, high = self._quoted.bounds(report.cue.head)
        return self._speakers.resolve(report.heads, low, high)

    def _finish(self, quote: Quote, parts: list[int], report: Report) -> Quote:
        if quote.kind == "direct":
            for k in parts:
                self._spoken[k] = quote
        quote.date = self._date(report.cue, quote.content)
        return quote

    def _from_utterance(self, utterance: Utterance) -> Quote | None:
        """The quote of marked words; None where they were joined to the quote before them."""
        content = [self._quoted.quotations[k].content for k in utterance.parts]
        attribution = utterance.attribution
        quote = Quote("direct", content, utterance.rule)
        if attribution is not None:
            quote.speaker = self._speakers.resolve(attribution.heads, 0, len(self._table) - 1)
            if attribution.cue is not None:
                quote.cue = attribution.cue.extent(self._table)
                quote.date = self._date(attribution.cue, content)
        else:
            before = self._said_before(utterance)
            if before is not None and self._joins(before, content[0]):
                before.content.extend(content)
                quote = before
            elif before is not None:
                quote.speaker = replace(before.speaker)
            else:
                quote.rule = "quotation.unattributed"
        for k in utterance.parts:
            self._spoken[k] = quote
        return quote if quote.content is content else None

    def _note(self, quote: Quote, level: int) -> None:
        """Remember a quote of the report's own level by paragraph, in text order."""
        if level < 0:
            start = quote.content[0].start
            insort(self._said.setdefault(self._quoted.paragraph_at(start), []), (start, quote), key=_start)

    def _said_before(self, utterance: Utterance) -> Quote | None:
        """The quote before a floating utterance in its paragraph; for one that is a paragraph of its own, the last of the paragraph before."""
        quotation = self._quoted.quotations[utterance.parts[0]]
        said = self._said.get(quotation.paragraph, [])
        at = bisect_left(said, quotation.start, key=_start)
        if at:
            return said[at - 1][1]
        paragraph = self._quoted.paragraphs[quotation.paragraph]
        if quotation.start == paragraph.start and quotation.end == paragraph.end:
            said = self._said.get(quotation.paragraph - 1, [])
            return said[-1][1] if said else None
        return None

    def _joins(self, before: Quote, content: Extent) -> bool:
        """True where a quotation follows at once on a mixed quote whose attribution stands behind it ("A is “b”, X said. “C.”")."""
        if before.kind != "mixed" or before.cue is None or before.rule != "cue.parenthetical":
            return False
        if not before.content[-1].end <= before.cue.start < content.start:
            return False
        table = self._table
        beyond = table.sents[table.sent[table.at(before.cue.start)]][1]
        return beyond < len(table) and not self._quoted.text[table.start[beyond] : content.start].strip(" \n“\"‘'")

    def _date(self, cue: Cue, content: list[Extent]) -> int | None:
        """The date that modifies a cue verb: inside its adverbial phrases and outside what is said."""
        if cue.sense.part != "verb" or not self._dates:
            return None
        table = self._table
        for j in table.children[cue.head]:
            if table.dep[j] not in ("npadvmod", "prep", "advmod", "pobj"):
                continue
            extent = table.extent(*table.edges(j))
            at = bisect_left(self._date_starts, extent.start)
            if at < len(self._date_order):
                k = self._date_order[at]
                date = self._dates[k]
                inside = date.end <= extent.end and not any(a < date.end and date.start < b for a, b in content)
                if inside and date.kind in ("date", "time"):
                    return k
        return None

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
    """Quotes in text order, of those with the same content the first that names a speaker."""
    best: dict[tuple[Extent, ...], Quote] = {}
    for quote in quotes:
        key = tuple(quote.content)
        if key not in best or (best[key].speaker.mention is None and quote.speaker.mention is not None):
            best[key] = quote
    return sorted(best.values(), key=lambda quote: (quote.content[0].start, quote.content[-1].end, quote.rule))
