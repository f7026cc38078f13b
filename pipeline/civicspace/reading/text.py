"""From bytes to a report's text, never altered but for a byte order mark; what is no text is refused and told why."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from civicspace.reading.bad_input import BadInputError

MAX_CHARACTERS = 1_000_000
MAX_BYTES = 4 * MAX_CHARACTERS + len(codecs.BOM_UTF8)
"""No text of MAX_CHARACTERS takes more bytes than this in UTF-8."""

_BOM = "\ufeff"
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip file",
}
_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 where the first bytes show one of them, else None.

    Without a byte order mark, a file whose every second byte is NUL passes for UTF-16.

    >>> wide_encoding("Arrests".encode("utf-16"))
    'UTF-16'
    """
    for mark, name in _WIDE_BOMS:
        if head.startswith(mark):
            return name
    sample = head[:64]
    even, odd = sample[::2], sample[1::2]
    if len(sample) >= 4 and sum(1 for half in (even, odd) if half.count(0) > 0.8 * len(half)) == 1:
        return "UTF-16"
    return None


def check_text(text: str) -> str:
    """A report's text without its byte order mark.

    Raises BadInputError where it is empty, too long, without letters, or holds what no text holds (NUL, half a
    surrogate pair).
    """
    text = text.removeprefix(_BOM)
    if not text or text.isspace():
        raise BadInputError("empty", "holds no text" if not text else "holds nothing but white space")
    if len(text) > MAX_CHARACTERS:
        raise too_long()
    if (nul := text.find("\0")) >= 0:
        raise BadInputError("binary", f"is not plain text: a NUL byte at character {nul:,}")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInputError(
            "lone_surrogate", f"half a surrogate pair (U+{ord(text[error.start]):04X}) at character {error.start:,}"
        ) from error
    if not any(map(str.isalpha, text)):
        raise BadInputError("no_letters", "holds no letters")
    return text


def too_long() -> BadInputError:
    """The problem of a text over the limit."""
    return BadInputError("too_long", f"is longer than {MAX_CHARACTERS:,} characters: split it into several reports")


def not_utf8(raw: bytes, error: UnicodeDecodeError) -> BadInputError:
    """The problem of bytes that can't be decoded: which byte, counted from 0, and on which line."""
    line = raw.count(b"\n", 0, error.start) + 1
    return BadInputError(
        "not_utf8", f"is not UTF-8: byte {error.start} (0x{raw[error.start]:02X}, line {line}); save it as UTF-8"
    )


def refuse_other_formats(raw: bytes) -> None:
    """Raise BadInputError where the first bytes are those of UTF-16, UTF-32 or a format that is not plain text."""
    if wide := wide_encoding(raw):
        raise BadInputError("not_utf8", f"is {wide}, not UTF-8 (byte 0): save it as UTF-8")
    for signature, name in _SIGNATURES.items():
        if raw.startswith(signature):
            raise BadInputError("binary", f"is {name}, not plain text: save it as plain text in UTF-8")


def decode(raw: bytes) -> str:
    """The text of a file's bytes (all of them, or its first MAX_BYTES + 1).

    Raises BadInputError: not_utf8, binary, empty, no_letters, too_long.

    >>> decode(b"\\xef\\xbb\\xbfTwo men\\r\\nwere held.")
    'Two men\\r\\nwere held.'
    """
    refuse_other_formats(raw)
    if (nul := raw.find(b"\0")) >= 0:
        raise BadInputError("binary", f"is not plain text: byte {nul} is NUL")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_short = len(raw) > MAX_BYTES and error.end >= len(raw)
        raise (too_long() if cut_short else not_utf8(raw, error)) from error
    return check_text(text)


def read_text(stream: BinaryIO) -> str:
    """The text of an open file; of a file that is too long no more than MAX_BYTES + 1 bytes are read.

    Raises BadInputError as ``decode`` does, and OSError.
    """
    return decode(stream.read(MAX_BYTES + 1))
