"""Gold to a UIMA CAS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from civicspace.errors import CorpusError
from civicspace.gold.trade.counts import counts_written
from civicspace.gold.trade.form_places import places_of
from civicspace.gold.trade.uima.extra import cassis
from civicspace.gold.trade.uima.layers import STRINGS, layers, link_name, type_name, type_system
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldEntity, GoldQuote

if TYPE_CHECKING:
    from cassis import Cas
    from cassis.typesystem import FeatureStructure


def to_cas(gold: Gold, text: str) -> Cas:
    """The CAS of a report's gold.

    text: the report, without byte order mark; offsets of gold and CAS count its code points. Raises CorpusError where
    none of an entity's forms stands in the text, a same_as points nowhere, or dkpro-cassis is missing.
    """
    return _Writer(gold, text).cas


class _Writer:
    """Fills one CAS; what is added first gets the lower id, which keeps the order of what stands at one place."""

    def __init__(self, gold: Gold, text: str) -> None:
        self.gold = gold
        self.cas: Cas = cassis().Cas(typesystem=type_system())
        self.cas.sofa_mime = "text/plain"
        self.cas.sofa_string = text
        self.cas.document_language = "en"
        self.add(
            "Report",
            None,
            report=gold.report,
            status=gold.status,
            annotator=gold.annotator,
            referenceDate=gold.reference_date,
            textSha256=gold.text_sha256,
            coreference=None if gold.coreference is None else "annotated",
        )
        places = places_of((form for entity in gold.entities for form in entity.forms), text)
        for k, entity in enumerate(gold.entities):
            self.entity(entity, places, f"entities[{k}]")
        for date in gold.dates:
            about = {"edtf": date.edtf, "duration": date.duration, "modifier": date.modifier, "note": date.note}
            self.add("Date", date, kind=date.kind, **about)
        for quote in gold.quotes:
            self.quote(quote)
        self.events()
        for chain in gold.coreference or ():
            first = self.add("Mention", chain.mentions[0], entity=chain.entity)
            for mention in chain.mentions[1:]:
                self.relation("Coreference", self.add("Mention", mention), first)

    def add(self, layer: str, span: Span | None, **features: Any) -> FeatureStructure:
        """Add an annotation; a feature without a value is left out."""
        values = {} if span is None else {"begin": span.start, "end": span.end}
        for name, value in features.items():
            if value is None or value == []:
                continue
            values[name] = self.strings(value) if layers()[layer].features[name].several else value
        annotation = self.cas.typesystem.get_type(type_name(layer))(**values)
        self.cas.add(annotation)
        return annotation

    def strings(self, values: list[str]) -> FeatureStructure:
        return self.cas.typesystem.get_type(STRINGS)(elements=list(values))

    def relation(self, layer: str, source: FeatureStructure, target: FeatureStructure) -> None:
        """An arc from source to target, which is where it stands."""
        make = self.cas.typesystem.get_type(type_name(layer))
        self.cas.add(make(Governor=source, Dependent=target, begin=target.begin, end=target.end))

    def links(self, layer: str, feature: str, targets: list[FeatureStructure]) -> FeatureStructure | None:
        if not targets:
            return None
        make = self.cas.typesystem.get_type(link_name(layer, feature))
        links = [make(role=feature, target=target) for target in targets]
        return self.cas.typesystem.get_type("uima.cas.FSArray")(elements=links)

    def entity(self, entity: GoldEntity, places: dict[str, Span], item: str) -> None:
        marked = [form for form in entity.forms if form in places]
        if not marked:
            raise CorpusError(
                f"{self.gold.report}: {item}: none of the forms of {entity.name!r} stands in the text: correct the gold"
            )
        head = self.add(
            "Entity",
            places[marked[0]],
            entityType=entity.type,
            name=entity.name,
            title=entity.title,
            otherForms=[form for form in entity.forms if form not in marked],
            note=entity.note,
        )
        for form in marked[1:]:
            self.relation("Alias", self.add("Entity", places[form], entityType=entity.type), head)

    def quote(self, quote: GoldQuote[Span]) -> None:
        self.add(
            "Quote",
            quote.content[0],
            kind=quote.kind,
            speakerName=quote.speaker_name,
            note=quote.note,
            parts=self.links("Quote", "parts", [self.add("QuotePart", span) for span in quote.content[1:]]),
            cue=self.links("Quote", "cue", [self.add("Cue", quote.cue)] if quote.cue else []),
            speaker=self.links("Quote", "speaker", [self.add("Speaker", quote.speaker)] if quote.speaker else []),
        )

    def events(self) -> None:
        events = [
            self.add(
                "Event",
                event.trigger,
                eventType=event.type,
                status=event.status,
                date=event.date,
                place=event.place,
                agents=event.agents,
                targets=event.targets,
                counts=counts_written(event.counts),
                source=event.source,
                note=event.note,
            )
            for event in self.gold.events
        ]
        for k, event in enumerate(self.gold.events):
            if event.same_as is not None:
                if event.same_as >= len(events):
                    raise CorpusError(
                        f"{self.gold.report}: events[{k}]: same_as {event.same_as}:"
                        f" there are {len(events)} events, counted from 0"
                    )
                self.relation("SameAs", events[k], events[event.same_as])
