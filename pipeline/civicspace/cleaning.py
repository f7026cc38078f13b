"""The copy of a report that the model reads: as long as the report, with characters it knows.

Models of English have not seen backticks as apostrophes, no-break spaces or direction marks and mistokenise
around them. One character is replaced by one character, so offsets stay true.
"""

from __future__ import annotations

import unicodedata
from itertools import chain

# Where Unicode keeps its spaces, control and format characters; going through all of it would take longer than
# reading a report.
_BLOCKS = (range(0x3001), range(0xFE00, 0x10000), range(0xE0000, 0xE0080))
_SOFT_HYPHEN = 0xAD


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
    for code in chain(*_BLOCKS):
        if code in table or chr(code) in "\n\r\t ":
            continue
        category = unicodedata.category(chr(code))
        if category in ("Zs", "Cc") or (category == "Cf" and code != _SOFT_HYPHEN):
            table[code] = " "
    return table


_TABLE = _replacements()


def clean(text: str) -> str:
    """A copy of the same length for the model to read.

    >>> clean("the People`s\\u00a0Republic")
    "the People's Republic"
    """
    return text.translate(_TABLE)
