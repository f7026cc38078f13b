"""Fixtures of the unit tests."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from civicspace.model import ModelInfo
from civicspace.pipelines import Pipelines


@Language.component("unit_trips_over")
def _trip(doc: Doc) -> Doc:
    """A stage that raises on reports of certain words."""
    if "landmine" in doc.text:
        raise ZeroDivisionError("two\nlines")
    if "memory" in doc.text:
        raise MemoryError
    return doc


@pytest.fixture(scope="session")
def light_pipelines() -> Pipelines:
    """Pipelines without a model and with one stage of their own, ready in no time; records of theirs are empty."""
    pieces = spacy.blank("en")
    pieces.add_pipe("sentencizer")
    report = spacy.blank("en", vocab=pieces.vocab)
    report.add_pipe("unit_trips_over")
    pieces.max_length = report.max_length = 10**9
    return Pipelines(pieces, report, ModelInfo("light", "0"), "none")
