"""Scoring coreference against gold chains.

THE RULE OF MATCHING
  mentions    A found mention is put with the gold mention whose extent is most like its own (shared characters /
              characters from the first to the last of both, at least one shared); one gold mention takes one found
              mention, the most alike first. Further mentions of the same entity inside that gold mention are passed
              over: gold may take a name and its apposition as one mention.
  chains      Gold chains, and found entities of type person and organisation, of two mentions or more, measured by
              MUC, B-cubed, CEAF-e, LEA and CoNLL (module ``chains``).
  resolution  A found pronoun, title or nominal is right when the gold mention most like it is of a chain whose entity's
              name agrees with its entity's (``names.Names``). Precision is over all found ones of the form;
              recall over gold's pronouns and descriptions (mentions that share no word with a form of the entity) of
              chains whose entity has a name. A found description with nothing but punctuation between it and its
              entity's name is counted apart as "apposition": gold takes most of them as one mention with the
              name, and leaves them out where the entity has no other mention.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civicspace.evaluation.chains import MEASURES, Chain, Measure
from civicspace.evaluation.names import Names, content_words, plain
from civicspace.evaluation.scores import Score
from civicspace_schemas.gold import Gold

type Item = Mapping[str, Any]
type _Span = tuple[int, int]

FIRST_PERSON = frozenset(
    {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours"}
)
THIRD_PERSON = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"}
    | {"they", "them", "their", "theirs", "themselves"}
)


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
    """Measures by name, and Scores of the resolution: precision by found form, recall by gold's (see ``gold_form``)."""

    chains: dict[str, Measure]
    precision: dict[str, Score]
    recall: dict[str, Score]

    def __iadd__(self, other: CoreferenceScores) -> CoreferenceScores:
        for name, measure in other.chains.items():
            self.chains.setdefault(name, Measure()).__iadd__(measure)
        for own, others in ((self.precision, other.precision), (self.recall, other.recall)):
            for form, score in others.items():
                own.setdefault(form, Score()).__iadd__(score)
        return self


def score_report(gold: Gold, entities: Sequence[Item], text: str) -> CoreferenceScores:
    """All measures of one report whose gold has chains.

    entities: the record's (type, name, mentions with start, end and form). text: the report.
    """
    gold_spans = [[(m.start, m.end) for m in chain.mentions] for chain in gold.coreference or ()]
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


def _resolution(gold: Gold, entities: Sequence[Item], text: str) -> tuple[dict[str, Score], dict[str, Score]]:
    names = Names(gold.entities)
    forms = {e.name: [*e.forms, e.name] for e in gold.entities}
    chains = gold.coreference or []
    mentions: list[tuple[_Span, int, str]] = []
    for k, chain in enumerate(chains):
        own = forms.get(chain.entity)
        if own is None:
            own = next((f for name, f in forms.items() if names.agree(name, chain.entity)), [])
        mentions.extend(((m.start, m.end), k, gold_form(m.text, own) if own else "unnamed") for m in chain.mentions)
    precision: dict[str, Score] = {}
    hit: set[tuple[_Span, int]] = set()
    for entity in entities:
        for mention in entity["mentions"]:
            span = _span(mention)
            best = max((_likeness(span, g) for g, _, _ in mentions), default=0.0)
            right = False
            for g, k, _ in mentions:
                if best and _likeness(span, g) == best and names.agree(chains[k].entity, entity["name"]):
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
