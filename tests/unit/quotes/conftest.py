"""The quotes stage alone: the model's parse, and entities where a test gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from spacy.tokens import Doc

from civicspace.annotations import Entity, Extent, Mention, Quote, Timex
from civicspace.components.quotes.component import QuotesComponent
from civicspace.pieces import parse
from civicspace.pipelines import Pipelines


class Seen(NamedTuple):
    """A quote as strings."""

    kind: str
    content: list[str]
    cue: str | None
    speaker: str | None
    name: str | None
    resolution: str
    rule: str
    date: int | None


def _seen(text: str, quote: Quote) -> Seen:
    def words(extent: Extent | None) -> str | None:
        return None if extent is None else text[extent.start : extent.end]

    speaker = quote.speaker
    content = [text[start:end] for start, end in quote.content]
    said_by = (words(speaker.mention), speaker.name, speaker.resolution)
    return Seen(quote.kind, content, words(quote.cue), *said_by, quote.rule, quote.date)


def _entity(text: str, name: str, forms: list[str]) -> Entity:
    mentions = []
    for form in forms:
        start = text.index(form)
        mentions.append(Mention(start, start + len(form), "pronoun" if form == "He" else "name", "test"))
    return Entity("person", name, "test", mentions=mentions)


@pytest.fixture(scope="session")
def annotate(pipelines: Pipelines) -> Callable[..., Doc]:
    """Text -> Doc with ``civic_quotes``.

    ``names`` maps an entity's name to the strings that mention it; ``dates`` are the strings of its dates.
    """
    component = QuotesComponent()

    def run(text: str, names: dict[str, list[str]] | None = None, dates: tuple[str, ...] = ()) -> Doc:
        doc = parse(pipelines.pieces, text)
        doc._.civic_entities = [_entity(text, name, forms) for name, forms in (names or {}).items()]
        doc._.civic_dates = [Timex(text.index(d), text.index(d) + len(d), "date", "test") for d in dates]
        return component(doc)

    return run


@pytest.fixture(scope="session")
def quotes(annotate: Callable[..., Doc]) -> Callable[..., list[Seen]]:
    """Text -> its quotes as strings."""

    def run(text: str, names: dict[str, list[str]] | None = None, dates: tuple[str, ...] = ()) -> list[Seen]:
        return [_seen(text, quote) for quote in annotate(text, names, dates)._.civic_quotes]

    return run
