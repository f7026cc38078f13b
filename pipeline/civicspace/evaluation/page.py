"""evaluation.md: the evaluation as a page for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from civicspace.corpus import Part
from civicspace.evaluation.corpus_scores import Evaluation
from civicspace.evaluation.misses import Miss, misses
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
            yield from (f"- {miss_line(miss)}" for miss in own)
            yield ""


def miss_line(miss: Miss) -> str:
    """A miss as one line of Markdown: what, where, what each side says, the sentence.

    >>> miss_line(Miss("a", "dates.relaxed", "missed", "5 May", 3, "date 2018-05-05", None, None, "On 5 May."))
    'dates.relaxed **missed** 5 May (at 3): gold date 2018-05-05 — On 5 May.'
    """
    sides = [f"{name} {_plain(value)}" for name, value in (("gold", miss.gold), ("found", miss.found)) if value]
    rule = f", by {_plain(miss.rule)}" if miss.rule else ""
    where = "" if miss.start is None else f" (at {miss.start})"
    sentence = f" — {_plain(miss.sentence)}" if miss.sentence else ""
    return f"{miss.measure} **{miss.what}** {_plain(miss.item)}{where}: {'; '.join(sides)}{rule}{sentence}"
