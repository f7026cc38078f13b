"""Telling whether a report is in English, and in which language if not.

Nearly every report is English, and in English running text every third or fourth word is a function word: counting
them costs next to nothing. Only where they are rare is a language identifier asked, which takes a while to load.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from civicspace.lexicons import terms

MIN_WORDS = 20
MIN_FUNCTION_WORD_SHARE = 0.18
MAX_LETTERS = 5_000
MIN_PROBABILITY = 0.8

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


@cache
def _function_words() -> frozenset[str]:
    return frozenset(terms("language/function-words"))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def function_word_share(words: list[str]) -> float:
    """Share of English function words among words in lower case; 0 for none.

    >>> function_word_share(["the", "man", "was", "held"])
    0.5
    """
    known = _function_words()
    return sum(word in known for word in words) / len(words) if words else 0.0


def detect_language(text: str) -> str:
    """Language of a text as a two-letter code.

    text: the report. Gives "en" as well where the text is too short to tell (under MIN_WORDS words) or
    the identifier is unsure.

    >>> detect_language("Twelve people were held by the police.")
    'en'
    """
    words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS or function_word_share(words) >= MIN_FUNCTION_WORD_SHARE:
        return "en"
    letters = _NOT_LETTERS.sub(" ", text[: MAX_LETTERS * 2])[:MAX_LETTERS]
    language, probability = _identifier().classify(letters)
    return str(language) if probability >= MIN_PROBABILITY else "en"
