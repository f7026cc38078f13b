"""The bullets and numbers of a Word file's lists: Word counts them when it shows them, the file holds none."""

from __future__ import annotations

from typing import Any

from civicspace.importing.blocks import BULLET

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_LIST = "0"


class Numbering:
    """Counts through the lists of one document; ``mark`` is asked once for each paragraph, in order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[str, tuple[str, int]]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        numbering = next(
            (r.target_part.element for r in document.part.rels.values() if str(r.reltype).endswith("/numbering")), None
        )
        if numbering is None:
            return
        abstract = {
            found.get(f"{_WORD}abstractNumId"): {
                level.get(f"{_WORD}ilvl"): (_value(level, "numFmt", "decimal"), int(_value(level, "start", "1")))
                for level in found.iterchildren(f"{_WORD}lvl")
            }
            for found in numbering.iterchildren(f"{_WORD}abstractNum")
        }
        for number in numbering.iterchildren(f"{_WORD}num"):
            self._levels[number.get(f"{_WORD}numId")] = abstract.get(_value(number, "abstractNumId", ""), {})

    def mark(self, paragraph: Any, style: Any) -> str | None:
        """The bullet or number of a paragraph, or None where it is no list item.

        paragraph: its XML element. style: its style as python-docx has it, or None.
        """
        found = paragraph.find(f"{_WORD}pPr/{_WORD}numPr")
        while found is None and style is not None:
            found = style.element.find(f"{_WORD}pPr/{_WORD}numPr")
            style = style.base_style
        if found is None:
            return None
        list_id, level = _value(found, "numId", _NO_LIST), _value(found, "ilvl", "0")
        if list_id == _NO_LIST:
            return None
        kind, start = self._levels.get(list_id, {}).get(level, ("bullet", 1))
        if kind in ("bullet", "none"):
            return BULLET
        for key in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[key]
        count = self._counts.get((list_id, level), start - 1) + 1
        self._counts[list_id, level] = count
        letter = chr(ord("a") + (count - 1) % 26)
        return f"{letter}." if kind in ("lowerLetter", "upperLetter") else f"{count}."


def _value(element: Any, name: str, default: str) -> str:
    found = element.find(f"{_WORD}{name}")
    return str(found.get(f"{_WORD}val", default)) if found is not None else default
