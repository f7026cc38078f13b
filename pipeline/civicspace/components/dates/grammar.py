"""The pattern language of time expressions, and the scanner that applies all patterns to a text.

A pattern is a regular expression over lexemes: ``MONTH`` a category, ``of`` a word, ``<day: DAY>`` a named part,
``{NUMBER}`` a fragment defined in ``fragments``; brackets and ``? * + |`` mean what they mean in Python. Rules are
collected by the modules of the families (see ``rules``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from civicspace.components.dates.expressions import Expression
from civicspace.components.dates.lexemes import Lexemes, Lexer
from civicspace.components.dates.required_lexemes import Requirements
from civicspace.components.dates.vocabulary import Vocabulary

_PART = re.compile(
    r"<(?P<open>\w+):|(?P<close>>)|\{(?P<fragment>\w+)\}|(?P<category>[A-Z][A-Z0-9]*)\b|(?P<word>[a-z’']+)|(?P<operator>\(|[)?*+|])|\s+"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: positions of its first and last + 1 lexeme, and its named parts.

    ``found`` is the match on a piece of the signature; ``shift`` is what its positions differ by from the
    text's lexemes.
    """

    lexemes: Lexemes
    found: re.Match[str]
    shift: int

    @property
    def first(self) -> int:
        """Position of the first lexeme."""
        return self.found.start() + self.shift

    @property
    def beyond(self) -> int:
        """Position behind the last lexeme."""
        return self.found.end() + self.shift

    def span(self, name: str) -> tuple[int, int]:
        """First and last + 1 lexeme of a named part."""
        start, end = self.found.span(name)
        return start + self.shift, end + self.shift

    def words(self, name: str) -> list[str]:
        """Lower-cased lexemes of a named part, empty where it is absent."""
        if name not in self.found.re.groupindex:
            return []
        if self.found.start(name) < 0:
            return []
        start, end = self.span(name)
        return self.lexemes.lowers[start:end]

    def word(self, name: str) -> str | None:
        """The first lexeme of a named part, or None."""
        words = self.words(name)
        return words[0] if words else None

    def before(self, distance: int = 1) -> str:
        """The lower-cased lexeme some places before the match, or an empty string."""
        k = self.first - distance
        return self.lexemes.lowers[k] if k >= 0 else ""

    def after(self, distance: int = 0) -> str:
        """The lower-cased lexeme some places behind the match, or an empty string."""
        k = self.beyond + distance
        return self.lexemes.lowers[k] if k < len(self.lexemes.lowers) else ""


@dataclass(slots=True)
class Atom:
    """An expression found: character offsets, meaning, and the rule that found it.

    ``first`` and ``beyond`` are lexeme positions.
    """

    start: int
    end: int
    first: int
    beyond: int
    meaning: Expression
    rule: str


# Every pattern needs a lexeme of one of these; stretches without any are not looked at.
_CORE = (
    "MONTH",
    "WEEKDAY",
    "WEEKDAYS",
    "UNIT",
    "UNITS",
    "SEASON",
    "PARTDAY",
    "PARTDAYS",
    "NUM",
    "ORD",
    "DECADE",
    "FREQ",
    "YEAR",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "eve",
    "anniversary",
    "overnight",
    "CARD",
    "weekends",
    "weekdays",
    "year",
    "month",
    "period",
    "TENS",
    "UNITLONG",
)

_RUN = re.compile(r"[^x\n]+")

type Build = Callable[[Match, Vocabulary], Expression | list[tuple[str, Expression]] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its id and the function that reads a match: an expression, several with the names of
    their parts (a coordination), or None where the context says that it is none.
    """

    name: str
    pattern: str
    build: Build


_RULES: dict[str, list[Rule]] = {}


def rules_of(module: str) -> list[Rule]:
    """The rules that a module has declared, in its order; module: its import name."""
    return _RULES.get(module, [])


def rule(name: str, *patterns: str) -> Callable[[Build], Build]:
    """Declare a rule of the grammar: id, one or more patterns; the function below it reads the match."""

    def keep(build: Build) -> Build:
        _RULES.setdefault(build.__module__, []).extend(Rule(name, pattern, build) for pattern in patterns)
        return build

    return keep


def _expand(pattern: str, fragments: dict[str, str]) -> str:
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda m: f"({fragments[m.group(1)]})", pattern)
    return pattern


def _nothing() -> None:
    """What "+" changes in a pattern's requirements."""


class Grammar:
    """All rules, compiled. rules: in order of preference where two match the same stretch."""

    def __init__(self, rules: list[Rule], fragments: dict[str, str], words: Vocabulary) -> None:
        expanded = [_expand(rule.pattern, fragments) for rule in rules]
        literals = {m.group("word") for pattern in expanded for m in _PART.finditer(pattern) if m.group("word")}
        self._words = words
        self._lexer = Lexer(words, literals)
        self._lexer.freeze()
        core = "".join(sorted({code for kind in _CORE for code in self._lexer.members(kind)}))
        self._core = re.compile(f"[{core}]")
        self._rules = [(rule, *self._compile(pattern)) for rule, pattern in zip(rules, expanded, strict=True)]

    def _compile(self, pattern: str) -> tuple[re.Pattern[str], list[frozenset[str]]]:
        """A pattern as a regular expression over signatures, and what a signature must contain for it to match."""
        parts: list[str] = []
        needs = Requirements()
        at = 0
        while at < len(pattern):
            m = _PART.match(pattern, at)
            if m is None:
                raise ValueError(f"pattern {pattern!r}: can't read from {pattern[at:]!r}")
            at = m.end()
            if m.group("open"):
                parts.append(f"(?P<{m.group('open')}>")
                needs.open()
            elif m.group("close"):
                parts.append(")")
                needs.close()
            elif m.group("operator"):
                parts.append("(?:" if m.group("operator") == "(" else m.group("operator"))
                {"(": needs.open, ")": needs.close, "|": needs.either, "+": _nothing}.get(m.group(), needs.optional)()
            elif m.group("category") or m.group("word"):
                members = self._lexer.members(m.group("category") or m.group("word"))
                if not members:
                    raise ValueError(f"pattern {pattern!r}: no word is {m.group()!r}")
                parts.append(f"[{members}]")
                needs.lexeme(members)
        return re.compile("".join(parts)), needs.sets

    def find(self, text: str) -> tuple[Lexemes, list[Atom]]:
        """The text's lexemes, and the expressions found: leftmost and longest, without overlap, in text order."""
        lexemes = self._lexer.cut(text)
        pieces: list[str] = []
        begins: list[int] = []
        shifts: list[int] = []
        at = 0
        for run in _RUN.finditer(lexemes.signature):
            if not self._core.search(run.group()):
                continue
            pieces.append(run.group())
            begins.append(at)
            shifts.append(run.start() - at)
            at += run.end() - run.start() + 1
        signature = "\n".join(pieces)

        def read(rank: int, found: re.Match[str] | None) -> tuple[int, int, int, list[Atom]] | None:
            """What a rule reads in a match, or in a later part of it where it rejects the whole."""
            rule, pattern, _ = self._rules[rank]
            while found is not None:
                match = Match(lexemes, found, shifts[bisect_right(begins, found.start()) - 1])
                meaning = rule.build(match, self._words)
                if meaning is not None:
                    parts = [("", meaning)] if not isinstance(meaning, list) else meaning
                    atoms = []
                    for name, part in parts:
                        first, beyond = match.span(name) if name else (match.first, match.beyond)
                        start, end = lexemes.starts[first], lexemes.ends[beyond - 1]
                        atoms.append(Atom(start, end, first, beyond, part, rule.name))
                    return match.first, -match.beyond, rank, atoms
                found = pattern.search(signature, found.start() + 1, found.end())
            return None

        present = set(signature)
        candidates = [
            candidate
            for rank, (_, pattern, needed) in enumerate(self._rules)
            if not any(map(present.isdisjoint, needed))
            for found in pattern.finditer(signature)
            if (candidate := read(rank, found)) is not None
        ]
        candidates.sort(key=lambda c: c[:3])
        chosen: list[Atom] = []
        reach = 0
        for first, minus_beyond, _, atoms in candidates:
            if first >= reach:
                chosen.extend(atoms)
                reach = -minus_beyond
        return lexemes, chosen
