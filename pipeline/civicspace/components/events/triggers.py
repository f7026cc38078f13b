"""Finding triggers: the words that name an act of one of the taxonomy's types.

Terms are looked up one token at a time; a term's senses are then tried, longest term first, then the
entry with most conditions, then lexicon order; the first whose conditions hold gives the type. An entry of
type none says that the words name no act and ends the search there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from civicspace.components.events.attributes import attributes
from civicspace.components.events.senses import Place, holds
from civicspace.components.events.trigger_lexicon import Entry, Kind, Sense, trigger_table
from civicspace.lexicons import terms
from civicspace.matching import match_words
from civicspace.mentions import MentionIndex
from civicspace.tokens import TokenTable

__all__ = ["Trigger", "attributes", "find_triggers"]

_NAME_FORMS = ("name", "acronym", "short")
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "LAW", "NORP", "WORK_OF_ART", "PRODUCT", "DATE"})
# Nouns that name an act before another noun too ("a bail request"); others there only qualify it ("riot police").
_COMPOUND_ACTS = frozenset({"bail", "torture", "arrest"})
_ADJECTIVE_PLACES = frozenset({"amod", "acomp", "attr", "oprd", "ccomp", "conj", "advcl", "ROOT", "acl", "relcl"})


@dataclass(slots=True)
class Trigger:
    """The words that name one act.

    ``type``: the taxonomy's event type. ``head``: position of the trigger's syntactic head word. ``first``, ``last``:
    positions of the span's first and last token, both included. ``rule``: id of the lexicon entry.
    ``kind``: how the act is named. ``predicate``: the token whose arguments are the act's (the light
    verb of "carried out a raid", else the head). ``light``: the light verb, or None. ``weak``: no act of
    its own where another trigger of its type governs it.
    """

    type: str
    head: int
    first: int
    last: int
    rule: str
    kind: Kind
    predicate: int
    light: int | None = None
    weak: bool = False


def find_triggers(table: TokenTable, index: MentionIndex) -> list[Trigger]:
    """Triggers of a parsed Doc in text order, at most one a head token.

    table: the Doc's tokens. index: its entities; names are never triggers. The cost is one look-up a
    token plus tests around hits.
    """
    lexicon = trigger_table()
    found: list[Trigger] = []
    spent: set[int] = set()
    for i in range(len(table)):
        if i in spent:
            continue
        senses = lexicon.senses(table.lower[i], table.lemma[i])
        if not senses or _in_name(table, index, i):
            continue
        trigger, words = _decide(table, index, senses, i)
        spent.update(words)
        if trigger is not None:
            found.append(trigger)
    return _one_per_act(table, found)


def _decide(
    table: TokenTable, index: MentionIndex, senses: list[Sense], i: int
) -> tuple[Trigger | None, tuple[int, ...]]:
    """The first sense that holds, as a trigger (None for type none), and the words that it takes up."""
    places: dict[tuple[Kind, tuple[int, ...]], Place] = {}
    after = i + 1 if i + 1 < len(table) else i
    following = (table.lower[after], table.lemma[after])
    for sense in senses:
        if len(sense.words) == 1:
            words: tuple[int, ...] | None = (i,)
        elif (sense.words[1].isalpha() or sense.words[1] == "-") and sense.words[1] not in following:
            continue
        else:
            words = match_words(sense.words, table, i, len(table))
        if words is None or not _right_kind(table, sense.kind, words):
            continue
        kind: Kind = "noun" if sense.kind == "verb" and table.pos[words[0]] == "NOUN" else sense.kind
        first, last = _span(words)
        head = _verb(words, sense.words) if kind == "verb" else _head(table, first, last)
        place = places.get((kind, words))
        if place is None:
            place = places[kind, words] = Place(table, index, head, words, kind)
        if not holds(place, sense):
            continue
        if sense.entry.type == "none":
            return None, words
        light = _light_verb(table, head) if kind == "noun" else None
        last = _with_particle(table, sense.entry, last) if kind == "verb" else last
        trigger = Trigger(
            sense.entry.type,
            head,
            first,
            last,
            sense.entry.id,
            kind,
            head if light is None else light,
            light,
            sense.entry.weak,
        )
        return trigger, (*words, last)
    return None, ()


def _right_kind(table: TokenTable, kind: Kind, words: tuple[int, ...]) -> bool:
    """Does the part of speech of the term's main word fit?"""
    hyphenated = len(words) > 2 and table.text[words[1]] == "-"
    if hyphenated and kind == "noun":
        return True
    i = words[2] if hyphenated else words[0]
    pos = table.pos[i]
    if kind == "verb":
        if pos in ("VERB", "AUX"):
            return table.tag[i] != "VBG" or table.dep[i] not in ("amod", "compound")
        if pos == "ADJ":
            return table.lower[i].endswith("ed") and table.dep[i] in _ADJECTIVE_PLACES
        if pos == "NOUN":
            return table.lower[i].endswith("ing") and len(words) == 1 and table.dep[i] != "compound"
        return False
    if kind == "noun":
        if len(words) == 1 and table.dep[i] == "compound" and table.head[i] > i and table.pos[table.head[i]] == "NOUN":
            return table.lemma[i] in _COMPOUND_ACTS
        return any(table.pos[j] in ("NOUN", "PROPN") for j in words)
    return pos in ("ADJ", "VERB", "ADV", "NOUN")


def _verb(words: tuple[int, ...], term: tuple[str, ...]) -> int:
    """The verb of a term: its first word, or the one behind a hyphen ("re-arrested")."""
    return words[2] if len(term) > 2 and term[1] == "-" else words[0]


def _head(table: TokenTable, first: int, last: int) -> int:
    """The word of a span that the others depend on."""
    for j in range(first, last + 1):
        if not first <= table.head[j] <= last or table.head[j] == j:
            return j
    return last


def _span(words: tuple[int, ...]) -> tuple[int, int]:
    """The first unbroken run of a term's words: all of "took to the streets", took of "took Ana to court"."""
    last = words[0]
    for j in words[1:]:
        if j != last + 1:
            break
        last = j
    return words[0], last


def _with_particle(table: TokenTable, entry: Entry, last: int) -> int:
    if "particle" in entry.when and last + 1 < len(table) and table.lower[last + 1] in entry.when["particle"]:
        return last + 1
    return last


def _light_verb(table: TokenTable, noun: int) -> int | None:
    """The verb that only carries the noun ("carried out a raid", "a raid was carried out")."""
    up = table.head[noun]
    if table.dep[noun] == "pobj" and table.lower[up] in ("into", "in", "under", "behind", "on"):
        up = table.head[up]
    elif table.dep[noun] not in ("dobj", "nsubjpass"):
        return None
    return up if table.pos[up] == "VERB" and table.lemma[up] in _light_verbs() else None


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(terms("events/light-verbs"))


def _in_name(table: TokenTable, index: MentionIndex, i: int) -> bool:
    """True inside a name ("Committee against Torture", "March"): a name is no act."""
    if table.text[i] == "March" and table.pos[i] == "PROPN":
        return True
    if table.pos[i] in ("VERB", "AUX"):
        return False
    hit = index.covering(i)
    if hit is not None:
        mention, k = hit
        return mention.form in _NAME_FORMS and index.entities[k].type != "event" and table.text[i][:1].isupper()
    return table.pos[i] == "PROPN" and table.ent_type[i] in _NAME_LABELS


def _one_per_act(table: TokenTable, found: list[Trigger]) -> list[Trigger]:
    """Drop triggers that name an act which another trigger of the same clause names already."""
    by_head: dict[int, Trigger] = {}
    for trigger in found:
        by_head.setdefault(trigger.head, trigger)
    for trigger in found:
        by_head.setdefault(trigger.predicate, trigger)
    return [t for t in found if by_head[t.head] is t and not _named_already(table, t, by_head)]


def _named_already(table: TokenTable, trigger: Trigger, by_head: dict[int, Trigger]) -> bool:
    """True where the word that the trigger depends on names the same act."""
    head, dep = trigger.head, table.dep[trigger.head]
    up = table.head[head]
    if trigger.kind == "noun":
        if dep == "pobj":
            if table.lower[up] not in _NOMINAL_PREPOSITIONS and not trigger.weak:
                return False
            up = table.head[up]
        other = by_head.get(up)
        if trigger.weak:
            other = _same_type_above(table, trigger, by_head)
        if other is None or other is trigger or other.type != trigger.type:
            return False
        return (
            trigger.weak
            or dep in ("pobj", "compound")
            or (dep in ("dobj", "nsubjpass", "attr") and trigger.type != "court_decision")
        )
    if trigger.kind != "verb":
        return False
    other = by_head.get(up)
    if other is None or other.type != trigger.type or other is trigger:
        return False
    if dep in ("acl", "advcl") and table.tag[head] == "VBG":
        return trigger.type == "appeal_demand"
    if dep == "xcomp":
        return True
    return (
        dep == "conj"
        and trigger.type != "court_decision"
        and other.kind == "verb"
        and head - up <= 2
        and table.pos[head] == table.pos[up]
    )


def _same_type_above(table: TokenTable, trigger: Trigger, by_head: dict[int, Trigger]) -> Trigger | None:
    """A trigger of the same type among the words that a weak trigger depends on, up to its clause's verb."""
    i = trigger.head
    for _ in range(6):
        up = table.head[i]
        if up == i:
            return None
        other = by_head.get(up)
        if other is not None and other is not trigger and other.type == trigger.type:
            return other
        if table.pos[up] in ("VERB", "AUX"):
            return None
        i = up
    return None


_NOMINAL_PREPOSITIONS = frozenset({"of", "with", "by", "for", "to", "on", "in"})
