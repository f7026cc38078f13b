"""evaluation.md: the evaluation as a page for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from civicspace.corpus import Part
from civicspace.evaluation.corpus_scores import Evaluation
from civicspace.evaluation.misses import miss_line, misses
from civicspace.evaluation.result_json import rule_of_matching
from civicspace.evaluation.tables import TextTable, measures_table, reports_table, type_tables

_MARKUP = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def page(evaluation: Evaluation, shown: Sequence[Part]) -> str:
    """The page's Markdown: the rule of matching, tables, and the misses of the parts in ``shown`` by report."""
    lines = ["# Evaluation", "", "The rule of matching:", "", "```text", rule_of_matching().rstrip(), "```", ""]
    versions = ", ".join(f"{name} {_shown(value)}" for name, value in evaluation.versions.items())
    if versions:
        lines += [f"Records made by {_plain(versions)}.", ""]
    lines += [f"- {_plain(note)}" for note in evaluation.notes]
    tables = [measures_table(evaluation), *type_tables(evaluation), reports_table(evaluation)]
    for table in tables:
        lines += ["", f"## {_plain(table.title)}", "", *_table(table)]
    lines += ["", "## Misses", "", *_misses(evaluation, shown)]
    return "\n".join(lines) + "\n"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return str(value)


def _plain(text: str) -> str:
    """Text in which no character is markup."""
    return text.translate(_MARKUP)


def _table(table: TextTable) -> list[str]:
    rule = "|".join("---" if k < table.left else "---:" for k in range(len(table.heads)))
    return [
        f"| {' | '.join(map(_plain, table.heads))} |",
        f"|{rule}|",
        *(f"| {' | '.join(map(_plain, row))} |" for row in table.rows),
    ]


def _misses(evaluation: Evaluation, shown: Sequence[Part]) -> Iterable[str]:
    for part in {result.part: None for result in evaluation.results}:
        if part not in shown:
            count = len(misses(evaluation.of_part(part)))
            yield f"The {part} part has {count:,}; they are left out, so that nobody writes rules for them."
            yield ""
    for result in evaluation.results:
        own = misses([result]) if result.part in shown else []
        if own:
            yield f"### {_plain(result.report)} ({len(own)})"
            yield ""
            yield from (f"- {_plain(miss_line(miss))}" for miss in own)
            yield ""
