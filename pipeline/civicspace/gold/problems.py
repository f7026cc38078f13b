"""What is wrong with a gold file, in words by which a person finds the place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from civicspace.reading.bad_input import shown

LAYERS = ("entities", "dates", "quotes", "events", "coreference")
_SHOWN = 60
_FEW = 12
_HELD = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes: ``report`` (its id), ``layer`` (None where it concerns the file as a whole), ``item`` (position, words
    and offsets of the item; empty where it concerns the layer as a whole), ``message`` (what is wrong, what to do).

    >>> print(Problem("2017-togo", "events", '[12] "arrested" at 472-480', "its status is missing"))
    2017-togo: events[12] "arrested" at 472-480: its status is missing
    """

    report: str
    layer: str | None
    item: str
    message: str

    def __str__(self) -> str:
        where = f"{self.layer}{self.item}: " if self.layer else ""
        return f"{self.report}: {where}{self.message}"


def in_quotes(words: object) -> str:
    """Words or a JSON value as a message shows them: on one line, long ones cut in the middle.

    >>> in_quotes("two\\nlines")
    '"two\\\\nlines"'
    """
    if words is None or isinstance(words, bool | int | float):
        return json.dumps(words)
    if isinstance(words, Mapping):
        return "an object { }"
    if isinstance(words, list):
        return "a list [ ]"
    line = shown(str(words))
    half = _SHOWN // 2
    if len(line) > _SHOWN:
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"'{line}'" if '"' in line else f'"{line}"'


def offsets(start: object, end: object) -> str:
    """Offsets as messages show them: ``472-480``."""
    return f"{start}-{end}"


def item_label(layer: str, position: int, item: object) -> str:
    """An item's position and what it is recognised by: its name, or its first words with their offsets.

    item: the item as JSON gives it; any part of it may be missing or wrong.

    >>> item_label("events", 12, {"type": "release", "trigger": {"start": 472, "end": 480, "text": "arrested"}})
    '[12] "arrested" at 472-480'
    """
    words: object = item
    if isinstance(item, Mapping):
        match layer:
            case "entities":
                words = item.get("name")
            case "coreference":
                words = item.get("entity")
            case "quotes":
                content = item.get("content")
                words = content[0] if isinstance(content, list) and content else content
            case "events":
                words = item.get("trigger")
    return f"[{position}]{_words_label(words)}"


def _words_label(words: object) -> str:
    if isinstance(words, str):
        return f" {in_quotes(words)}"
    if not isinstance(words, Mapping):
        return ""
    label = f" {in_quotes(words['text'])}" if isinstance(words.get("text"), str) else ""
    if isinstance(words.get("start"), int) and isinstance(words.get("end"), int):
        label += f" at {offsets(words['start'], words['end'])}"
    elif isinstance(words.get("occurrence"), int):
        label += f" ({words['occurrence']})"
    return label


def closest_word(word: object, known: Iterable[str]) -> str | None:
    """The word of a vocabulary that is most like another or holds it, or None where none does.

    >>> closest_word("detension", ["protest", "detention"]), closest_word("ban", ["detention", "protest_ban"])
    ('detention', 'protest_ban')
    """
    if not isinstance(word, str):
        return None
    options, wanted = list(known), word.lower().replace(" ", "_")
    holding = [option for option in options if len(wanted) >= _HELD and wanted in option]
    return next(iter([*get_close_matches(wanted, options, 1, 0.6), *holding]), None)


def did_you_mean(word: object, known: Sequence[str]) -> str:
    """The end of a message on a word that a vocabulary doesn't have: the most similar one, else all, else where.

    >>> did_you_mean("drat", ["draft", "reviewed"])
    ': did you mean "draft"?'
    """
    if (closest := closest_word(word, known)) is not None:
        return f': did you mean "{closest}"?'
    if len(known) <= _FEW:
        return f": write one of {', '.join(known)}"
    return ': "civicspace gold schema" lists them'
