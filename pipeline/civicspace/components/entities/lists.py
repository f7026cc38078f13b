"""Names in a list are of one type: "in Mérida, Coro and Cumaná", "Ada Moyo, Tendai Dube and Farai Ncube"."""

from __future__ import annotations

from civicspace.components.entities.candidates import Candidate
from civicspace.components.entities.entity_types import best_type
from civicspace.tokens import TokenTable

LIST_WEIGHT = 2.5
_SHARED_RULES = frozenset(
    {"cue.place-preposition", "cue.place-noun", "cue.role-noun", "cue.organisation-noun", "cue.affiliation", "title"}
)


def share_evidence(table: TokenTable, candidates: list[Candidate]) -> None:
    """Give each name of a list what the others say of its type.

    candidates: in text order, with their own evidence; votes are added in place.
    """
    for names in _lists(table, candidates):
        best = [best_type(c.votes) for c in names]
        found = [b[0] for b in best if b is not None]
        if not found:
            continue
        top = max(found, key=lambda kind: (found.count(kind), kind))
        cued = [c.rules[kind][1] in _SHARED_RULES for c in names for kind in (top,) if kind in c.rules]
        if found.count(top) * 2 < len(names) and not any(cued):
            continue
        for c, b in zip(names, best, strict=True):
            if b is None or b[0] != top:
                c.vote(top, LIST_WEIGHT, "list")


def _lists(table: TokenTable, candidates: list[Candidate]) -> list[list[Candidate]]:
    """Runs of candidates with nothing but commas between them and a conjunction before the last."""
    found: list[list[Candidate]] = []
    current: list[Candidate] = []
    for c in candidates:
        if current:
            between = table.lower[current[-1].last + 1 : c.first]
            if between and all(w in (",", "and", "or", "&", "to") for w in between) and len(between) <= 2:
                current.append(c)
                if "and" in between or "or" in between or "to" in between:
                    found.append(current)
                    current = [c]
                continue
        current = [c]
    return found
