"""Mending characters that a wrong encoding broke, and nothing else; every change is recorded.

ftfy does it, line by line, with all of its fixes for looks turned off: quotation marks, ligatures, width, line breaks
and normal forms stay as they are. HTML entities are read only where a text has no tags, and never ``&lt;`` and
``&gt;``, which a text about markup may mean.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from civicspace.errors import CivicspaceError
from civicspace.importing.extra import INSTALL, needed
from civicspace.importing.imported import Repair

_SETTINGS: dict[str, Any] = {
    "unescape_html": False,
    "remove_terminal_escapes": False,
    "fix_encoding": True,
    "restore_byte_a0": True,
    "replace_lossy_sequences": True,
    "decode_inconsistent_utf8": True,
    "fix_c1_controls": True,
    "fix_latin_ligatures": False,
    "fix_character_width": False,
    "uncurl_quotes": False,
    "fix_line_breaks": False,
    "fix_surrogates": False,
    "remove_control_chars": False,
    "normalization": None,
}
MAX_COMPARED_WORDS = 4_000
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
_KEPT_ENTITIES = ("&lt;", "&gt;", "&#60;", "&#62;", "&#x3c;", "&#x3e;")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_WORD_OR_SPACE = re.compile(r"\s+|\S+")


def repair(text: str) -> tuple[str, tuple[Repair, ...], tuple[str, ...]]:
    """A text with what is plainly broken mended; what was changed, in text order; and notes.

    text: characters, any line breaks. Text in which nothing is broken comes back as it is. Where ftfy is not
    installed, a note says that the text was not looked through.

    >>> repair("JosÃ© NÃºÃ±ez")[0]
    'José Núñez'
    """
    entities = _TAG.search(text) is None
    if text.isascii() and not (entities and _ENTITY.search(text)):
        return text, (), ()
    notes = []
    try:
        ftfy = needed("ftfy", "mending broken characters")
    except CivicspaceError:
        return text, (), (f"not looked through for broken characters: {INSTALL}",)
    settings = ftfy.TextFixerConfig(**_SETTINGS)
    lines = text.split("\n")
    repairs: list[Repair] = []
    unmended = []
    for k, line in enumerate(lines):
        if entities:
            fixed = _ENTITY.sub(_unescaped, line)
            repairs.extend(_changes(k + 1, line, fixed, "HTML entity"))
        else:
            fixed = line
        if not fixed.isascii():
            before, (fixed, steps) = fixed, ftfy.fix_and_explain(fixed, settings)
            repairs.extend(_changes(k + 1, before, fixed, _rule(steps)))
            if ftfy.is_bad(fixed):
                unmended.append(k + 1)
        lines[k] = fixed
    if unmended:
        notes.append(f"line {unmended[0]} still looks broken and could not be mended{_and_others(len(unmended))}")
    if lost := text.count("\ufffd"):
        letters = "a letter was" if lost == 1 else f"{lost:,} letters were"
        notes.append(f"{letters} lost before this file was made: look for \N{REPLACEMENT CHARACTER} in the text")
    return "\n".join(lines), tuple(repairs), tuple(notes)


def _and_others(number: int) -> str:
    return "" if number == 1 else f" (and {number - 1:,} other lines)"


def _unescaped(match: re.Match[str]) -> str:
    entity = match[0]
    if entity.lower() in _KEPT_ENTITIES:
        return entity
    character = html.unescape(entity)
    return character if character.isprintable() or character == "\xa0" else entity


def _rule(steps: list[tuple[str, str]] | None) -> str:
    """The steps that ftfy took, in words: which encoding the text had been misread in."""
    if not steps:
        return "ftfy"
    if ("decode", "windows-1252") in [tuple(step) for step in steps]:
        return "C1 control read as windows-1252"
    misread = [step[1] for step in steps if step[0] == "encode"]
    return f"UTF-8 misread as {', '.join(misread)}" if misread else "UTF-8 misread in part of the line"


def _changes(number: int, before: str, after: str, rule: str) -> Iterator[Repair]:
    """The words of a line that differ, each stretch a Repair."""
    if before == after:
        return
    old, new = _WORD_OR_SPACE.findall(before), _WORD_OR_SPACE.findall(after)
    if len(old) == len(new):
        yield from (Repair(number, a, b, rule) for a, b in zip(old, new, strict=True) if a != b)
        return
    if len(old) > MAX_COMPARED_WORDS:  # comparing costs the square of the length
        yield Repair(number, before, after, rule)
        return
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Repair(number, "".join(old[a:b]), "".join(new[c:d]), rule)
