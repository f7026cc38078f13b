"""Reading numbers: digits, number words, ordinals, halves."""

from __future__ import annotations

import re
from fractions import Fraction

from civicspace.components.dates.vocabulary import Vocabulary

# Fragments of the pattern language (see grammar).
FRAGMENTS = {
    "COUNTED": "(CARD|a|NUM)? SCALE (and? CARD (DASH? CARD)?)?|CARD (DASH? CARD)?|NUM DOT NUM|NUM",
    "NUMBER": "{COUNTED} (and (a|one) half)?|half (a|an)|half|a half|a|an",
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
    for k, word in enumerate(words):
        if word in vocabulary.numbers:
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
        elif word not in ("and", "-", "–", "—", "‑"):
            return None
        seen = True
    return total + current if seen else None


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
        elif word not in ("-", "–", "—", "‑"):
            return None
    return value or None
