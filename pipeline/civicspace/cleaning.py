"""The copy of a report that the model reads: as long as the report, with characters it knows.

Models of English have not seen backticks as apostrophes, no-break spaces or direction marks and mistokenise
around them. One character is replaced by one character, so offsets stay true.
"""

from __future__ import annotations

import sys
import unicodedata


def _replacements() -> dict[int, str]:
    table = {
        ord("`"): "'",
        ord("´"): "'",
        ord("ʼ"): "’",
        0x2028: "\n",
        0x2029: "\n",
        0x85: "\n",
        0x0B: "\n",
        0x0C: "\n",
    }
    for code in range(sys.maxunicode + 1):
        if code in table or chr(code) in "\n\r\t ":
            continue
        category = unicodedata.category(chr(code))
        if category in ("Zs", "Cc") or (category == "Cf" and code != 0xAD):
            table[code] = " "
    return table


_TABLE = _replacements()


def clean(text: str) -> str:
    """A copy of the same length for the model to read.

    >>> clean("the People`s\\u00a0Republic")
    "the People's Republic"
    """
    return text.translate(_TABLE)
