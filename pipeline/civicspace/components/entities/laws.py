"""Names of laws: acts, codes, decrees and treaties, with their numbers and articles."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.vocabulary import vocabulary
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

LAW_WEIGHT = 50.0


class LawWords(BaseModel):
    """lexicon/entities/laws.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    heads: frozenset[str]
    parts: frozenset[str]
    numbered: frozenset[str]
    lower: frozenset[str]


@cache
def law_words() -> LawWords:
    """The word lists, read once."""
    return lexicon("entities/laws", LawWords)


CONNECTORS = frozenset({"of", "on", "for", "against", "to", "concerning", "into", "in"})


def is_law(table: TokenTable, first: int, last: int) -> bool:
    """True for a run whose head is a law's: "Societies Act", "Law on Public Associations", "Finance Bill 2021".

    A run that begins with an organisation's head is none, whatever its last word ("Front for the Constitution").
    """
    heads = law_words().heads
    if table.lower[first] in vocabulary().foreign:
        return False
    end = last
    while last > first and (_is_number(table.text[last]) or table.lower[last] in ("of", "/", "no", "no.", ".")):
        last -= 1
    if last < end and table.lower[last] in law_words().numbered:
        return True
    for k in range(first, last):
        if table.lower[k + 1] in CONNECTORS:
            if table.lower[k] in heads:
                return True
            if table.lower[k] in vocabulary().organisation and table.lower[last] not in ("act", "bill"):
                return False
    return table.lower[last] in heads and (last > first or table.lower[last] == "constitution")


def _is_number(text: str) -> bool:
    return text[:1].isdigit() and len(text) <= 9


def with_number(table: TokenTable, first: int, last: int) -> tuple[int, int]:
    """A law's run with the number beside it: "Finance Bill 2021", "Decree-Law 9 of 2015", "1995 Constitution"."""
    n = len(table)
    numbered = law_words().numbered
    k = last + 1
    if table.lower[last] in numbered and k < n and table.sent[k] == table.sent[last]:
        if table.lower[k] in ("no", "no.", "nr", "number") and k + 1 < n:
            k += 1
            if table.text[k] == "." and k + 1 < n:
                k += 1
        if _is_number(table.text[k]):
            last = k
            if k + 2 < n and table.lower[k + 1] in ("of", "/") and _is_number(table.text[k + 2]):
                last = k + 2
    if table.lower[last] == "constitution" and first and _is_number(table.text[first - 1]):
        first -= 1
    return first, last


def number_end(table: TokenTable, i: int) -> int | None:
    """Last token of the number behind a part's word: "43", "17-C", "19(2)"."""
    n = len(table)
    if i >= n or not _is_number(table.text[i]):
        return None
    last = i
    while last + 2 < n and table.end[last] == table.start[last + 1] and table.text[last + 1] in ("-", "/", "("):
        if table.end[last + 1] != table.start[last + 2] or len(table.text[last + 2]) > 3:
            break
        last += 2
        if last + 1 < n and table.text[last + 1] == ")" and table.text[last - 1] == "(":
            last += 1
    return last


def articles(names: NameText, candidates: list[Candidate]) -> list[Candidate]:
    """ "Section 9 of the Societies Act" and "article 17-C of the penal code", as candidates of their own.

    candidates: all others; the whole expression ends with the law or its acronym that follows "of".
    """
    table = names.table
    words = law_words()
    by_first = {
        c.first: c
        for c in candidates
        if c.votes.get("law", 0) >= LAW_WEIGHT or (c.first == c.last and table.text[c.first].isupper())
    }
    found: list[Candidate] = []
    n = len(table)
    for i in range(n - 1):
        if table.lower[i] not in words.parts:
            continue
        last = number_end(table, i + 1)
        if last is None:
            continue
        k = last + 1
        whole = None
        if k + 1 < n and table.lower[k] == "of":
            k += 1
            if table.lower[k] in ("the", "its", "that", "this") and k + 1 < n:
                k += 1
            whole = by_first[k].last if k in by_first else _lower_law(table, k, words)
        if whole is None and not table.text[i][0].isupper():
            continue
        law = names.candidate(i, last if whole is None else whole)
        law.vote("law", LAW_WEIGHT, "pattern.law-article")
        found.append(law)
    return found


def _lower_law(table: TokenTable, k: int, words: LawWords) -> int | None:
    beyond = table.sents[table.sent[k]][1]
    for length in (4, 3, 2, 1):
        if k + length <= beyond and " ".join(table.lower[k : k + length]) in words.lower:
            return k + length - 1
    return None
