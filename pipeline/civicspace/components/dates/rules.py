"""All rules and fragments of the grammar, in order of preference where two match the same stretch."""

from __future__ import annotations

from civicspace.components.dates import (
    calendar_rules,
    clock_rules,
    event_rules,
    explicit_forms,
    measure_rules,
    numerals,
    numeric_rules,
    relative_rules,
)
from civicspace.components.dates.grammar import Rule, rules_of

_FAMILIES = (calendar_rules, numeric_rules, explicit_forms, clock_rules, relative_rules, event_rules, measure_rules)

FRAGMENTS: dict[str, str] = {
    name: pattern
    for module in (numerals, calendar_rules, relative_rules, measure_rules)
    for name, pattern in module.FRAGMENTS.items()
}
RULES: list[Rule] = [rule for family in _FAMILIES for rule in rules_of(family.__name__)]
