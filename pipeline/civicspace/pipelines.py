"""The two pipelines: the model on pieces of a report, the stages on the joined report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from time import perf_counter

from confection import Config, ConfigValidationError
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from civicspace.errors import ConfigError, StageError
from civicspace.model import ModelInfo, load_model
from civicspace.model_files import DEFAULT_MODEL
from civicspace.pieces import parse

CONFIGS = Path(str(resources.files("civicspace") / "configs"))
PIECES = CONFIGS / "pieces.cfg"
REPORT = CONFIGS / "report.cfg"
MODEL_STAGE = "model"


def _read(path: Path) -> Config:
    try:
        return load_config(path)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path.name}: can't be read: {' '.join(str(error).split())[:200]}") from error


def config_version(*paths: Path) -> str:
    """A short fingerprint of the config files' contents, line endings aside."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]


def _wrong_key(path: Path, error: ConfigValidationError) -> ConfigError:
    first = error.errors[0] if error.errors else {}
    where = " -> ".join(str(part) for part in first.get("loc", ())) or "?"
    return ConfigError(f"{path.name}: {where}: {first.get('msg', 'wrong value')}")


@contextmanager
def _stage(name: str, seconds: dict[str, float] | None) -> Iterator[None]:
    """Name the stage whose error passes through, and measure how long it takes."""
    begin = perf_counter()
    try:
        yield
    except Exception as error:
        raise StageError(name, error) from error
    if seconds is not None:
        seconds[name] = seconds.get(name, 0.0) + perf_counter() - begin


@dataclass(frozen=True, slots=True)
class Pipelines:
    """Everything that turns text into an annotated Doc.

    Attributes: ``pieces`` (civic_sections, then the model), ``report`` (the civic_ stages), ``model`` (its
    name and version), ``config`` (fingerprint of the two config files).
    """

    pieces: Language
    report: Language
    model: ModelInfo
    config: str

    def __call__(
        self,
        text: str,
        *,
        published: str | None = None,
        country: str | None = None,
        seconds: dict[str, float] | None = None,
    ) -> Doc:
        """Annotate one report.

        text: as received, offsets count its characters. published: YYYY-MM-DD or EDTF, or None.
        country: ISO 3166 alpha-2, or None. seconds: where given, the time each stage took is added to it by name.
        Raises StageError, which names the stage that failed.
        """
        with _stage(MODEL_STAGE, seconds):
            doc = parse(self.pieces, text)
        doc._.civic_published = published
        doc._.civic_country = country
        for name, component in self.report.pipeline:
            with _stage(name, seconds):
                doc = component(doc)
        return doc


def load_pipelines(model: str = DEFAULT_MODEL, pieces: Path = PIECES, report: Path = REPORT) -> Pipelines:
    """Load the model and build both pipelines from their config files.

    Raises ModelError, ConfigError (the file and the key that is wrong) and LexiconError.
    """
    nlp, info = load_model(model)
    before = nlp.pipe_names[0] if nlp.pipe_names else None
    config = _read(pieces)
    for name in config["nlp"]["pipeline"]:
        settings = dict(config["components"].get(name, {}))
        factory = settings.pop("factory", name)
        try:
            nlp.add_pipe(factory, name, before=before, config=settings)
        except ConfigValidationError as error:
            raise _wrong_key(pieces, error) from error
        except ValueError as error:
            raise ConfigError(f"{pieces.name}: {name}: {' '.join(str(error).split())[:200]}") from error
    try:
        stages = load_model_from_config(_read(report), vocab=nlp.vocab, auto_fill=True)
    except ConfigValidationError as error:
        raise _wrong_key(report, error) from error
    except ValueError as error:
        raise ConfigError(f"{report.name}: {' '.join(str(error).split())[:200]}") from error
    stages.max_length = nlp.max_length = 10**9
    return Pipelines(nlp, stages, info, config_version(pieces, report))
