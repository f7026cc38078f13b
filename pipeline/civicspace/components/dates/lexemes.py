"""Cutting text into lexemes: words, numbers and marks, each with one character for its set of categories.

The model's tokens don't serve here: they split "mid-June" and "19th–21st" in ways that vary with the context. The
characters of a report's lexemes make up its signature, a string that the grammar's patterns are matched on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from civicspace.components.dates.vocabulary import CAPITAL, Vocabulary

_LEXEME = re.compile(
    r"(?P<ampm>[ap]\.\s?m\.(?!\w)|[ap]m(?!\w))"
    r"|(?P<era>b\.\s?c\.(?:\s?e\.)?|bce?(?!\w)|a\.\s?d\.|ad(?!\w))"
    r"|(?P<word>o['’]clock|[^\W\d_]+)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
    r"|(?P<possessive>['’`]s\b)"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<gap>[ \t]*\n\s*\n\s*)"
)
_MARKS = {
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "‑": "DASH",
    "/": "SLASH",
    ":": "COLON",
    ".": "DOT",
    "'": "TICK",
    "’": "TICK",
    "‘": "TICK",
    "(": "OPEN",
    ")": "CLOSE",
}
_NOTHING = "x"
_BREAK = "\n"


def _lowered(text: str) -> str:
    """The text in lower case, at the same length: a letter that would become two stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _number_categories(digits: str) -> frozenset[str]:
    found = {"NUM"}
    if "," in digits:
        return frozenset(found)
    value = int(digits)
    if len(digits) <= 2:
        if 1 <= value <= 31:
            found.add("DAY")
        if 1 <= value <= 12:
            found.update(("MON", "HOUR12"))
        if value <= 24:
            found.add("HOUR")
        if len(digits) == 2:
            found.add("YY")
            if value <= 59:
                found.add("MIN")
    elif len(digits) == 4:
        if 1000 <= value <= 2199:
            found.add("YEAR")
        if value // 100 <= 24 and value % 100 <= 59:
            found.add("HHMM")
    return frozenset(found)


_DIGIT_CLASSES = {
    (len(digits), categories): categories
    for digits in (
        *map(str, range(10)),
        *(f"{k:02d}" for k in range(100)),
        "100",
        "1000",
        "1260",
        "2200",
        "2260",
        "2460",
        "9999",
        "10000",
        "1,000",
    )
    for categories in [_number_categories(digits)]
}


class Lexer:
    """Cuts texts; made once with all categories that the grammar uses.

    literals: words that patterns name as such; each is a category of its own.
    """

    def __init__(self, words: Vocabulary, literals: Iterable[str]) -> None:
        self._words = words
        self._codes: dict[frozenset[str], str] = {frozenset(): _NOTHING}
        literal_set = set(literals)
        self._capital: dict[str, str] = {}
        self._small: dict[str, str] = {}
        for word in sorted({*words.categories, *literal_set}):
            kinds = words.categories.get(word, frozenset()) | ({word} if word in literal_set else frozenset())
            self._capital[word] = self._code(kinds)
            self._small[word] = self._code(kinds - CAPITAL)
        self._marks = {mark: self._code(frozenset({kind})) for mark, kind in _MARKS.items()}
        self._ampm = self._code(frozenset({"AMPM"}))
        self._possessive = self._code(frozenset({"POSS"}))
        self._era = self._code(frozenset({"ERA"}))
        self._letters = {suffix: self._code(frozenset({suffix.upper()})) for suffix in ("st", "nd", "rd", "th", "s")}
        self._numbers: dict[str, str] = {}
        for categories in _DIGIT_CLASSES.values():
            self._code(categories)
        self._ordinal = self._code(frozenset({"ORD", "DAYORD"}))
        self._ordinal_far = self._code(frozenset({"ORD"}))
        self._plural_year = self._code(frozenset({"DECADE"}))

    def _code(self, kinds: frozenset[str]) -> str:
        return self._codes.setdefault(kinds, chr(0xE000 + len(self._codes)))

    def members(self, category: str) -> str:
        """All signature characters of lexemes in a category."""
        return "".join(code for kinds, code in self._codes.items() if category in kinds)

    def cut(self, text: str) -> Lexemes:
        """The text's lexemes."""
        return Lexemes(text, *self._scan(text))

    def _scan(self, text: str) -> tuple[str, list[int], list[int], list[str]]:
        codes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        lowers: list[str] = []
        capital, small = self._capital, self._small
        abbreviations = self._words.abbreviations
        numbers = self._number_codes
        for found in _LEXEME.finditer(_lowered(text)):
            kind = found.lastgroup
            start, end = found.span()
            lower = found.group()
            if kind == "word":
                code = (small if text[start] > "Z" else capital).get(lower, _NOTHING)
                if starts and ends[-1] == start and codes[-1] in numbers and lower in ("st", "nd", "rd", "th", "s"):
                    if lower == "s":
                        code = self._plural_year if len(lowers[-1]) in (2, 4) and lowers[-1].endswith("0") else _NOTHING
                    else:
                        code = (
                            self._ordinal if len(lowers[-1]) <= 2 and 1 <= int(lowers[-1]) <= 31 else self._ordinal_far
                        )
                    codes[-1], ends[-1] = code, end
                    lowers[-1] += lower
                    continue
                if code != _NOTHING and lower in abbreviations and text[end : end + 1] == ".":
                    end += 1
            elif kind == "number":
                code = self._number(lower)
            elif kind == "mark":
                if text[start] == "." and ends and ends[-1] > start:
                    continue
                code = self._marks.get(lower, _NOTHING)
            elif kind == "ampm":
                code, lower = self._ampm, lower.replace(".", "").replace(" ", "")
            elif kind == "era":
                code = self._era if text[start].isupper() else _NOTHING
                lower = lower.replace(".", "").replace(" ", "")
            elif kind == "possessive":
                code = self._possessive
            else:
                code = _BREAK
            codes.append(code)
            starts.append(start)
            ends.append(end)
            lowers.append(lower)
        return "".join(codes), starts, ends, lowers

    @property
    def _number_codes(self) -> frozenset[str]:
        return self._digit_codes

    def _number(self, digits: str) -> str:
        code = self._numbers.get(digits)
        if code is None:
            code = (
                self._codes.get(_number_categories(digits), _NOTHING)
                if digits.isascii() and len(digits) < 12
                else _NOTHING
            )
            if len(self._numbers) < 10_000:
                self._numbers[digits] = code
        return code

    def freeze(self) -> None:
        """Fix the set of codes of digits; called once all categories are known."""
        self._digit_codes = frozenset(code for kinds, code in self._codes.items() if "NUM" in kinds)


class Lexemes:
    """A text cut up: ``signature`` (one character each), ``starts``, ``ends`` (character offsets),
    ``lowers`` (lower-cased)."""

    __slots__ = ("ends", "lowers", "signature", "starts", "text")

    def __init__(self, text: str, signature: str, starts: list[int], ends: list[int], lowers: list[str]) -> None:
        self.text = text
        self.signature = signature
        self.starts = starts
        self.ends = ends
        self.lowers = lowers
