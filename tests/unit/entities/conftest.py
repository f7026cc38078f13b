"""Gold as inline markup: "[Ana Luz Vidal](person a) left. [Vidal](person a) spoke."."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from civicspace.annotations import Entity
from civicspace.pieces import parse
from civicspace.pipelines import Pipelines

_MARKUP = re.compile(r"\[([^\]]+)\]\((\w+)(?: (\w+))?\)")


def strip(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The plain text and its names: start, end, type, and a label that names of one thing share."""
    text, names, end = "", [], 0
    for match in _MARKUP.finditer(marked):
        text += marked[end : match.start()]
        start = len(text)
        text += match.group(1)
        names.append((start, len(text), match.group(2), match.group(3) or f"only{start}"))
        end = match.end()
    return text + marked[end:], names


@pytest.fixture(scope="session")
def annotate(pipelines: Pipelines) -> Callable[..., Doc]:
    """Text -> Doc with entities; no later stage runs."""
    stages = [(name, pipelines.report.get_pipe(name)) for name in ("civic_sections", "civic_entities")]

    def run(text: str, country: str | None = None) -> Doc:
        doc = parse(pipelines.pieces, text)
        doc._.civic_country = country
        for _, stage in stages:
            doc = stage(doc)
        return doc

    return run


@pytest.fixture(scope="session")
def entities(annotate: Callable[..., Doc]) -> Callable[..., list[Entity]]:
    """Text -> its entities."""
    return lambda text, country=None: annotate(text, country)._.civic_entities


@pytest.fixture(scope="session")
def check(annotate: Callable[..., Doc]) -> Callable[..., None]:
    """Marked text: fails where the names found differ from those marked, in extent, type, or in what is one entity."""

    def run(marked: str, country: str | None = None) -> None:
        text, names = strip(marked)
        found = annotate(text, country)._.civic_entities
        got = sorted((text[m.start : m.end], e.type, m.start) for e in found for m in e.mentions)
        assert got == sorted((text[a:b], kind, a) for a, b, kind, _ in names)
        clusters = {tuple(m.start for m in e.mentions) for e in found}
        wanted: dict[str, list[int]] = {}
        for start, _, _, label in names:
            wanted.setdefault(label, []).append(start)
        assert clusters == {tuple(starts) for starts in wanted.values()}

    return run
