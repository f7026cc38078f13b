"""Scoring coreference against gold chains.

THE RULE OF MATCHING
  mentions    A found mention is put with the gold mention whose extent is most like its own (shared characters / characters of
              either, at least one shared); one gold mention takes one found mention, the most alike first. Further mentions of the same entity inside
              that gold mention are passed over: gold may take a name and its apposition as one mention.
  chains      Gold chains, and found entities of type person and organisation, of two mentions or more.
              MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998. CEAF-e: Luo 2005. CoNLL: mean of the three F1.
              LEA: Moosavi and Strube 2016.
  resolution  A found pronoun, title or nominal is right when the gold mention most like it is of a chain whose
              entity's name agrees with its entity's (``matching.names_agree``). Precision is over all found ones of the form; recall over gold's pronouns and
              descriptions (mentions that share no word with a form of the entity) of chains whose entity has a name. A found description
              with nothing but punctuation between it and its entity's name is no resolution and counted as "apposition": gold takes most of them as one mention with the
              name, or leaves them out where the entity has no other.

Chains are sequences of mentions, and a mention any hashable; all measures but ``score_report`` know nothing of text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civicspace.evaluation.matching import Item, Score, content_words, names_agree, plain

type Chain = frozenset[Hashable]
type Chains = Sequence[Chain]
type _Span = tuple[int, int]

FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves you your yours".split())
THIRD_PERSON = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves".split()
)


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


def _likeness(a: _Span, b: _Span) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _span(item: Item) -> _Span:
    return item["start"], item["end"]


def _aligned(gold: Sequence[Sequence[_Span]], found: Sequence[Sequence[_Span]]) -> tuple[list[Chain], list[Chain]]:
    """Both sides' chains over gold's extents where they match; unmatched found mentions keep their own extent.

    >>> _aligned([[(0, 20), (30, 32)]], [[(8, 20), (0, 6), (30, 32), (40, 42)]])[1] == [
    ...     frozenset({("gold", 0, 20), ("gold", 30, 32), ("found", 40, 42)})]
    True
    """
    spans = [span for chain in gold for span in chain]
    candidates = sorted(
        (
            (-_likeness(g, f), g, f, k)
            for k, chain in enumerate(found)
            for f in chain
            for g in spans
            if _likeness(g, f) > 0
        )
    )
    of_gold: dict[_Span, tuple[_Span, int]] = {}
    of_found: dict[tuple[_Span, int], _Span] = {}
    passed: set[tuple[_Span, int]] = set()
    for _, g, f, k in candidates:
        if (f, k) in of_found:
            continue
        if g not in of_gold:
            of_gold[g] = (f, k)
            of_found[f, k] = g
        elif of_gold[g][1] == k and g[0] <= f[0] and f[1] <= g[1]:
            passed.add((f, k))
    chains: list[Chain] = [
        frozenset(
            ("gold", *of_found[f, k]) if (f, k) in of_found else ("found", *f)
            for f in chain
            if (f, k) in of_found or (f, k) not in passed
        )
        for k, chain in enumerate(found)
    ]
    keys: list[Chain] = [frozenset(("gold", *span) for span in chain) for chain in gold]
    return keys, chains


def gold_form(text: str, forms: Sequence[str]) -> str:
    """What a gold mention is by its text: ``first-person``, ``pronoun``, ``name`` or ``description``.

    >>> gold_form("The paper’s", ["Daily Lantern"]), gold_form("editor Ana Ruiz", ["Ana Ruiz"])
    ('description', 'name')
    """
    word = plain(text)
    if word in FIRST_PERSON:
        return "first-person"
    if word in THIRD_PERSON:
        return "pronoun"
    words = content_words(text)
    return "name" if any(content_words(form) & words for form in forms) else "description"


@dataclass(slots=True)
class CoreferenceScores:
    """``chains``: MUC, B-cubed, CEAF-e and LEA; ``resolution``: form -> Score (right and found are of the precision)."""

    chains: dict[str, Measure]
    precision: dict[str, Score]
    recall: dict[str, Score]


def score_report(gold: Item, entities: Sequence[Item], text: str) -> CoreferenceScores:
    """All measures of one report.

    gold: with "coreference" and "entities" as in corpus/gold. entities: of the record (type, name, mentions with start, end
    and form). text: the report. Precision is by found form, recall by gold's (see ``gold_form``).
    """
    gold_spans = [[_span(m) for m in chain["mentions"]] for chain in gold["coreference"]]
    named = [e for e in entities if e["type"] in ("person", "organisation")]
    found_spans = [sorted({_span(m) for m in e["mentions"]}) for e in named]
    keys, responses = _aligned(gold_spans, found_spans)
    keys = [chain for chain in keys if len(chain) > 1]
    responses = [chain for chain in responses if len(chain) > 1]
    chains = {name: measure(keys, responses) for name, measure in MEASURES.items()}
    precision, recall = _resolution(gold, entities, text)
    return CoreferenceScores(chains, precision, recall)


def _beside_name(mention: Item, entity: Item, text: str) -> bool:
    """True where only punctuation stands between a mention and a name of its entity."""
    for name in entity["mentions"]:
        if name["form"] in ("name", "acronym", "short"):
            between = text[mention["end"] : name["start"]] + text[name["end"] : mention["start"]]
            apart = max(mention["start"], name["start"]) - min(mention["end"], name["end"])
            if apart <= 4 and not any(c.isalnum() for c in between):
                return True
    return False


def _resolution(
    gold: Item, entities: Sequence[Item], text: str
) -> tuple[dict[str, Score], dict[str, Score]]:
    forms = {e["name"]: [*e["forms"], e["name"]] for e in gold["entities"]}
    mentions: list[tuple[_Span, int, str]] = []
    for k, chain in enumerate(gold["coreference"]):
        own = forms.get(chain["entity"])
        if own is None:
            own = next((f for name, f in forms.items() if names_agree(name, chain["entity"], gold["entities"])), [])
        mentions.extend((_span(m), k, gold_form(m["text"], own) if own else "unnamed") for m in chain["mentions"])
    precision: dict[str, Score] = {}
    hit: set[tuple[_Span, int]] = set()
    for entity in entities:
        for mention in entity["mentions"]:
            span = _span(mention)
            best = max((_likeness(span, g) for g, _, _ in mentions), default=0.0)
            right = False
            for g, k, _ in mentions:
                if best and _likeness(span, g) == best and _agrees(entity, gold["coreference"][k], gold):
                    right = True
                    hit.add((g, k))
            if mention["form"] in ("pronoun", "title", "nominal"):
                form = mention["form"]
                if form != "pronoun" and _beside_name(mention, entity, text):
                    form = "apposition"
                precision.setdefault(form, Score()).__iadd__(Score(int(right), 1, 0))
    recall: dict[str, Score] = {}
    for g, k, form in mentions:
        if form not in ("name", "unnamed"):
            recall.setdefault(form, Score()).__iadd__(Score(int((g, k) in hit), 0, 1))
    return precision, recall


def _agrees(entity: Item, chain: Item, gold: Item) -> bool:
    name: Any = entity["name"]
    return names_agree(chain["entity"], name, gold["entities"])
