"""dkpro-cassis, which an extra brings."""

from __future__ import annotations

import importlib
from types import ModuleType

from civicspace.errors import CorpusError


def cassis() -> ModuleType:
    """The module cassis. Raises CorpusError, with how to install it, where it is missing."""
    try:
        return importlib.import_module("cassis")
    except ImportError as error:
        raise CorpusError("XMI and CAS JSON need dkpro-cassis: pip install 'civicspace[annotate]'") from error
