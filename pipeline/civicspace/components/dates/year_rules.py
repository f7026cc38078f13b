"""Rules for years told otherwise than by four digits: in words, shortened, with an era; and for decades."""

from __future__ import annotations

from civicspace.components.dates.expressions import CalendarDate, CalendarPart, Expression, Span
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.numerals import full_year, year_in_words
from civicspace.components.dates.vocabulary import Vocabulary

FRAGMENTS = {
    "SPOKEN": "<spoken: CARD oh CARD|CARD CARD (DASH? CARD)?|(two thousand|CARD hundred) (and? CARD (DASH? CARD)?)?>",
}
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_LATEST_BC, _LATEST_AD = 1500, 2100


def _clear_of_words(m: Match) -> bool:
    """True where nothing stands behind the match that its number could count."""
    return m.after() in neighbours().year_followers or not m.after()[:1].isalnum()


@rule("month-year", "<m: MONTH> TICK <yy: YY>", "<m: MONTH> COMMA? {SPOKEN}")
def month_short_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "May ’98", "May nineteen ninety-eight"."""
    if m.words("spoken"):
        year = year_in_words(m.words("spoken"), v)
    else:
        year = full_year(m.word("yy") or "") if _clear_of_words(m) else None
    return CalendarDate(year, v.months[m.word("m") or ""]) if year else None


@rule("season-year", "the? <s: SEASON> of? {SPOKEN}", "the? <s: SEASON> of? TICK <yy: YY>")
def season_short_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "the winter of nineteen ninety-four", "summer ’69"."""
    year = year_in_words(m.words("spoken"), v) if m.words("spoken") else full_year(m.word("yy") or "")
    return CalendarPart("season", v.seasons[m.word("s") or ""], year) if year else None


@rule("year", "the (year|years) <y: YEAR>", "(in|since|until|by|of|from|before|after) <x: TICK <yy: YY>>")
def year_so_called(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the year 2018", "in ’98"."""
    if m.words("yy"):
        return [("x", CalendarDate(full_year(m.word("yy") or "")))] if _clear_of_words(m) else None
    return CalendarDate(int(m.word("y") or 0))


@rule("year", "the? year {SPOKEN}", "{SPOKEN}")
def year_as_spoken(m: Match, v: Vocabulary) -> Expression | None:
    """ "nineteen ninety-seven", "the year two thousand"; numbers that may count what follows are none."""
    words = m.words("spoken")
    told = year_in_words(words, v)
    if (
        told is None
        or m.after() in v.units
        or m.after() in ("-", "times", "percent")
        or m.before() in neighbours().quantifiers
    ):
        return None
    counting = "thousand" in words or "hundred" in words or v.numbers[words[0]] != 19
    if counting and "year" not in m.lexemes.lowers[m.first : m.beyond]:
        return CalendarDate(told) if m.before() in neighbours().year_openers and _clear_of_words(m) else None
    return CalendarDate(told)


@rule("year-with-era", "(c DOT|ca DOT|circa|about|around)? <y: NUM> <e: ERA>", "<e: ERA> <y: NUM>")
def year_with_era(m: Match, _v: Vocabulary) -> Expression | None:
    """ "264 BC", "AD 70". Years before Christ are counted as EDTF does: 1 BC is the year 0."""
    leading = m.lexemes.lowers[m.first] == m.word("e")
    return _of_era(m.word("y"), m.word("e"), leading=leading)


def _of_era(digits: str | None, era: str | None, *, leading: bool = False) -> CalendarDate | None:
    if not digits or not digits.isdecimal() or not era:
        return None
    if era.startswith("b"):
        return CalendarDate(1 - int(digits)) if 1 <= int(digits) <= _LATEST_BC and not leading else None
    return CalendarDate(int(digits)) if 1 <= int(digits) <= _LATEST_AD else None


@rule("year-range", "<y: NUM> ERA? (DASH|to) <z: NUM> <e: ERA>")
def years_with_era(m: Match, _v: Vocabulary) -> Expression | None:
    """ "264 to 241 BC"."""
    first, last = _of_era(m.word("y"), m.word("e")), _of_era(m.word("z"), m.word("e"))
    if first is None or last is None or (first.year or 0) >= (last.year or 0):
        return None
    return Span(first, last)


@rule("decade", "the? TICK? <d: DECADE>")
def decade(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the 1990s", "the 90s", "the ’90s"."""
    digits = (m.word("d") or "")[:-1]
    if len(digits) != 2:
        return CalendarPart("decade", 0, int(digits))
    shortened = len(m.lexemes.lowers[m.first : m.beyond]) > 1 or m.before() in ("early", "mid", "late", "-")
    if m.before() in _OWNERS or not (shortened or m.before() == "in"):
        return None
    return CalendarPart("decade", 0, (1900 if int(digits) > 20 else 2000) + int(digits))


@rule("decade", "the? (eighteen|nineteen)? <t: TENS>")
def decade_in_words(m: Match, v: Vocabulary) -> Expression | None:
    """ "the nineties", "the mid-eighties"; "his nineties" is an age."""
    parted = m.before() in v.parts or (m.before() == "-" and m.before(2) in v.parts)
    if m.before() in _OWNERS or (m.beyond - m.first == 1 and not parted):
        return None
    century = 1800 if "eighteen" in m.lexemes.lowers[m.first : m.beyond] else 1900
    return CalendarPart("decade", 0, century + v.decades[m.word("t") or ""])
