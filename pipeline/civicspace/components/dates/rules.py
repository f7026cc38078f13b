"""All rules and fragments of the grammar, in order of preference where two match the same stretch."""

from __future__ import annotations

from civicspace.components.dates import (
    calendar_rules,
    clock_rules,
    comparison_rules,
    current_rules,
    edge_rules,
    event_rules,
    explicit_forms,
    measure_rules,
    numerals,
    numeric_rules,
    period_rules,
    recurrence_rules,
    relative_rules,
    year_rules,
)
from civicspace.components.dates.grammar import Rule, rules_of

_FAMILIES = (
    period_rules,
    comparison_rules,
    calendar_rules,
    year_rules,
    numeric_rules,
    explicit_forms,
    clock_rules,
    relative_rules,
    current_rules,
    edge_rules,
    event_rules,
    measure_rules,
    recurrence_rules,
)

FRAGMENTS: dict[str, str] = {
    name: pattern
    for module in (
        numerals,
        calendar_rules,
        year_rules,
        clock_rules,
        period_rules,
        comparison_rules,
        relative_rules,
        measure_rules,
    )
    for name, pattern in module.FRAGMENTS.items()
}
RULES: list[Rule] = [rule for family in _FAMILIES for rule in rules_of(family.__name__)]
