"""From bytes to characters: UTF-8 first, byte order marks next, then the likeliest of the older encodings.

Reports in English hold few letters outside ASCII, mostly in names. A general detector sees too little in them (it reads
"Núñez" in latin-1 as Baltic DOS), so that Latin text is decoded by asking which of the Windows
encodings leaves no symbol inside a word and no letter that only Icelandic uses. Text mostly outside ASCII
(Cyrillic, Arabic, Chinese) is left to charset-normalizer.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from civicspace.importing.extra import needed
from civicspace.importing.imported import Repair
from civicspace.reading.bad_input import BadInputError
from civicspace.reading.text import not_utf8, wide_encoding

MIN_BYTES_FOR_A_GUESS = 16
OTHER_SCRIPT_SHARE = 0.25
"""From this share of bytes outside ASCII on, the text is in another script."""

LATIN_ENCODINGS = ("cp1252", "cp1254", "cp1250", "cp1258", "mac_roman")
"""Tried in this order; an earlier one wins a tie."""

_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SYMBOL_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[£¥¤¦¬¹²³¼½¾±×÷©®¿¡¢§¶ƒ†‡‰•‹›∂∑∏π∫Ω√≈∆◊ˇ˘˙˛˝¸¨](?=[^\W\d_])"
    r"|(?<![^\W_])[£¥¤¹²³¿](?=[^\W\d_]{3})"
)
_LETTER_IN_WORD = re.compile(r"(?<=[a-zß-ÿ])[^\W\d_\x00-\x7f]")
_LOOSE_TONE = re.compile("(?<![AEIOUYaeiouyÂâÊêÔôĂăƠơƯư])[\u0300\u0301\u0303\u0309\u0323]")
_ICELANDIC = re.compile(r"[ðþÐÞ]|[ýÝ](?=[a-z])")
_STRAY = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters of a file: ``guessed`` where nothing in the file states the encoding."""

    text: str
    encoding: str
    guessed: bool = False
    repairs: tuple[Repair, ...] = ()


def decode_bytes(raw: bytes, declared: str | None = None) -> Decoded:
    """The characters of a file's bytes, without a byte order mark.

    raw: the bytes. declared: the encoding that the file names (a web page's meta charset), or None.
    Raises BadInputError: not_utf8, where the bytes are too few to guess from or fit no encoding.

    >>> decode_bytes("“Two men”, said José Núñez of the union.".encode("cp1252")).encoding
    'cp1252'
    """
    for mark, name in _WIDE_BOMS:
        if raw.startswith(mark):
            return _strictly(raw, name)
    if wide_encoding(raw):
        return _strictly(raw, "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be", guessed=True)
    try:
        return Decoded(raw.decode("utf-8").removeprefix("\ufeff"), "utf-8")
    except UnicodeDecodeError as error:
        problem = not_utf8(raw, error)
    if declared and (text := _attempt(raw, _windows_for_latin_1(declared))) is not None:
        return Decoded(text, _windows_for_latin_1(declared))
    mixed = _utf8_with_strays(raw)
    if mixed:
        return mixed
    if len(raw) < MIN_BYTES_FOR_A_GUESS:
        raise problem
    encoding = _other_script(raw) if _share_outside_ascii(raw) >= OTHER_SCRIPT_SHARE else _latin(raw)
    text = _attempt(raw, encoding) if encoding else None
    if text is None or encoding is None:
        raise problem
    # Vietnamese Windows writes tones as marks behind their vowels.
    return Decoded(unicodedata.normalize("NFC", text) if encoding == "cp1258" else text, encoding, guessed=True)


def _strictly(raw: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        return Decoded(raw.decode(encoding).removeprefix("\ufeff"), encoding, guessed)
    except UnicodeDecodeError as error:
        raise BadInputError(
            "not_utf8", f"is broken {encoding.upper()}: byte {error.start}; save it as UTF-8"
        ) from error


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _windows_for_latin_1(name: str) -> str:
    """The encoding that pages mean by a name: latin-1 and ASCII are read as Windows-1252 (WHATWG Encoding)."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return name
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}.get(known, known)


def _utf8_with_strays(raw: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes of Windows-1252 stand; None where there are as many of them as of good letters."""
    text = raw.decode("utf-8", errors="surrogateescape")
    strays = _STRAY.findall(text)
    good = sum(1 for c in text if c > "\x7f") - len(strays)
    if good <= 2 * len(strays):
        return None
    repairs = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for match in _STRAY.finditer(line):
            byte = bytes([ord(match[0]) - 0xDC00])
            letter = byte.decode("cp1252", errors="replace")
            repairs.append(Repair(number, f"byte 0x{byte[0]:02X}", letter, "stray byte read as windows-1252"))
        lines[number - 1] = _STRAY.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", errors="replace"), line)
    return Decoded("\n".join(lines).removeprefix("\ufeff"), "utf-8", repairs=tuple(repairs))


def _share_outside_ascii(raw: bytes) -> float:
    return sum(1 for byte in raw if byte > 0x7F) / len(raw)


def _other_script(raw: bytes) -> str | None:
    best = needed("charset_normalizer", "telling an unknown encoding").from_bytes(raw).best()
    return str(best.encoding) if best is not None else None


def _latin(raw: bytes) -> str | None:
    readings = [(encoding, text) for encoding in LATIN_ENCODINGS if (text := _attempt(raw, encoding)) is not None]
    return min(readings, key=lambda reading: implausibility(reading[1]), default=(None, ""))[0]


def implausibility(text: str) -> float:
    """How much in a text no writer would write: symbols and capitals in words, letters of Icelandic alone.

    >>> implausibility("£ukasz") > implausibility("Łukasz"), implausibility("José Núñez")
    (True, 0.0)
    """
    in_words = len(_SYMBOL_IN_WORD.findall(text)) + len(_LOOSE_TONE.findall(text))
    in_words += sum(1 for letter in _LETTER_IN_WORD.findall(text) if letter.isupper())
    controls = sum(1 for c in text if "\x80" <= c <= "\x9f")
    return 2.0 * (in_words + controls) + len(_ICELANDIC.findall(text))
