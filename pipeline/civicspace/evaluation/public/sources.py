"""What lies outside the project: the corpora's files and their scorers."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from civicspace.errors import CivicspaceError

type Document = dict[str, Any]


class NotMeasuredError(CivicspaceError):
    """A corpus can't be measured; the message says why in a few words. The others can."""


def read_documents(path: Path, fields: tuple[str, ...], limit: int | None = None) -> list[Document]:
    """The documents of a corpus, one JSON object a line.

    fields: what each must have. limit: how many to read at most. Raises NotMeasuredError where the file isn't there,
    can't be read or holds something else.
    """
    documents: list[Document] = []
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if limit is not None and len(documents) >= limit:
                    break
                if not line.strip():
                    continue
                document = json.loads(line)
                missing = [name for name in fields if not isinstance(document, dict) or name not in document]
                if missing:
                    raise NotMeasuredError(f"{path}, line {number}: {', '.join(missing)} is missing")
                documents.append(document)
    except FileNotFoundError as error:
        raise NotMeasuredError(f"{path} isn't there") from error
    except (OSError, UnicodeDecodeError) as error:
        raise NotMeasuredError(f"{path} can't be read: {error}") from error
    except json.JSONDecodeError as error:
        raise NotMeasuredError(f"{path}, line {number}: no JSON ({error.msg})") from error
    if not documents:
        raise NotMeasuredError(f"{path} holds no documents")
    return documents


def load_scorer(path: Path, functions: tuple[str, ...]) -> ModuleType:
    """A scorer as a module, run from its file; nothing of it is installed.

    functions: what it must define. Raises NotMeasuredError where the file isn't there, fails, or lacks one of them.
    """
    if not path.is_file():
        raise NotMeasuredError(f"{path} isn't there")
    spec = importlib.util.spec_from_file_location(f"civicspace_scorer_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise NotMeasuredError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise NotMeasuredError(f"{path} can't be loaded: {type(error).__name__}: {error}") from error
    missing = [name for name in functions if not callable(getattr(module, name, None))]
    if missing:
        raise NotMeasuredError(f"{path} has no function {', '.join(missing)}")
    return module
