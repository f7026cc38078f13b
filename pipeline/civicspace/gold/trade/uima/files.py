"""CAS files: XMI with its TypeSystem.xml, and CAS JSON, which holds its types itself."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from civicspace.errors import CorpusError
from civicspace.gold.trade.uima.extra import cassis
from civicspace.gold.trade.uima.layers import type_system
from civicspace.reading.bad_input import shown

if TYPE_CHECKING:
    from cassis import Cas

TYPE_SYSTEM = "TypeSystem.xml"
"""The type system of the XMI files that stand beside it."""

LAYERS = "inception-layers.json"
"""Gold's layers for INCEpTION's project settings."""


def write_cas(cas: Cas, form: Literal["xmi", "json"], report_id: str) -> bytes:
    """A file's bytes. Raises CorpusError where XML can't hold a character of the text or of a value."""
    try:
        text: str = cas.to_xmi() if form == "xmi" else cas.to_json(pretty_print=True)
    except ValueError as error:
        if form == "json":
            raise
        raise CorpusError(
            f"{report_id}: XML can't hold a control character of the report or its gold: export as json or brat"
        ) from error
    return text.encode("utf-8")


def read_cas(path: Path) -> Cas:
    """The CAS of an .xmi or .json file.

    An .xmi file is read by the TypeSystem.xml beside it; without one, by gold's own types, and other annotations are
    left out. Raises CorpusError where the file can't be read as such.
    """
    library = cassis()
    try:
        raw = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # such as types that a project declares twice
            warnings.filterwarnings("error", message="Not mapping")  # an offset outside the text or within a character
            if path.suffix == ".json":
                return cast("Cas", library.load_cas_from_json(raw.decode("utf-8")))
            beside = path.with_name(TYPE_SYSTEM)
            types = library.load_typesystem(beside) if beside.exists() else type_system()
            lenient = not beside.exists()
            return cast("Cas", library.load_cas_from_xmi(raw.decode("utf-8"), typesystem=types, lenient=lenient))
    except Exception as error:  # cassis and the parsers under it raise errors of any kind on broken files
        what = "CAS JSON" if path.suffix == ".json" else "XMI"
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise CorpusError(f"{shown(path)}: can't be read as {what}: {reason}; export it anew") from error
