"""What a pattern needs of a text is never more than what one of its matches contains."""

from __future__ import annotations

import pytest

from civicspace.components.dates.required_lexemes import Requirements


def _read(pattern: str) -> list[str]:
    needs = Requirements()
    for mark in pattern:
        match mark:
            case "(":
                needs.open()
            case ")":
                needs.close()
            case "|":
                needs.either()
            case "?" | "*":
                needs.optional()
            case "+":
                pass
            case _:
                needs.lexeme(mark)
    return ["".join(sorted(chars)) for chars in needs.sets]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("ab", ["a", "b"]),
        ("a?b", ["b"]),
        ("a*b+", ["b"]),
        ("(ab)?c", ["c"]),
        ("(ab)c?", ["a", "b"]),
        ("(a|b)c", ["ab", "c"]),
        ("(a|b?)c", ["c"]),
        ("(a|(b|c)?)d", ["d"]),
        ("((a)?b)?", []),
        ("a|bc", ["ab"]),
        ("(a(b|c))?d", ["d"]),
    ],
)
def test_needs_of_a_pattern(pattern: str, needed: list[str]) -> None:
    assert _read(pattern) == needed
