"""Resolving a short text with entities given by hand, so that these tests don't depend on how entities are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc

from civicspace.annotations import Entity, EntityType, Mention
from civicspace.components.coreference import make_sieve
from civicspace.components.coreference.component import CoreferenceComponent
from civicspace.components.sections.component import SectionsComponent
from civicspace.pieces import parse
from civicspace.pipelines import Pipelines

type Annotate = Callable[[str, Mapping[str, EntityType]], Doc]
type Resolve = Callable[[str, Mapping[str, EntityType]], list[tuple[str, str, str]]]


def entities_of(text: str, names: Mapping[str, EntityType]) -> list[Entity]:
    """An entity a name; "Ana Ruiz|Ruiz" gives two forms of one."""
    found = []
    for forms, kind in names.items():
        alternatives = sorted(forms.split("|"), key=len, reverse=True)
        pattern = r"\b(?:" + "|".join(map(re.escape, alternatives)) + r")(?!\w)"
        mentions = [Mention(m.start(), m.end(), "name", "test") for m in re.finditer(pattern, text)]
        found.append(Entity(kind, forms.split("|")[0], "test", mentions=mentions))
    return found


@pytest.fixture(scope="session")
def annotate(pipelines: Pipelines) -> Annotate:
    """Text and names -> Doc with sections, the given entities, and their mentions resolved."""
    resolver = CoreferenceComponent(make_sieve(4, 10.0))
    sections = SectionsComponent()

    def run(text: str, names: Mapping[str, EntityType]) -> Doc:
        doc = sections(parse(pipelines.pieces, text))
        doc._.civic_entities = entities_of(text, names)
        return resolver(doc)

    return run


@pytest.fixture(scope="session")
def resolve(annotate: Annotate) -> Resolve:
    """Text and names -> (mention's text, its form, its entity's name) of all mentions found, in text order."""

    def run(text: str, names: Mapping[str, EntityType]) -> list[tuple[str, str, str]]:
        doc = annotate(text, names)
        found = [
            (m.start, text[m.start : m.end], m.form, entity.name)
            for entity in doc._.civic_entities
            for m in entity.mentions
            if m.rule != "test"
        ]
        return [item[1:] for item in sorted(found)]

    return run
