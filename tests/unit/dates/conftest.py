"""The dates stage on its own: the model, then civic_dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from civicspace.annotations import Timex
from civicspace.pieces import parse
from civicspace.pipelines import Pipelines

type Dated = Callable[..., list[tuple[str, Timex]]]


@pytest.fixture(scope="session")
def annotate(pipelines: Pipelines) -> Callable[..., Doc]:
    """Text -> Doc with dates; published and country as in the metadata."""
    stage = pipelines.report.get_pipe("civic_dates")
    sections = pipelines.report.get_pipe("civic_sections")

    def run(text: str, published: str | None = "2018-07-12", country: str | None = None) -> Doc:
        doc = parse(pipelines.pieces, text)
        doc._.civic_published = published
        doc._.civic_country = country
        return stage(sections(doc))

    return run


@pytest.fixture(scope="session")
def dated(annotate: Callable[..., Doc]) -> Dated:
    """Text -> its expressions with their texts."""

    def run(text: str, published: str | None = "2018-07-12", country: str | None = None) -> list[tuple[str, Timex]]:
        doc = annotate(text, published, country)
        return [(doc.text[d.start : d.end], d) for d in doc._.civic_dates]

    return run
