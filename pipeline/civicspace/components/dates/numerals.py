"""Reading numbers: digits, number words, ordinals, fractions, years told in words."""

from __future__ import annotations

import re
from fractions import Fraction

from civicspace.components.dates.vocabulary import Vocabulary

_DASHES = frozenset({"-", "–", "—", "‑"})
# Fragments of the pattern language (see grammar).
FRAGMENTS = {
    "COUNTED": (
        "(CARD|a|NUM)? SCALE (and? CARD (DASH? CARD)?)?|CARD (DASH? CARD)?|NUM DOT NUM|"
        "NUM (DASH? NUM SLASH NUM|FRACTION)|NUM SLASH NUM|NUM|FRACTION"
    ),
    "NUMBER": "{COUNTED} (DASH? and DASH? (a|one)? DASH? half)?|half (a|an)|half|a half|a|an",
    "ORDINAL": "CARD DASH ORD|ORD",
    "DAYOFMONTH": "DAY|DAYORD|{ORDINAL}",
}


def number(words: list[str], vocabulary: Vocabulary) -> Fraction | None:
    """The value of number words, or None where they make no number.

    >>> from civicspace.components.dates.vocabulary import vocabulary
    >>> str(number(["two", "and", "a", "half"], vocabulary()))
    '5/2'
    """
    total, current, seen = Fraction(0), Fraction(0), False
    text = "".join(words) if all(w == "." or w.replace(",", "").isdecimal() for w in words) else ""
    if text:
        return Fraction(text.replace(",", "")) if re.fullmatch(r"[\d,]{1,15}(\.\d{1,6})?", text, re.ASCII) else None
    if "/" in words:
        return _mixed(words)
    words = [word for word in words if word not in _DASHES]
    for k, word in enumerate(words):
        if word in vocabulary.fractions:
            total += vocabulary.fractions[word]
        elif word in vocabulary.numbers:
            current += vocabulary.numbers[word]
        elif word in vocabulary.scales:
            current = (current or Fraction(1)) * vocabulary.scales[word]
            total, current = total + current, Fraction(0)
        elif word.replace(",", "").isdecimal() and word.isascii() and len(word) <= 12:
            current += int(word.replace(",", ""))
        elif word == "half":
            total += Fraction(1, 2)
        elif word in ("a", "an"):
            following = words[k + 1] if k + 1 < len(words) else ""
            if following != "half" and following not in vocabulary.scales and words[k - 1 : k] != ["half"]:
                current += 1
        elif word != "and":
            return None
        seen = True
    return total + current if seen else None


def _mixed(words: list[str]) -> Fraction | None:
    """The value of ["5", "1", "/", "2"], five and a half; None for what is no part of a unit ("24/7")."""
    digits = [word for word in words if word.isascii() and word.isdecimal() and len(word) < 4]
    if len(digits) != len(words) - 1 - len(_DASHES.intersection(words)) or len(digits) not in (2, 3):
        return None
    over, under = int(digits[-2]), int(digits[-1])
    if not 0 < over < under <= 8:
        return None
    return Fraction(over, under) + (int(digits[0]) if len(digits) == 3 else 0)


def year_in_words(words: list[str], vocabulary: Vocabulary) -> int | None:
    """The year that number words tell, as it is spoken; None where they tell none.

    >>> from civicspace.components.dates.vocabulary import vocabulary
    >>> [year_in_words(told.split(), vocabulary()) for told in ("nineteen ninety - seven", "two thousand and five")]
    [1997, 2005]
    """
    values = [vocabulary.numbers[word] for word in words if word in vocabulary.numbers]
    if "thousand" in words or "hundred" in words:
        told = number(words, vocabulary)
        return int(told) if told is not None and 1000 <= told < 2100 else None
    if len(values) < 2 or not 10 <= values[0] <= 20 or (values[1] < 10 and "oh" not in words):
        return None
    rest = sum(values[1:])
    return 100 * values[0] + rest if rest < 100 and (len(values) == 2 or values[1] >= 20) else None


def full_year(digits: str) -> int:
    """A year of two or four digits; 69 to 99 are of the 1900s (the convention of POSIX).

    >>> full_year("18"), full_year("69"), full_year("2018")
    (2018, 1969, 2018)
    """
    year = int(digits)
    return year if len(digits) > 2 else 1900 + year if year > 68 else 2000 + year


def ordinal(words: list[str], vocabulary: Vocabulary) -> int | None:
    """The value of "3", "3rd", "third" or "twenty-first"; None where they are no ordinal."""
    value = 0
    for word in words:
        digits = re.match(r"\d{1,4}", word, re.ASCII)
        if digits:
            value += int(digits.group())
        elif word in vocabulary.ordinals:
            value += vocabulary.ordinals[word]
        elif word in vocabulary.numbers:
            value += vocabulary.numbers[word]
        elif word not in _DASHES:
            return None
    return value or None
