"""Plain text: its characters as they are."""

from __future__ import annotations

from civicspace.importing.encoding import decode_bytes
from civicspace.importing.imported import Extracted


def read_plain(raw: bytes) -> Extracted:
    """The text of a plain file, line breaks kept.

    A note says which encoding was guessed. Raises BadInputError (not_utf8).
    """
    decoded = decode_bytes(raw)
    notes: tuple[str, ...] = ()
    if decoded.guessed:
        notes = (f"not UTF-8: read as {decoded.encoding}, the best guess; if names look wrong, save it as UTF-8 first",)
    return Extracted(decoded.text, decoded.encoding, "civicspace", decoded.repairs, notes=notes)
