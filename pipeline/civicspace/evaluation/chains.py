"""Measures of coreference over chains of mentions; they know nothing of text.

MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998. CEAF-e: Luo 2005. LEA: Moosavi and Strube 2016.
CoNLL: mean of the F1 of the first three. A chain is a set of mentions, a mention any hashable; chains of one side share
no mention.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

type Chain = frozenset[Hashable]
type Chains = Sequence[Chain]


@dataclass(slots=True)
class Measure:
    """Precision and recall as fractions whose parts add up over reports."""

    recall_part: float = 0.0
    recall_whole: float = 0.0
    precision_part: float = 0.0
    precision_whole: float = 0.0

    def __iadd__(self, other: Measure) -> Measure:
        self.recall_part += other.recall_part
        self.recall_whole += other.recall_whole
        self.precision_part += other.precision_part
        self.precision_whole += other.precision_whole
        return self

    @property
    def precision(self) -> float:
        """Share of what was found that is right (1 where nothing was found)."""
        return self.precision_part / self.precision_whole if self.precision_whole else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found (1 where gold is empty)."""
        return self.recall_part / self.recall_whole if self.recall_whole else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def _owner(chains: Chains) -> dict[Hashable, int]:
    return {mention: k for k, chain in enumerate(chains) for mention in chain}


def _both_ways(side: Callable[[Chains, Chains], tuple[float, float]], gold: Chains, found: Chains) -> Measure:
    return Measure(*side(gold, found), *side(found, gold))


def _muc_side(keys: Chains, responses: Chains) -> tuple[float, float]:
    owner = _owner(responses)
    part = whole = 0
    for chain in keys:
        pieces = {owner[m] for m in chain if m in owner}
        part += len(chain) - len(pieces) - sum(m not in owner for m in chain)
        whole += len(chain) - 1
    return part, whole


def muc(gold: Chains, found: Chains) -> Measure:
    """Links that would have to be added to join each chain's pieces.

    >>> key = [frozenset("abcd"), frozenset("ef")]
    >>> response = [frozenset("ab"), frozenset("cde")]
    >>> m = muc(key, response)
    >>> m.recall_part, m.recall_whole, m.precision_part, m.precision_whole
    (2, 4, 2, 3)
    """
    return _both_ways(_muc_side, gold, found)


def _b_cubed_side(keys: Chains, responses: Chains) -> tuple[float, float]:
    owner = _owner(responses)
    part = 0.0
    for chain in keys:
        shares: dict[int, int] = {}
        for mention in chain:
            if mention in owner:
                shares[owner[mention]] = shares.get(owner[mention], 0) + 1
        part += sum(n * n for n in shares.values()) / len(chain)
    return part, float(sum(map(len, keys)))


def b_cubed(gold: Chains, found: Chains) -> Measure:
    """Per mention, the share of its chain that the other side's chain has too.

    >>> m = b_cubed([frozenset("abc")], [frozenset("ab"), frozenset("cd")])
    >>> round(m.recall, 3), round(m.precision, 3)
    (0.556, 0.625)
    """
    return _both_ways(_b_cubed_side, gold, found)


def ceaf_e(gold: Chains, found: Chains) -> Measure:
    """Similarity of chains under the best one-to-one pairing of them.

    >>> m = ceaf_e([frozenset("abc"), frozenset("de")], [frozenset("ab")])
    >>> round(m.recall, 3), round(m.precision, 3)
    (0.4, 0.8)
    """
    similarity = [[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold]
    best = _best_pairing(similarity)
    return Measure(best, float(len(gold)), best, float(len(found)))


def _best_pairing(gains: list[list[float]]) -> float:
    """Largest sum of gains over one-to-one pairs of rows and columns (Hungarian method with potentials)."""
    if not gains or not gains[0]:
        return 0.0
    rows = gains if len(gains) <= len(gains[0]) else [list(column) for column in zip(*gains, strict=True)]
    n, m = len(rows), len(rows[0])
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    match = [0] * (m + 1)
    for row in range(1, n + 1):
        match[0] = row
        column = 0
        slack = [float("inf")] * (m + 1)
        way = [0] * (m + 1)
        used = [False] * (m + 1)
        while match[column]:
            used[column] = True
            here, delta, after = match[column], float("inf"), 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -rows[here - 1][j - 1] - u[here] - v[j]
                if cost < slack[j]:
                    slack[j], way[j] = cost, column
                if slack[j] < delta:
                    delta, after = slack[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    slack[j] -= delta
            column = after
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(rows[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def _links(n: int) -> int:
    return n * (n - 1) // 2


def _lea_side(keys: Chains, responses: Chains) -> tuple[float, float]:
    owner = _owner(responses)
    part = 0.0
    for chain in keys:
        shares: dict[int, int] = {}
        for mention in chain:
            if mention in owner:
                shares[owner[mention]] = shares.get(owner[mention], 0) + 1
        part += len(chain) * sum(map(_links, shares.values())) / _links(len(chain))
    return part, float(sum(map(len, keys)))


def lea(gold: Chains, found: Chains) -> Measure:
    """Resolved links of each chain, chains weighted by their size; chains of one mention must be left out.

    >>> m = lea([frozenset("abc"), frozenset("defg")], [frozenset("ab"), frozenset("cd"), frozenset("fghi")])
    >>> round(m.recall, 3), round(m.precision, 3)
    (0.238, 0.333)
    """
    return _both_ways(_lea_side, gold, found)


MEASURES: dict[str, Callable[[Chains, Chains], Measure]] = {
    "muc": muc,
    "b_cubed": b_cubed,
    "ceaf_e": ceaf_e,
    "lea": lea,
}


def conll(measures: Mapping[str, Measure]) -> float:
    """Mean F1 of MUC, B-cubed and CEAF-e."""
    return sum(measures[name].f1 for name in ("muc", "b_cubed", "ceaf_e")) / 3
