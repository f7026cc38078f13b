"""Pairing what the program found with what gold says, one layer at a time.

THE RULE OF MATCHING
  entities  Right when the type is equal and one surface form is shared (case, a leading article and a
            possessive ending aside). One-to-one, most shared forms first.
  dates     strict: same start and end; relaxed: they share a character; value: relaxed, and kind,
            EDTF and duration equal. One-to-one, equal extents first, then largest overlap.
  quotes    Reduced to the set of words that the content spans cover (a leading that, whether or if
            dropped); a pair is right when shared words / the larger set >= 0.8 (exact: sets equal).
            attributed: right, and the speaker's name agrees with gold's (or gold has none). One-to-one,
            best ratio first.
  events    trigger: the triggers share a character (exact extents paired first); type: and the type is
            equal; sentence-type: same type in the same sentence, triggers aside. Over typed pairs:
            status, date (equal EDTF, both null included), place (F1), agents and targets (F1 over
            names), counts (F1 over what + value), source, and same_as (F1 over pairs of mentions put
            together).
  names     Agree when one is a form of the entity that the other names, or when, articles and
            possessives dropped, they share all content words of the shorter one.

All functions take gold's shape (corpus/gold/ID.json) on both sides; ``from_record`` brings a record into it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

type Item = Mapping[str, Any]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’`]s?$")
_COMPLEMENTISERS = frozenset({"that", "whether", "if"})
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "or",
        "in",
        "on",
        "at",
        "for",
        "to",
        "by",
        "from",
        "with",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "s",
    ]
)
QUOTE_OVERLAP = 0.8


@dataclass(slots=True)
class Score:
    """True positives and the sizes of both sides; precision, recall and F1 from them."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __iadd__(self, other: Score) -> Score:
        self.right += other.right
        self.found += other.found
        self.gold += other.gold
        return self

    @property
    def precision(self) -> float:
        """Share of what was found that is right (1 where nothing was found)."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found (1 where gold is empty)."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> round(Score(right=3, found=4, gold=6).f1, 2)
        0.6
        """
        total = self.found + self.gold
        return 2 * self.right / total if total else 1.0


def plain(form: str) -> str:
    """A surface form for comparison: case-folded, without article, possessive ending and odd white space."""
    text = _ARTICLE.sub("", " ".join(form.split()).replace("`", "’").replace("'", "’"))
    return _POSSESSIVE.sub("", text).casefold()


def content_words(name: str) -> frozenset[str]:
    """Words of a name that carry meaning, case-folded."""
    words = (_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(name))
    return frozenset(word for word in words if word not in _FUNCTION_WORDS)


def _forms(entity: Item) -> set[str]:
    return {plain(form) for form in [*entity["forms"], entity["name"]]}


def names_agree(a: str | None, b: str | None, entities: Sequence[Item] = ()) -> bool:
    """True when two names may stand for the same: the rule at the top of the module."""
    if a is None or b is None:
        return a is b
    x, y = plain(a), plain(b)
    if x == y or any(x in forms and y in forms for forms in map(_forms, entities)):
        return True
    p, q = content_words(a), content_words(b)
    return bool(p and q) and (p <= q or q <= p)


def _greedy(scores: list[tuple[Any, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, found), best score first; ties in text order."""
    pairs = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, g, f in sorted(scores, key=lambda item: (item[0], -item[1], -item[2]), reverse=True):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            pairs.append((g, f))
    return sorted(pairs)


def pair_entities(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs of positions (gold, found) of entities that match."""
    return _greedy(
        [
            (len(_forms(a) & _forms(b)), g, f)
            for g, a in enumerate(gold)
            for f, b in enumerate(found)
            if a["type"] == b["type"] and _forms(a) & _forms(b)
        ]
    )


def _overlap(a: Item, b: Item) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def pair_spans(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs of positions of spans that share a character: equal extents first, then the largest overlap."""
    return _greedy(
        [
            ((a["start"] == b["start"] and a["end"] == b["end"], _overlap(a, b)), g, f)
            for g, a in enumerate(gold)
            for f, b in enumerate(found)
            if _overlap(a, b) > 0
        ]
    )


def _words_of(quote: Item, text: str) -> frozenset[int]:
    words = [m for m in _WORD.finditer(text) for s in quote["content"] if m.start() < s["end"] and m.end() > s["start"]]
    if words and words[0].group().casefold() in _COMPLEMENTISERS:
        words = words[1:]
    return frozenset(m.start() for m in words)


def pair_quotes(gold: Sequence[Item], found: Sequence[Item], text: str) -> list[tuple[int, int, float]]:
    """Triples (gold, found, ratio of shared words) of quotes with a ratio of at least 0.8."""
    g_words = [_words_of(q, text) for q in gold]
    f_words = [_words_of(q, text) for q in found]
    ratios = {
        (g, f): len(a & b) / max(len(a), len(b)) for g, a in enumerate(g_words) for f, b in enumerate(f_words) if a & b
    }
    pairs = _greedy([(ratio, g, f) for (g, f), ratio in ratios.items() if ratio >= QUOTE_OVERLAP])
    return [(g, f, ratios[g, f]) for g, f in pairs]


def _names(gold: Iterable[str], found: Iterable[str], entities: Sequence[Item]) -> Score:
    a, b = list(gold), list(found)
    pairs = _greedy([(1, g, f) for g, x in enumerate(a) for f, y in enumerate(b) if names_agree(x, y, entities)])
    return Score(len(pairs), len(b), len(a))


def _bag(gold: Iterable[Any], found: Iterable[Any]) -> Score:
    a, b = Counter(gold), Counter(found)
    return Score((a & b).total(), b.total(), a.total())


def _linked(events: Sequence[Item], keep: Mapping[int, int]) -> set[tuple[int, int]]:
    """Pairs of gold positions that same_as puts together; ``keep`` maps positions to gold's."""
    groups: dict[int, list[int]] = {}
    for k in range(len(events)):
        root = k
        while events[root]["same_as"] is not None and events[root]["same_as"] != root:
            root = events[root]["same_as"]
        if k in keep:
            groups.setdefault(root, []).append(keep[k])
    return {(x, y) for group in groups.values() for x in group for y in group if x < y}


def score_report(gold: Item, found: Item, text: str, sentences: Sequence[tuple[int, int]]) -> dict[str, Score]:
    """All measures of one report.

    gold, found: the report's annotations in gold's shape. text: the report. sentences: character
    ranges, for the sentence-type measure. Gives measure -> Score; sum Scores over reports for a micro
    average. Where a measure is an accuracy (status, date, source), right/gold is it: all three counts are
    over typed pairs.
    """
    scores: dict[str, Score] = {}
    pairs = pair_entities(gold["entities"], found["entities"])
    scores["entities"] = Score(len(pairs), len(found["entities"]), len(gold["entities"]))
    named = sum(plain(gold["entities"][g]["name"]) == plain(found["entities"][f]["name"]) for g, f in pairs)
    scores["entities.name"] = Score(named, len(pairs), len(pairs))

    dates, found_dates = gold["dates"], found["dates"]
    date_pairs = pair_spans(dates, found_dates)
    size = (len(found_dates), len(dates))
    strict = sum(_extent(dates[g]) == _extent(found_dates[f]) for g, f in date_pairs)
    value = sum(
        all(dates[g].get(key) == found_dates[f].get(key) for key in ("kind", "edtf", "duration")) for g, f in date_pairs
    )
    scores["dates.strict"] = Score(strict, *size)
    scores["dates.relaxed"] = Score(len(date_pairs), *size)
    scores["dates.value"] = Score(value, *size)

    quotes, found_quotes = gold["quotes"], found["quotes"]
    quote_pairs = pair_quotes(quotes, found_quotes, text)
    size = (len(found_quotes), len(quotes))
    entities = [*gold["entities"], *found["entities"]]
    speaker = [
        names_agree(quotes[g]["speaker_name"], found_quotes[f]["speaker_name"], gold["entities"])
        for g, f, _ in quote_pairs
    ]
    free = [quotes[g]["speaker_name"] is None for g, _, _ in quote_pairs]
    scores["quotes"] = Score(len(quote_pairs), *size)
    scores["quotes.exact"] = Score(sum(ratio == 1 for _, _, ratio in quote_pairs), *size)
    scores["quotes.attributed"] = Score(sum(a or b for a, b in zip(speaker, free, strict=True)), *size)
    scores["quotes.speaker"] = Score(sum(speaker), len(quote_pairs), len(quote_pairs))
    scores.update(_score_events(gold["events"], found["events"], entities, sentences))
    return scores


def _extent(item: Item) -> tuple[int, int]:
    return item["start"], item["end"]


def _score_events(
    gold: Sequence[Item],
    found: Sequence[Item],
    entities: Sequence[Item],
    sentences: Sequence[tuple[int, int]],
) -> dict[str, Score]:
    pairs = pair_spans([e["trigger"] for e in gold], [e["trigger"] for e in found])
    typed = [(gold[g], found[f]) for g, f in pairs if gold[g]["type"] == found[f]["type"]]
    size = (len(found), len(gold))
    n = len(typed)

    def sentence(event: Item) -> int:
        return next((k for k, (a, b) in enumerate(sentences) if a <= event["trigger"]["start"] < b), -1)

    scores = {
        "events.trigger": Score(len(pairs), *size),
        "events.type": Score(n, *size),
        "events.sentence_type": _bag(
            {(sentence(e), e["type"]) for e in gold}, {(sentence(e), e["type"]) for e in found}
        ),
        "events.status": Score(sum(a["status"] == b["status"] for a, b in typed), n, n),
        "events.date": Score(sum(a["date"] == b["date"] for a, b in typed), n, n),
        "events.source": Score(sum(names_agree(a["source"], b["source"], entities) for a, b in typed), n, n),
    }
    for key in ("agents", "targets"):
        total = Score()
        for a, b in typed:
            total += _names(a[key], b[key], entities)
        scores[f"events.{key}"] = total
    place, counts = Score(), Score()
    for a, b in typed:
        place += _names([a["place"]] if a["place"] else [], [b["place"]] if b["place"] else [], entities)
        counts += _bag(a["counts"].items(), b["counts"].items())
    scores["events.place"], scores["events.counts"] = place, counts
    to_gold = {f: g for g, f in pairs}
    scores["events.same_as"] = _bag(_linked(gold, {g: g for g in range(len(gold))}), _linked(found, to_gold))
    return scores


def from_record(record: Item) -> dict[str, Any]:
    """A record's annotations in gold's shape.

    An entity's forms are its mentions that name it (no pronouns, titles and descriptions). Events' counts
    become what -> value, same_as a position.
    """
    entity_names = {e["id"]: e["name"] for e in record["entities"]}
    position = {e["id"]: k for k, e in enumerate(record["events"])}
    return {
        "entities": [
            {
                "name": e["name"],
                "type": e["type"],
                "title": e["title"],
                "forms": sorted({m["text"] for m in e["mentions"] if m["form"] in ("name", "acronym", "short")}),
            }
            for e in record["entities"]
        ],
        "dates": record["dates"],
        "quotes": [{**q, "speaker_name": q["speaker"]["name"]} for q in record["quotes"]],
        "events": [
            {
                **event,
                "date": event["edtf"],
                "place": entity_names[event["place"]] if event["place"] else None,
                "agents": [p["name"] for p in event["agents"]],
                "targets": [p["name"] for p in event["targets"]],
                "counts": {c["what"]: c["value"] for c in event["counts"]},
                "source": event["source"]["name"] if event["source"] else None,
                "same_as": position[event["same_as"]] if event["same_as"] else None,
            }
            for event in record["events"]
        ],
    }
