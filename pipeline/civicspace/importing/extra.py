"""The libraries of the extra ``import``: loaded when a file needs them, named when they are missing."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from civicspace.errors import CivicspaceError

INSTALL = "pip install 'civicspace[import]'"


def needed(module: str, purpose: str) -> Any:
    """The module, imported.

    module: its import name. purpose: what it is needed for, for the message ("reading PDFs").
    Raises CivicspaceError, with the command that installs it, where it is missing.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise CivicspaceError(f"{purpose} needs more libraries: {INSTALL}") from error


def name_and_version(package: str) -> str:
    """A package with its version, for the record of how a text was made ("pdfplumber 0.11.10")."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package
