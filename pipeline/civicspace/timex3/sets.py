"""TIMEX3's sets: what recurs, every how many, how often."""

from __future__ import annotations

import re

from civicspace.timex3.lengths import length, measure
from civicspace.timex3.words import amount, lower_words, shared_words, timex3_words

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_EACH = ("every", "each")


def set_value(expression: str, part: str = "") -> str:
    """What recurs, as TIMEX3: a masked calendar value ("every Friday") or the length of the period ("twice a week").

    part: TIMEX3's code of the part of the day that the expression names, if any.

    >>> set_value("every Friday"), set_value("every two weeks"), set_value("every other day"), set_value("each July")
    ('XXXX-WXX-5', 'P2W', 'P2D', 'XXXX-07')
    """
    shared, codes = shared_words(), timex3_words()
    words = lower_words(expression)
    for word in words:
        if weekday := shared.weekdays.get(word):
            return f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    for word in words:
        if month := shared.months.get(word):
            return f"XXXX-{month:02d}" + _day_of_month(words)
        if season := codes.seasons.get(word) or codes.seasons.get(word.removesuffix("s")):
            return f"XXXX-{season}"
        if word in codes.frequencies:
            return codes.frequencies[word]
        if word in ("weekend", "weekends"):
            return "XXXX-WXX-WE"
    if part:
        return f"XXXX-XX-XXT{part}"
    measured = measure(words)
    if measured is None:
        return ""
    many, unit = measured
    return length(2 if "other" in words else many or 1, unit)


def _day_of_month(words: list[str]) -> str:
    for word in words:
        if (word.isdecimal() or _ORDINAL.fullmatch(word)) and 1 <= (day := int(re.sub(r"\D", "", word))) <= 31:
            return f"-{day:02d}"
    return ""


def quantifier(expression: str) -> str:
    """TIMEX3's quant: the word that says that all of them are meant, in capitals, or an empty string.

    >>> quantifier("every other day"), quantifier("each month"), quantifier("twice a week")
    ('EVERY OTHER', 'EACH', '')
    """
    words = lower_words(expression)
    for k, word in enumerate(words):
        if word in _EACH:
            return f"{word} other".upper() if words[k + 1 : k + 2] == ["other"] else word.upper()
    return ""


def frequency(expression: str) -> str:
    """TIMEX3's freq: how many times in the period, as "2X", or an empty string.

    >>> frequency("twice a week"), frequency("three times a month"), frequency("every Friday")
    ('2X', '3X', '')
    """
    words = lower_words(expression)
    for k, word in enumerate(words):
        if word in _TIMES:
            return f"{_TIMES[word]}X"
        if word == "times" and k and (many := amount(words[:k])) is not None and many.denominator == 1:
            return f"{many}X"
    return ""
