"""Words that look like dates and are none: the modal may, protest marches, law numbers, names, nicknames."""

from __future__ import annotations

from dataclasses import dataclass

from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CalendarPart,
    CurrentYear,
    DayTime,
    Deictic,
    Measure,
    Named,
    NearWeekday,
)
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.vocabulary import Blocked, vocabulary
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

# Words before a month that leave no doubt, and words that make it likely.
_SURE_OPENERS = frozenset(
    ("in", "since", "until", "till", "during", "early", "late", "mid", "last", "next", "this", "-", "–")
)
_OPENERS = _SURE_OPENERS | frozenset(
    ("by", "of", "from", "to", "before", "after", "and", "or", "throughout", "between", "for", "on")
)
_AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "dec", "jan", "jun", "sep"))
_QUOTES = frozenset(("“", '"', "‘", "'", "’", "„", "«", "`"))
_NAME_GLUE = frozenset(("and", "of", "on", "the", "for", "-", "–"))
_OPERATIONS = frozenset(("operation", "project", "white"))
_LAW_REACH = 4
_NAME_REACH = 6


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """The lexemes around a finding, lower-cased, and whether they have a capital."""

    before: str
    before_capital: bool
    after: str
    after_capital: bool


def _neighbours(atom: Atom, lexemes: Lexemes) -> _Neighbours:
    text, k, j = lexemes.text, atom.first - 1, atom.beyond
    has_after = j < len(lexemes.lowers)
    return _Neighbours(
        lexemes.lowers[k] if k >= 0 else "",
        k >= 0 and text[lexemes.starts[k]].isupper(),
        lexemes.lowers[j] if has_after else "",
        has_after and text[lexemes.starts[j]].isupper(),
    )


class Blocker:
    """Judges the grammar's findings by their context. Made once; ``keep`` is asked for each finding."""

    def __init__(self) -> None:
        lists = lexicon("dates/blocked", Blocked)
        self._numbered = frozenset(lists.numbered)
        self._counted = frozenset(lists.counted)
        self._law_names = frozenset(lists.law_names)
        self._nicknames = frozenset(lists.nicknames)
        self._media_names = frozenset(lists.media_names)
        self._group_nouns = frozenset(lists.group_nouns)
        self._short = vocabulary().abbreviations
        self._months = vocabulary().months

    def keep(self, atom: Atom, lexemes: Lexemes, table: TokenTable, named: list[tuple[int, int]]) -> bool:
        """False for a finding that is no date.

        named: character extents of names of organisations, works, laws and persons near the atom.
        """
        extent = (atom.start, atom.end)
        if any(start <= atom.start and atom.end <= end and (start, end) != extent for start, end in named):
            return False
        meaning, around = atom.meaning, _neighbours(atom, lexemes)
        if self._title(atom, lexemes) or self._names_war(atom, lexemes, around):
            return False
        if isinstance(meaning, CalendarDate | NearWeekday) and self._stray_abbreviation(atom, lexemes, around):
            return False
        if atom.rule in ("numeric-date", "explicit-form") and self._numbers_something(atom, lexemes):
            return False
        if isinstance(meaning, CalendarDate):
            if meaning.month is None and meaning.weekday is None:
                return self._year(atom, lexemes, around)
            if meaning.month is None:
                return self._weekday(around) and table.ent_type[table.at(atom.start)] != "PERSON"
            if around.after_capital and around.after in self._group_nouns:
                return False
            return meaning.day is not None or meaning.year is not None or self._month(atom, lexemes, table, around)
        if isinstance(meaning, Named):
            return around.before not in _OPERATIONS
        if isinstance(meaning, CalendarPart) and meaning.kind == "season":
            return around.before not in self._nicknames
        return atom.rule != "frequency" or self._frequency(atom, lexemes.text, table)

    @staticmethod
    def _names_war(atom: Atom, lexemes: Lexemes, around: _Neighbours) -> bool:
        """True for the length in the name of a war ("the Seven Years’ War", "the Six-Day War")."""
        if not isinstance(atom.meaning, Measure) or not lexemes.text[lexemes.starts[atom.beyond - 1]].isupper():
            return False
        possessive = around.after in ("’", "'") and atom.beyond + 1 < len(lexemes.lowers)
        return (lexemes.lowers[atom.beyond + 1] if possessive else around.after) == "war"

    @staticmethod
    def _title(atom: Atom, lexemes: Lexemes) -> bool:
        """True for the name of a programme: all words with capitals, alone in quotation marks ("60 Minutes")."""
        if not isinstance(atom.meaning, Deictic | Measure | Anaphoric | CurrentYear | DayTime):
            return False
        k = atom.first - 1
        if k < 0 or lexemes.lowers[k] not in _QUOTES or lexemes.starts[k + 1] != lexemes.ends[k]:
            return False
        if not _QUOTES.intersection(lexemes.text[atom.end : atom.end + 2]):
            return False
        initials = [lexemes.text[lexemes.starts[j]] for j in range(atom.first, atom.beyond)]
        return len(initials) > 1 and not any(letter.islower() for letter in initials)

    def _stray_abbreviation(self, atom: Atom, lexemes: Lexemes, around: _Neighbours) -> bool:
        """True for "Sun", "Jan" and the like without full stop or number: mostly names."""
        last = lexemes.lowers[atom.beyond - 1]
        if last not in self._short or lexemes.text[atom.end - 1] == "." or around.after.isdecimal():
            return False
        following = lexemes.lowers[atom.beyond + 1] if atom.beyond + 1 < len(lexemes.lowers) else ""
        return around.after not in ("-", "–", "/") or following not in self._months

    def _numbers_something(self, atom: Atom, lexemes: Lexemes) -> bool:
        """True for numbers that a noun before them makes a name ("version 1.2.2018", "No. 5.6.2018")."""
        k = atom.first - 1
        if k > 0 and lexemes.lowers[k] == ".":
            k -= 1
        return k >= 0 and lexemes.lowers[k] in self._numbered

    def _weekday(self, around: _Neighbours) -> bool:
        if around.after_capital and around.after in self._media_names:
            return False
        return around.before != "a" and not (around.before_capital and around.before in self._nicknames)

    def _month(self, atom: Atom, lexemes: Lexemes, table: TokenTable, around: _Neighbours) -> bool:
        if around.before in _SURE_OPENERS:
            return True
        if around.before_capital and around.before in self._nicknames:
            return False
        i = table.at(atom.start)
        if table.ent_type[i] == "PERSON":
            return False
        if around.before in _OPENERS:
            return lexemes.lowers[atom.first] not in _AMBIGUOUS_MONTHS or table.pos[i] not in ("AUX", "VERB")
        if lexemes.lowers[atom.first] in _AMBIGUOUS_MONTHS:
            if table.pos[i] in ("AUX", "VERB") or table.dep[i] in ("nsubj", "nsubjpass", "dobj", "aux"):
                return False
            if lexemes.lowers[atom.first] == "march":
                return False
        adjoining = lexemes.text[atom.end : atom.end + 1] == " "
        following = table.pos[min(i + 1, len(table) - 1)]
        return not (around.after_capital and adjoining and table.pos[i] == following == "PROPN")

    def _year(self, atom: Atom, lexemes: Lexemes, around: _Neighbours) -> bool:
        if around.before in self._numbered or around.after in self._counted:
            return False
        if around.before_capital and around.before in self._law_names:
            return False
        if around.before == "of" and self._numbered_law(atom.first - 1, lexemes):
            return False
        return not (around.after_capital and self._names_law(atom.beyond, lexemes))

    def _numbered_law(self, k: int, lexemes: Lexemes) -> bool:
        """True where "Act" or "Law No. 5" stands before "of" at position k."""
        first = max(0, k - _LAW_REACH)
        for j in range(first, k):
            if lexemes.lowers[j] in ("no", "nos", "number") and lexemes.lowers[k - 1].isdecimal():
                return True
            if lexemes.lowers[j] in self._law_names and lexemes.text[lexemes.starts[j]].isupper():
                return j == k - 1 or lexemes.lowers[k - 1].isdecimal()
        return False

    def _names_law(self, k: int, lexemes: Lexemes) -> bool:
        """True where the name that begins at position k ends in a word for a law ("2015 Press Act")."""
        for j in range(k, min(k + _NAME_REACH, len(lexemes.lowers))):
            capital = lexemes.text[lexemes.starts[j]].isupper()
            if capital and lexemes.lowers[j] in self._law_names:
                return True
            if not capital and lexemes.lowers[j] not in _NAME_GLUE:
                return False
        return False

    @staticmethod
    def _frequency(atom: Atom, text: str, table: TokenTable) -> bool:
        """ "Daily" as an adverb or complement recurs; in "the daily" and "daily newspaper" it describes."""
        i = table.at(atom.start)
        if table.pos[i] == "ADV" and table.dep[i] not in ("amod", "compound", "nmod"):
            return True
        return not text[atom.start].isupper() and table.pos[i] == "ADJ" and table.dep[i] == "acomp"
