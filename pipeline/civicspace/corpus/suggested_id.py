"""An id for a report that was given none: its year and country, as the corpus names its reports (2018-north-korea)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import count

from civicspace.lexicons import terms

MAX_TITLE_WORDS = 4
MIN_LETTERS = 4
"""Shorter words of a title tell little ("in", "two")."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def slug(name: str) -> str:
    """A name in lower-case letters, digits and hyphens, accents dropped; empty where it has no Latin letter or digit.

    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", " ")).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def is_fit(stem: str) -> bool:
    """Whether a file's name without its ending already looks like an id of the corpus.

    >>> is_fit("2023-uganda"), is_fit("Report FINAL (2)")
    (True, False)
    """
    return _SLUG.fullmatch(stem) is not None


def year_told(title: str | None, published: str | None, text: str) -> str | None:
    """The year that a report is about: the one year of its title, else that of its publication, else its most named."""
    in_title = set(_YEAR.findall(title or ""))
    if len(in_title) == 1:
        return str(in_title.pop())
    if published and (year := _YEAR.match(published)):
        return str(year[1])
    years = Counter(_YEAR.findall(text))
    return max(years, key=lambda year: (years[year], year), default=None)


def suggested_id(
    year: str | None, country: str | None, title: str | None, stem: str, taken: Callable[[str], bool]
) -> str | None:
    """An id that is free, or None where nothing is known to make one of.

    year: as ``year_told`` gives it. country: its name in English. stem: the file's name without its ending, used where
    no country is known; empty for standard input. taken: whether the corpus has an id already; words of the title
    are added until it has not, then numbers.

    >>> suggested_id("2023", "Uganda", "Uganda: two editors held", "scan01", {"2023-uganda"}.__contains__)
    '2023-uganda-editors'
    """
    words = [word for word in slug(title or "").split("-") if word]
    place = slug(country or "")
    name = place or slug(stem) or "-".join(words[:MAX_TITLE_WORDS])
    if not name:
        return None
    base = f"{year}-{name}" if year and year not in name.split("-") else name
    small = frozenset(terms("language/function-words"))
    told = [w for w in words if w not in base.split("-") and w not in small and w.isalpha() and len(w) >= MIN_LETTERS]
    for number in range(min(len(told), MAX_TITLE_WORDS) + 1):
        found = "-".join([base, *told[:number]])
        if not taken(found):
            return found
    return next(found for number in count(2) if not taken(found := f"{base}-{number}"))
