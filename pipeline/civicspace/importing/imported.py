"""What comes out of a file: its text, how it was read, what was repaired, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Trust = Literal["sure", "likely", "doubtful"]
"""sure: the file or the report says so; likely: read from the report; doubtful: shown, never taken unasked."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of the metadata that was found and not given: its key, where it was found, and how far to trust it.

    ``key`` is a field of ``civicspace.report.Metadata``; ``where`` completes "from ...", for people.
    """

    key: str
    value: str
    where: str
    trust: Trust


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of text that was changed: its line (counted from 1), the words before and after, and the rule."""

    line: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one format's module made of a file.

    ``text`` is not yet repaired. ``encoding`` is that of the characters, None where the format fixes it.
    ``extractor`` names the library and its version. ``notes`` are for the person who adds the report, one line each.
    """

    text: str
    encoding: str | None
    extractor: str
    repairs: tuple[Repair, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that has become the text of a report.

    ``raw``: the file, byte for byte. ``format``: its ending without the dot (txt, html, docx, pdf). ``unchanged``:
    whether the text is the file, byte for byte. ``claims``: what the file says of itself first, then what its text
    tells; of a key's claims the most trusted counts, the first among equals.
    """

    name: str
    raw: bytes
    format: str
    text: str
    unchanged: bool
    encoding: str | None
    extractor: str
    repairs: tuple[Repair, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]

    @property
    def text_bytes(self) -> bytes:
        """The bytes of the report's text as the corpus keeps it."""
        return self.raw if self.unchanged else self.text.encode("utf-8")
