r"""Values in one line of note: ``key: value; key: value | value``.

A backslash before ``;``, ``|`` or ``\`` makes it a plain character; ``\n``, ``\t``, ``\r`` and ``\s`` are a line
break, a tab, a carriage return and a space at a value's edge; other characters that a line can't hold are ``\u{2028}``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from civicspace.gold.trade.brat.fragments import LINE_BREAKS
from civicspace.gold.trade.brat.names import LIST_KEYS, NOTE

_TO_ESCAPE = {"\\": "\\\\", ";": "\\;", "|": "\\|", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_FROM_ESCAPE = {"n": "\n", "t": "\t", "r": "\r", "s": " "}
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|(.))", re.DOTALL)
_KEY = re.compile(r"\s*([A-Za-z][A-Za-z0-9_]*)\s*:(.*)", re.DOTALL)
_MAX_CODE_POINT = 0x10FFFF


def written(values: Sequence[tuple[str, str | Sequence[str] | None]]) -> str:
    r"""A note's text; a key whose value is None or an empty list is left out.

    >>> written([("place", "Oslo; the port"), ("agents", ["police", "army"]), ("source", None)])
    'place: Oslo\\; the port; agents: police | army'
    """
    parts = []
    for key, value in values:
        several = [value] if isinstance(value, str) else list(value or ())
        if several:
            parts.append(f"{key}: {' | '.join(map(_escaped, several))}")
    return "; ".join(parts)


def read(text: str, keys: Sequence[str]) -> dict[str, list[str]]:
    r"""The values of a note by key, in the order written; a note without any key is a remark.

    keys: those that the note may hold. A key without a value is left out. Raises ValueError, with what to do, for
    another key, a key that stands twice, or several values where one is expected.

    >>> read("agents: police | army; place: ", ["agents", "place"])
    {'agents': ['police', 'army']}
    >>> read("ask a second reader", ["note"])
    {'note': ['ask a second reader']}
    """
    if not text.strip():
        return {}
    parts = _split(text, ";")
    if not any(_KEY.fullmatch(part) for part in parts[:1]) and NOTE in keys:
        return {NOTE: [_plain(text.strip())]}
    values: dict[str, list[str]] = {}
    for part in parts:
        if not part.strip():
            continue
        match = _KEY.fullmatch(part)
        key = match[1].lower() if match else ""
        if not match or key not in keys:
            raise ValueError(
                f"the note's {_shortened(part)!r} begins with none of the keys {', '.join(keys)}"
                " (a plain ; or | in a value is written \\; or \\|)"
            )
        if key in values:
            raise ValueError(f"the note gives {key} twice: keep one")
        found = [_plain(value.strip()) for value in _split(match[2], "|") if value.strip()]
        if len(found) > 1 and key not in LIST_KEYS:
            raise ValueError(f"the note gives {key} several values: keep one (a plain | is written \\|)")
        if found:
            values[key] = found
    return values


def _shortened(part: str) -> str:
    part = part.strip()
    return part if len(part) <= 40 else f"{part[:39]}…"


def _escaped(value: str) -> str:
    inner = "".join(map(_escaped_character, value))
    ends = (value[0], value[-1]) if value else ("", "")
    if ends[0].isspace() and inner[0] != "\\":
        inner = _escaped_space(inner[0]) + inner[1:]
    if len(value) > 1 and ends[1].isspace() and inner[-1] == ends[1]:
        inner = inner[:-1] + _escaped_space(inner[-1])
    return inner


def _escaped_character(c: str) -> str:
    if c in _TO_ESCAPE:
        return _TO_ESCAPE[c]
    return f"\\u{{{ord(c):x}}}" if c in LINE_BREAKS or unicodedata.category(c) == "Cc" else c


def _escaped_space(c: str) -> str:
    return "\\s" if c == " " else f"\\u{{{ord(c):x}}}"


def _plain(value: str) -> str:
    """A value without escapes; a backslash before any other character stays."""

    def character(match: re.Match[str]) -> str:
        if match[1]:
            code = int(match[1], 16)
            return chr(code) if code <= _MAX_CODE_POINT and not 0xD800 <= code <= 0xDFFF else match[0]
        return match[2] if match[2] in "\\;|" else _FROM_ESCAPE.get(match[2], match[0])

    return _ESCAPE.sub(character, value)


def _split(text: str, separator: str) -> list[str]:
    """The text cut at a separator that no backslash stands before."""
    return [match[0] for match in re.finditer(rf"(?:\\.|[^\\{separator}]|\\$)+", text, re.DOTALL)]
