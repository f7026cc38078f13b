"""Attributes of an event's type (mode, outcome, polarity, stage, charge, sentence, weapon) as far as the words tell.

Values out of a closed list come from lexicon/events/attributes.yaml; charge, sentence and weapon are the report's own
words: the phrase that the trigger, or its light verb, governs.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from civicspace.components.events.semantic_classes import classes
from civicspace.lexicons import lexicon
from civicspace.syntax import obliques, phrase
from civicspace.tokens import TokenTable
from civicspace_schemas.vocabulary import EventType

if TYPE_CHECKING:
    from civicspace.components.events.triggers import Trigger

NEAR = 10
_CHARGED = frozenset({"prosecution", "court_decision", "detention"})
_ARMED = frozenset({"excessive_force", "killing", "physical_attack", "torture_ill_treatment", "protest"})
_MODIFIERS = ("amod", "compound", "nmod", "nummod", "prt", "dobj", "advmod", "xcomp")


class AttributeRule(BaseModel):
    """One rule of attributes.yaml: a value, and the words that tell it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: EventType
    attribute: str
    value: str
    words: frozenset[str] = Field(default_factory=frozenset)
    near: frozenset[str] = Field(default_factory=frozenset)


@cache
def _rules() -> dict[str, tuple[AttributeRule, ...]]:
    """Rules by event type, in lexicon order."""
    found: dict[str, list[AttributeRule]] = {}
    for rule in lexicon("events/attributes", list[AttributeRule]):
        found.setdefault(rule.type, []).append(rule)
    return {event_type: tuple(rules) for event_type, rules in found.items()}


def attributes(table: TokenTable, trigger: Trigger, arguments: object = None) -> dict[str, str]:  # noqa: ARG001
    """The taxonomy's attributes of a trigger's type.

    table: the Doc's tokens. trigger: what names the act. arguments: who takes part; the rules so far need the
    words alone. Gives attribute -> value; a value that the words don't tell is left out.
    """
    values: dict[str, str] = {}
    rules = _rules().get(trigger.type, ())
    if rules:
        own, near = _own_words(table, trigger), _near_words(table, trigger)
        for rule in rules:
            if (
                rule.attribute not in values
                and (not rule.words or not own.isdisjoint(rule.words))
                and (not rule.near or not near.isdisjoint(rule.near))
            ):
                values[rule.attribute] = rule.value
    if trigger.type in _CHARGED:
        _put(table, values, "charge", _charge(table, trigger))
    if trigger.type == "court_decision":
        _put(table, values, "sentence", _sentence(table, trigger))
    if trigger.type in _ARMED:
        _put(table, values, "weapon", _weapon(table, trigger))
    return values


def _own_words(table: TokenTable, trigger: Trigger) -> frozenset[str]:
    """Forms and lemmas of the trigger, its light verb and what modifies it."""
    tokens = [*range(trigger.first, trigger.last + 1), trigger.predicate]
    tokens += [j for j in table.children[trigger.head] if table.dep[j] in _MODIFIERS]
    return frozenset(word for i in tokens for word in (table.lower[i], table.lemma[i]))


def _near_words(table: TokenTable, trigger: Trigger) -> frozenset[str]:
    first, beyond = table.sents[table.sent[trigger.head]]
    window = range(max(first, trigger.first - NEAR), min(beyond, trigger.last + 1 + NEAR))
    return frozenset(word for i in window for word in (table.lower[i], table.lemma[i]))


def _put(table: TokenTable, values: dict[str, str], name: str, head: int | None) -> None:
    """Set an attribute to the words of a phrase, white space and quotation marks around it aside."""
    if head is None:
        return
    first, last = phrase(table, head, apposition=False)
    text = " ".join(table.source_text[table.start[first] : table.end[last]].split()).strip("‘’“”'\"` ")
    if text:
        values[name] = text


def _governed(table: TokenTable, trigger: Trigger, *prepositions: str) -> list[int]:
    found = obliques(table, trigger.predicate)
    if trigger.head != trigger.predicate:
        found = {**found, **obliques(table, trigger.head)}
    return [head for preposition in prepositions for head in found.get(preposition, ())]


def _is(table: TokenTable, i: int, name: str) -> bool:
    words = classes()[name].words
    return table.lower[i] in words or table.lemma[i] in words


def _charge(table: TokenTable, trigger: Trigger) -> int | None:
    """The offence behind with, of, for, on or over ("charged with sedition", "on suspicion of arson")."""
    heads = _governed(table, trigger, "with", "of", "for", "on", "over", "under")
    for head in heads:
        if _is(table, head, "offence"):
            return head
        for j in table.children[head]:
            if table.lower[j] == "of" and _is(table, head, "charge_word"):
                return next((k for k in table.children[j] if table.dep[k] in ("pobj", "pcomp")), None)
    return None


def _sentence(table: TokenTable, trigger: Trigger) -> int | None:
    """The length or kind of punishment ("five years in prison", "a fine of 500 dollars")."""
    units = [j for j in table.children[trigger.predicate] if table.dep[j] in ("dobj", "npadvmod", "oprd", "attr")]
    for head in (*units, *_governed(table, trigger, "to", "for", "with")):
        if _is(table, head, "punishment"):
            return head
    return None


def _weapon(table: TokenTable, trigger: Trigger) -> int | None:
    """What force was used with: "fired tear gas", "beaten with cables"; a noun trigger may name it itself."""
    units = [j for j in table.children[trigger.predicate] if table.dep[j] == "dobj"]
    for head in (*_governed(table, trigger, "with", "by"), *units):
        if _is(table, head, "force_tool") or _is(table, head, "weapon_word"):
            return head
    if trigger.kind == "noun" and _is(table, trigger.head, "force_tool"):
        return trigger.head
    return None
