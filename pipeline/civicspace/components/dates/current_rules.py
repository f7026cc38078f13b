"""Rules for the period that is being told of: "the year", "the week", "the new year"."""

from __future__ import annotations

from civicspace.components.dates.expressions import Anaphoric, CurrentYear, Expression
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.relative_rules import clause_ends
from civicspace.components.dates.vocabulary import Vocabulary

# Words behind "the year" that give it an extent of its own.
_NO_OWN_UNIT = frozenset({"of", "that", "in", "he", "she", "they", "it", "-", "was", "since", "when", "to", "a", "an"})
_EVENT_FOLLOWS = frozenset({"after", "before"})


@rule("the-unit", "the <u: week|month|year|decade|weekend>")
def the_unit(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the year", "the month": the one that is being told of."""
    if (
        m.before()
        not in (
            "in",
            "during",
            "of",
            "throughout",
            "before",
            "after",
            "by",
            "until",
            "over",
            "within",
            "for",
            "out",
            "through",
            "across",
            "since",
            "",
            ".",
            "\n\n",
            "and",
            ",",
        )
        and m.before().strip()
    ):
        return None
    part = m.before() == "in" and m.before(2) in ("early", "late", "earlier", "later")
    opens = m.before().strip() in ("", ".") and m.word("u") == "year"
    told = m.after() in ("was", "is") and (m.after(1) == "out" or opens)
    if not part and not told and m.after() in _NO_OWN_UNIT:
        return None
    if m.after() in _EVENT_FOLLOWS and m.after(1)[:1].isalnum():
        return None
    if (
        m.before() in ("for", "of")
        and m.word("u") == "week"
        and m.before(2) not in ("end", "rest", "course", "beginning", "start", "middle")
        and not (m.before() == "for" and clause_ends(m))
    ):
        return None
    return CurrentYear(m.word("u") or "")


@rule("new-year", "the new year")
def new_year(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "the new year"."""
    return Anaphoric("year", 1)
