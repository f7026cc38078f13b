"""A UIMA CAS to gold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from civicspace.errors import CorpusError
from civicspace.gold.checking import sha256_of
from civicspace.gold.order import in_order
from civicspace.gold.trade.counts import counts_read
from civicspace.gold.trade.marks import chain_of, entity_of, joined
from civicspace.gold.trade.uima.layers import type_name
from civicspace.gold.wording import message_of
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote

if TYPE_CHECKING:
    from cassis import Cas
    from cassis.typesystem import FeatureStructure


def from_cas(cas: Cas, report_id: str) -> Gold:
    """A report's gold from a CAS, in gold's order.

    Only the layers of gold are read; others (tokens, sentences) are left out. Features that an annotator left empty
    take default values: status occurred, the longest form as an entity's name. A CAS without Report metadata, or whose
    metadata have no status, is a draft: nobody has said that it was reviewed.

    Raises CorpusError, with layer, words and offsets, for what gold can't be made of.
    """
    return _Reader(cas, report_id).gold()


def report_of(cas: Cas) -> str | None:
    """The id of the report that a CAS was exported from, None where it holds none."""
    found = _select(cas, "Report")
    return _text(found[0], "report") if found else None


class _Reader:
    """Reads one CAS."""

    def __init__(self, cas: Cas, report_id: str) -> None:
        self.cas = cas
        self.report_id = report_id
        self.text: str = cas.sofa_string or ""

    def gold(self) -> Gold:
        found = _select(self.cas, "Report")
        if len(found) > 1:
            raise CorpusError(f"{self.report_id}: there are {len(found)} annotations of the layer Report: keep one")
        report = found[0] if found else None
        gold = self.made("", None, self.whole, report)
        return in_order(gold, self.text)

    def whole(self, report: FeatureStructure | None) -> Gold:
        """All layers, in the order of their offsets."""
        about = {} if report is None else _values(report, "status", "annotator", "referenceDate", "coreference")
        chains = self.chains()
        values: dict[str, Any] = {"status": about.get("status", "draft"), "annotator": about.get("annotator")}
        return Gold(
            report=self.report_id,
            text_sha256=self.sha256(report),
            reference_date=about.get("referenceDate"),
            entities=self.entities(),
            dates=[self.made("dates", date, self.date, date) for date in _select(self.cas, "Date")],
            quotes=self.quotes(),
            events=self.events(),
            coreference=chains if chains or "coreference" in about else None,
            **values,
        )

    def sha256(self, report: FeatureStructure | None) -> str | None:
        actual = sha256_of(self.text)
        given = _text(report, "textSha256") if report is not None else actual
        if given not in (None, actual):
            raise CorpusError(
                f"{self.report_id}: textSha256 in the layer Report is another text's: restore that text,"
                " or export again and carry the work over"
            )
        return given

    def span(self, annotation: FeatureStructure) -> Span:
        start, end = annotation.begin, annotation.end
        if not 0 <= start < end <= len(self.text):
            raise CorpusError(
                f"{self.report_id}: {annotation.type.short_name} at {start}-{end}: covers nothing, or stands outside"
                " the text: mark it anew"
            )
        return Span(start=start, end=end, text=self.text[start:end])

    def groups(self, layer: str, relation: str) -> list[list[FeatureStructure]]:
        """Annotations of a layer that relations join."""
        marks = {mark.xmiID: mark for mark in _select(self.cas, layer)}
        arcs = [tuple(end.xmiID for end in self.ends(arc)) for arc in _select(self.cas, relation)]
        return [[marks[key] for key in group] for group in joined(list(marks), [(a, b) for a, b in arcs])]

    def ends(self, arc: FeatureStructure) -> tuple[FeatureStructure, FeatureStructure]:
        """What a relation joins."""
        source, target = arc.Governor, arc.Dependent
        if source is None or target is None:
            raise CorpusError(
                f"{self.report_id}: {arc.type.short_name} at {arc.begin}-{arc.end}: leads to nothing: delete it"
            )
        return source, target

    def targets(self, annotation: FeatureStructure, feature: str) -> list[FeatureStructure]:
        """What a link feature leads to."""
        links = getattr(annotation, feature, None)
        targets = [link.target for link in getattr(links, "elements", links) or ()]
        return [target for target in targets if target is not None]

    def one_linked(self, annotation: FeatureStructure, feature: str) -> Span | None:
        targets = self.targets(annotation, feature)
        if len(targets) > 1:
            raise self.wrong(annotation, f"has {len(targets)} links of the name {feature}: keep one")
        return self.span(targets[0]) if targets else None

    def entities(self) -> list[GoldEntity]:
        return [self.made("entities", group[0], self.entity, group) for group in self.groups("Entity", "Alias")]

    def entity(self, marks: list[FeatureStructure]) -> GoldEntity:
        return entity_of(
            [self.chosen(mark, "entityType") for mark in marks],
            [self.span(mark).text for mark in marks],
            [form for mark in marks for form in _texts(mark, "otherForms")],
            [_values(mark, "name", "title", "note") for mark in marks],
        )

    def date(self, date: FeatureStructure) -> GoldDate:
        values: dict[str, Any] = {"kind": "date", **_values(date, "kind", "edtf", "duration", "modifier", "note")}
        return GoldDate(**self.span(date).model_dump(), **values)

    def quotes(self) -> list[GoldQuote[Span]]:
        quotes = _select(self.cas, "Quote")
        used = {
            target.xmiID
            for quote in quotes
            for feature in ("parts", "cue", "speaker")
            for target in self.targets(quote, feature)
        }
        for layer in ("QuotePart", "Cue", "Speaker"):
            for annotation in _select(self.cas, layer):
                if annotation.xmiID not in used:
                    raise self.wrong(annotation, "no quote links to it: link it from its quote, or delete it")
        return [self.made("quotes", quote, self.quote, quote) for quote in quotes]

    def quote(self, quote: FeatureStructure) -> GoldQuote[Span]:
        return GoldQuote[Span](
            kind=self.chosen(quote, "kind"),
            content=[self.span(quote), *map(self.span, self.targets(quote, "parts"))],
            cue=self.one_linked(quote, "cue"),
            speaker=self.one_linked(quote, "speaker"),
            speaker_name=_text(quote, "speakerName"),
            note=_text(quote, "note"),
        )

    def events(self) -> list[GoldEvent[Span]]:
        events = _select(self.cas, "Event")
        place = {event.xmiID: k for k, event in enumerate(events)}
        same_as: dict[int, int] = {}
        for arc in _select(self.cas, "SameAs"):
            source, target = self.ends(arc)
            if same_as.setdefault(source.xmiID, place[target.xmiID]) != place[target.xmiID]:
                raise self.wrong(source, "has two relations SameAs: keep one of them")
        return [self.made("events", event, self.event, event, same_as.get(event.xmiID)) for event in events]

    def event(self, event: FeatureStructure, same_as: int | None) -> GoldEvent[Span]:
        values: dict[str, Any] = {
            "status": "occurred",
            **_values(event, "status", "date", "place", "source", "note"),
            "agents": _texts(event, "agents"),
            "targets": _texts(event, "targets"),
            "counts": counts_read(_texts(event, "counts")),
        }
        return GoldEvent[Span](
            type=self.chosen(event, "eventType"), trigger=self.span(event), same_as=same_as, **values
        )

    def chains(self) -> list[GoldChain[Span]]:
        groups = self.groups("Mention", "Coreference")
        return [self.made("coreference", group[0], self.chain, group) for group in groups]

    def chain(self, marks: list[FeatureStructure]) -> GoldChain[Span]:
        return chain_of([self.span(mark) for mark in marks], [_text(mark, "entity") for mark in marks])

    def chosen(self, annotation: FeatureStructure, feature: str) -> Any:
        """A feature that has no default."""
        value = _text(annotation, feature)
        if value is None:
            raise self.wrong(annotation, f"{feature} is empty: choose one")
        return value

    def wrong(self, annotation: FeatureStructure, what: str) -> CorpusError:
        where = f"{annotation.type.short_name} at {annotation.begin}-{annotation.end}"
        words = self.text[annotation.begin : annotation.end][:40]
        return CorpusError(f"{self.report_id}: {where} ({words!r}): {what}")

    def made[T, *Ts](self, layer: str, annotation: FeatureStructure | None, make: Callable[[*Ts], T], *what: *Ts) -> T:
        """What a function makes of something; what the models of gold refuse is the error of an annotation."""
        try:
            return make(*what)
        except ValidationError as error:
            first = error.errors()[0]
            reason = message_of(first, (layer, 0, *first["loc"]) if layer else first["loc"], self.report_id)
        except ValueError as error:
            reason = str(error)
        raise self.wrong(annotation, reason) if annotation is not None else CorpusError(f"{self.report_id}: {reason}")


def _select(cas: Cas, layer: str) -> list[FeatureStructure]:
    """A layer's annotations by their offsets, then in the order in which they were made; none where it is unknown."""
    if not cas.typesystem.contains_type(type_name(layer)):
        return []
    found = list(cas.select(type_name(layer)))
    if layer == "Report":
        return sorted(found, key=lambda annotation: annotation.xmiID)
    return sorted(found, key=lambda annotation: (annotation.begin, annotation.end, annotation.xmiID))


def _text(annotation: FeatureStructure, feature: str) -> str | None:
    """A feature's text; None where it is empty or its layer lacks it."""
    return getattr(annotation, feature, None) or None


def _texts(annotation: FeatureStructure, feature: str) -> list[str]:
    value = getattr(annotation, feature, None)
    elements = getattr(value, "elements", value)
    return [text for text in elements or () if text]


def _values(annotation: FeatureStructure, *features: str) -> dict[str, str]:
    return {name: value for name in features if (value := _text(annotation, name)) is not None}
