"""Deriving an event's codes in other projects' vocabularies from its type, groups and attributes.

The rules are data: code_rules.json, whose note says how they are read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import Field

from civicspace_schemas.base import Part
from civicspace_schemas.events import Codes
from civicspace_schemas.taxonomy import taxonomy
from civicspace_schemas.vocabulary import AgentGroup, AttributeName, EventType, Status, TargetGroup

type Scheme = Literal["civicus", "acled", "plover", "sdg_16_10_1"]
type AnyOf = list[str]

_WORD = re.compile(r"[^\W_]+")


class Condition(Part):
    """What an event must have: one of the words listed, in every field that is named."""

    target_groups: list[TargetGroup] | None = None
    agent_groups: list[AgentGroup] | None = None
    attributes: dict[AttributeName, AnyOf] = Field(default_factory=dict)

    def holds(
        self,
        agents: Collection[str],
        targets: Collection[str],
        attributes: Mapping[str, str],
        free_text: Collection[str],
    ) -> bool:
        """True if every field holds for an event; free_text: those of its attributes that hold words of the report."""
        if self.target_groups is not None and not any(group in targets for group in self.target_groups):
            return False
        if self.agent_groups is not None and not any(group in agents for group in self.agent_groups):
            return False
        for name, wanted in self.attributes.items():
            value = attributes.get(name, "")
            words = _WORD.findall(value.lower()) if name in free_text else [value]
            if not any(word in wanted for word in words):
                return False
        return True


class CodeRule(Part):
    """One line of code_rules.json."""

    id: str
    scheme: Scheme
    types: list[EventType] = Field(min_length=1)
    code: str | None
    when: Condition | None = None
    unless: Condition | None = None
    otherwise: bool = False
    why: str | None = None


class CodeRules(Part):
    """code_rules.json as a whole."""

    note: str
    rules: list[CodeRule]


@cache
def code_rules() -> CodeRules:
    """The package's code rules, read and checked once."""
    data = (resources.files("civicspace_schemas") / "code_rules.json").read_bytes()
    return CodeRules.model_validate_json(data)


@cache
def _rules_for(event_type: str) -> tuple[CodeRule, ...]:
    return tuple(rule for rule in code_rules().rules if event_type in rule.types)


def applying_rules(
    event_type: EventType | str,
    agent_groups: Collection[str] = (),
    target_groups: Collection[str] = (),
    attributes: Mapping[str, str] | None = None,
) -> list[CodeRule]:
    """The rules that give an event its codes, in the table's order.

    Takes what ``codes_for`` takes; raises KeyError for a type that the taxonomy doesn't hold.
    """
    given = attributes or {}
    free_text = {name for name, values in taxonomy().by_id[event_type].attributes.items() if values == "text"}
    found: list[CodeRule] = []
    held: set[str] = set()
    for rule in _rules_for(event_type):
        if rule.scheme in held and (rule.otherwise or rule.scheme != "civicus"):
            continue
        if rule.when is not None and not rule.when.holds(agent_groups, target_groups, given, free_text):
            continue
        if rule.unless is not None and rule.unless.holds(agent_groups, target_groups, given, free_text):
            continue
        held.add(rule.scheme)
        found.append(rule)
    return found


def codes_for(
    event_type: EventType | str,
    agent_groups: Collection[str] = (),
    target_groups: Collection[str] = (),
    attributes: Mapping[str, str] | None = None,
    status: Status | str = "occurred",  # noqa: ARG001
) -> Codes:
    """Codes of an event.

    event_type, agent_groups, target_groups: ids of the taxonomy. attributes: name -> value. status: taken so that
    callers pass all that is known of an event; it plays no part, since codes name the kind of act (filter by
    the event's status to count what happened). Raises KeyError for an unknown type.

    >>> codes_for("detention", ["state_security"], ["journalist_media"])
    Codes(civicus=['journalist detained'], acled='Arrests', plover='COERCE:arrest', sdg_16_10_1='arbitrary detention')
    """
    civicus: list[str] = []
    single: dict[str, str | None] = {}
    for rule in applying_rules(event_type, agent_groups, target_groups, attributes):
        if rule.scheme != "civicus":
            single[rule.scheme] = rule.code
        elif rule.code is not None:
            civicus.append(rule.code)
    return Codes(
        civicus=civicus,
        acled=single.get("acled"),
        plover=single.get("plover"),
        sdg_16_10_1=single.get("sdg_16_10_1"),
    )
