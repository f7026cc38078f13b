"""code_rules.json as a Markdown table for people: one row a type, one column a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from civicspace_schemas.codes import CodeRule, Condition, code_rules
from civicspace_schemas.taxonomy import taxonomy

_SCHEMES = {"civicus": "CIVICUS", "acled": "ACLED", "plover": "PLOVER", "sdg_16_10_1": "SDG 16.10.1"}
_MANY_TYPES = 10
_SHOWN_WORDS = 4


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _condition(condition: Condition) -> str:
    parts = []
    if condition.target_groups:
        parts.append(f"target {_listed(condition.target_groups)}")
    if condition.agent_groups:
        parts.append(f"agent {_listed(condition.agent_groups)}")
    parts.extend(f"{name} {_listed(words)}" for name, words in condition.attributes.items())
    return " and ".join(parts)


def _cell(rule: CodeRule) -> str:
    terms = []
    if rule.when is not None:
        terms.append(_condition(rule.when))
    if rule.otherwise:
        terms.append("otherwise")
    if rule.unless is not None:
        terms.append(f"unless {_condition(rule.unless)}")
    return f"{rule.code or 'none'} ({'; '.join(terms)})" if terms else f"{rule.code or 'none'}"


def code_table() -> str:
    """The table, with the rules that many types share below it; lists of words are cut to their first few."""
    lines = [f"| Type | {' | '.join(_SCHEMES.values())} |", "|" + " --- |" * (len(_SCHEMES) + 1)]
    own = [rule for rule in code_rules().rules if len(rule.types) < _MANY_TYPES]
    for info in taxonomy().types:
        cells = [
            "<br>".join(_cell(rule) for rule in own if rule.scheme == scheme and info.id in rule.types)
            for scheme in _SCHEMES
        ]
        lines.append(f"| {info.id} | {' | '.join(cells)} |")
    lines.append("")
    for rule in code_rules().rules:
        if len(rule.types) >= _MANY_TYPES:
            lines.append(f"Beside these, {_SCHEMES[rule.scheme]} {_cell(rule)} for {', '.join(rule.types)}.")
    return "\n".join(lines) + "\n"
