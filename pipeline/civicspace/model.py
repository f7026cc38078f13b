"""Loading the language model that does tagging, parsing and named entities."""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.language import Language

from civicspace.errors import ModelError
from civicspace.model_files import DEFAULT_MODEL, find_model

_NEEDED = ("token.tag", "token.dep", "token.lemma", "doc.ents")


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Name and version of the model as its meta.json states them."""

    name: str
    version: str


def load_model(name: str = DEFAULT_MODEL) -> tuple[Language, ModelInfo]:
    """Load a model and check that it is English and does what the stages need.

    Raises ModelError for a model that is missing, broken, of another language, or without tagger, parser,
    lemmatizer or named entities.
    """
    source = find_model(name).source
    try:
        nlp = spacy.load(source)
    except Exception as error:
        reason = " ".join(str(error).split())
        raise ModelError(f"model {name!r} can't be loaded: {reason[:200]}") from error
    if nlp.lang != "en":
        raise ModelError(f"model {name!r} is for the language {nlp.lang!r}; civicspace reads English")
    assigned = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    missing = [need for need in _NEEDED if need not in assigned]
    if missing:
        raise ModelError(f"model {name!r} does not set {', '.join(missing)}, which the stages need")
    return nlp, ModelInfo(f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"]))
