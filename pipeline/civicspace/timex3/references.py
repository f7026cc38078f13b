"""Expressions that TIMEX3 marks and a record leaves out: they tell no date ("now", "recently", "the future").

TimeML Annotation Guidelines 1.2.1 give them the values PRESENT_REF, PAST_REF and FUTURE_REF. The words and their
conditions are in lexicon/dates/timex3_references.yaml. Without a parse, a condition looks at the words around.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon
from civicspace.timex3.extents import is_prenominal
from civicspace.timex3.lengths import length
from civicspace.timex3.words import shared_words, timex3_words

_BEFORE = re.compile(r"([^\W_]+)[^\w.!?;:\n]*$")
_BEHIND = re.compile(r"[ \n]?([^\W_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“\"‘(])\W*$")
_WINDOW = 60
_CLAUSE = re.compile(r"[.,;:!?()\n“”\"]")


class References(BaseModel):
    """One entry of lexicon/dates/timex3_references.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    phrases: list[str]
    value: str
    type: Literal["DATE", "DURATION"] = "DATE"
    role: Literal["adverb", "noun", "adjective"] = "adverb"
    only_behind: list[str] = []
    not_behind: list[str] = []
    not_before: list[str] = []
    in_clause_of: list[str] = []


@dataclass(frozen=True, slots=True)
class Reference:
    """An expression outside the record's dates: its characters, TIMEX3's type and value."""

    start: int
    end: int
    type: str
    value: str


@cache
def _entries() -> tuple[re.Pattern[str], dict[str, list[References]]]:
    by_phrase: dict[str, list[References]] = {}
    for entry in lexicon("dates/timex3_references", list[References]):
        for phrase in entry.phrases:
            by_phrase.setdefault(phrase, []).append(entry)
    longest_first = sorted(by_phrase, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-]|['’]\w)", re.IGNORECASE), by_phrase


@cache
def _lengths() -> re.Pattern[str]:
    units = [unit for unit in shared_words().units.values() if unit.unit != "generation"]
    many = "|".join(sorted({word for unit in units for word in unit.plural if len(word) > 4}))
    one = "|".join(sorted({word for unit in units for word in unit.singular if len(word) > 2}))
    return re.compile(
        rf"(?<![\w-])(?:(?:the )?(?:recent|coming|past) (?P<near>{many})|the (?P<ahead>{many}) ahead"
        rf"|future (?P<future>{many})|(?P<long>{many}|{one})-long)(?![\w-])",
        re.IGNORECASE,
    )


def references(text: str, taken: Sequence[tuple[int, int]]) -> list[Reference]:
    """The expressions of a text that a record leaves out, in text order, without overlap.

    taken: extents (start, end) that hold none: the record's dates and names, in any order.

    >>> [(text_of.value, text_of.start) for text_of in references("They now fear for the future.", [])]
    [('PRESENT_REF', 5), ('FUTURE_REF', 18)]
    """
    blocked = sorted(taken)
    starts = [start for start, _ in blocked]
    reach = 0
    ends = []
    for _, end in blocked:
        reach = max(reach, end)
        ends.append(reach)
    found: list[Reference] = []
    for item in sorted((*_named(text), *_measured(text)), key=lambda r: (r.start, -r.end)):
        k = bisect_right(starts, item.end - 1)
        if k and ends[k - 1] > item.start:
            continue
        if not found or item.start >= found[-1].end:
            found.append(item)
    return found


def _named(text: str) -> Iterator[Reference]:
    pattern, by_phrase = _entries()
    for hit in pattern.finditer(text):
        if _is_name(text, hit.start(), hit.end()):
            continue
        entries = by_phrase[" ".join(hit.group().lower().split())]
        if entry := next((entry for entry in entries if _fits(entry, text, hit.start(), hit.end())), None):
            yield Reference(hit.start(), hit.end(), entry.type, entry.value)


def _measured(text: str) -> Iterator[Reference]:
    units = shared_words().units
    for hit in _lengths().finditer(text):
        if hit["future"]:
            yield Reference(hit.start(), hit.end(), "DATE", "FUTURE_REF")
            continue
        word = (hit["near"] or hit["ahead"] or hit["long"]).lower()
        unit = units[word]
        yield Reference(hit.start(), hit.end(), "DURATION", length(1 if word in unit.singular else None, unit))


def _opens(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text, max(0, start - _WINDOW), start) is not None or start == 0


def _is_name(text: str, start: int, end: int) -> bool:
    """True for words with a capital inside a sentence, and for an opening word before one: "Current Affairs"."""
    if not text[start].isupper():
        return False
    if not _opens(text, start):
        return True
    return " " not in text[start:end] and text[start:end].isupper() and len(text[start:end]) > 1


def _fits(entry: References, text: str, start: int, end: int) -> bool:
    before = _BEFORE.search(text, max(0, start - _WINDOW), start)
    previous = before[1].lower() if before else ""
    behind = _BEHIND.match(text, end)
    following = (behind[1] or "") if behind else ""
    if previous in entry.not_behind or (entry.only_behind and previous not in entry.only_behind):
        return False
    if any(
        re.match(rf"\s+{re.escape(words)}\b", text[end : end + _WINDOW], re.IGNORECASE) for words in entry.not_before
    ):
        return False
    if entry.in_clause_of and not _clause_has(entry.in_clause_of, text, start):
        return False
    match entry.role:
        case "adjective":
            named = text[start].isupper() and following[:1].isupper()
            return is_prenominal(text, end) and not named and following.lower() not in shared_words().units
        case "noun":
            return not following or following.lower() in timex3_words().functions
    return True


def _clause_has(words: Sequence[str], text: str, start: int) -> bool:
    clause = _CLAUSE.split(text[max(0, start - _WINDOW) : start])[-1].lower().replace("’", "'").split()
    return any(word in words or word.endswith("'ll") for word in clause)
