"""The measures: their names, what each says, and which of their misses are worth listing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Kind = Literal["f1", "accuracy"]
type Listed = Literal["all", "pairs", "none"]


@dataclass(frozen=True, slots=True)
class MeasureInfo:
    """What stands behind a measure's name.

    Attributes: ``meaning`` (a short text for tables), ``kind`` (accuracy: a share of matched pairs, so that precision
    and recall are equal), ``types`` (what its outcomes are broken down by), ``listed`` (which misses are listed under
    it: all; pairs: only where both sides have the item, since a lacking one is listed under a broader measure; none).
    """

    meaning: str
    kind: Kind = "f1"
    types: str = "type"
    listed: Listed = "all"


MEASURES: dict[str, MeasureInfo] = {
    "entities.strict": MeasureInfo("type and fullest name", listed="none"),
    "entities.relaxed": MeasureInfo("type and a shared form"),
    "entities.name": MeasureInfo("fullest name, of matched ones", "accuracy", listed="pairs"),
    "dates.strict": MeasureInfo("exact extent", types="kind", listed="pairs"),
    "dates.relaxed": MeasureInfo("overlapping extent", types="kind"),
    "dates.value": MeasureInfo("and kind, EDTF, duration", types="kind", listed="pairs"),
    "quotes.strict": MeasureInfo("content, all words", types="kind", listed="none"),
    "quotes.relaxed": MeasureInfo("content, 0.8 of the words", types="kind"),
    "quotes.attributed": MeasureInfo("and the speaker's name", types="kind", listed="none"),
    "quotes.speaker": MeasureInfo("speaker's name, of matched ones", "accuracy", "kind", "pairs"),
    "events.strict": MeasureInfo("exact trigger and type", listed="none"),
    "events.trigger": MeasureInfo("overlapping trigger", listed="all"),
    "events.type": MeasureInfo("overlapping trigger and type", listed="pairs"),
    "events.sentence_type": MeasureInfo("type in the sentence", listed="none"),
    "events.status": MeasureInfo("status, of typed pairs", "accuracy", "status"),
    "events.date": MeasureInfo("date, of typed pairs", "accuracy"),
    "events.source": MeasureInfo("source, of typed pairs", "accuracy"),
    "events.agents": MeasureInfo("agents' names, in typed pairs"),
    "events.targets": MeasureInfo("targets' names, in typed pairs"),
    "events.place": MeasureInfo("place, in typed pairs"),
    "events.counts": MeasureInfo("what and how many, in typed pairs"),
    "events.same_as": MeasureInfo("pairs of mentions of one act"),
    "coreference.conll": MeasureInfo("mean F1 of the next three", listed="none"),
    "coreference.muc": MeasureInfo("links", listed="none"),
    "coreference.b_cubed": MeasureInfo("mentions", listed="none"),
    "coreference.ceaf_e": MeasureInfo("best pairing of chains", listed="none"),
    "coreference.lea": MeasureInfo("links, by size of the chain", listed="none"),
    "coreference.resolution": MeasureInfo("pronouns and descriptions", types="form", listed="none"),
}
"""In the order of tables."""
