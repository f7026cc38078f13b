"""Words that look like dates and are none: the modal may, protest marches, ages, law numbers, nicknames."""

from __future__ import annotations

from civicspace.components.dates.expressions import CalendarDate, CalendarPart, Measure, NearWeekday, Recurrence
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.vocabulary import Blocked, vocabulary
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

_DATE_OPENERS = frozenset(
    ["in", "since", "until", "till", "by", "during", "of", "from", "to", "before", "after", "and", "or", "early", "late", "mid", "-", "–", "last", "next", "this", "throughout", "between", "for", "on"]
)
_SURE_OPENERS = frozenset(["in", "since", "until", "till", "during", "early", "late", "mid", "last", "next", "this", "-"])


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

    def keep(self, atom: Atom, lexemes: Lexemes, table: TokenTable, named: list[tuple[int, int]]) -> bool:
        """False for a finding that is no date.

        named: character extents of the names of organisations, works, laws and persons that lie around the atom.
        """
        if any(
            start <= atom.start and atom.end <= end and (start, end) != (atom.start, atom.end) for start, end in named
        ):
            return False
        meaning = atom.meaning
        text = lexemes.text
        before = lexemes.lowers[atom.first - 1] if atom.first else ""
        raw_before = text[lexemes.starts[atom.first - 1] : lexemes.ends[atom.first - 1]] if atom.first else ""
        after = lexemes.lowers[atom.beyond] if atom.beyond < len(lexemes.lowers) else ""
        raw_after = text[lexemes.starts[atom.beyond] : lexemes.ends[atom.beyond]] if after else ""
        if isinstance(meaning, (CalendarDate, NearWeekday)):
            last = lexemes.lowers[atom.beyond - 1]
            if last in self._short and text[atom.end - 1] != "." and not after.isdecimal():
                return False
        if isinstance(meaning, CalendarDate):
            if meaning.month is not None and meaning.day is None and meaning.year is None:
                return self._month(atom, lexemes, table, before, raw_before, raw_after)
            if meaning.month is None and meaning.weekday is None:
                return self._year(lexemes, atom, before, raw_before, after, raw_after)
            if raw_after[:1].isupper() and after in (self._media_names if meaning.month is None else self._group_nouns):
                return False
            if meaning.month is None and before == "a":
                return False
            if meaning.month is None and before in self._nicknames and raw_before[:1].isupper():
                return False
        if isinstance(meaning, CalendarPart) and meaning.kind == "season":
            return before not in self._nicknames
        if isinstance(meaning, Recurrence) and atom.rule == "frequency":
            return self._frequency(atom, text, table)
        if isinstance(meaning, Measure):
            return after not in ("-old",)
        return True

    def _month(
        self, atom: Atom, lexemes: Lexemes, table: TokenTable, before: str, raw_before: str, raw_after: str
    ) -> bool:
        if before in self._nicknames and raw_before[:1].isupper():
            return False
        i = table.at(atom.start)
        if lexemes.lowers[atom.first] in ("may", "march", "mar", "dec", "jan", "jun", "sep"):
            if table.pos[i] in ("AUX", "VERB"):
                return False
            if before not in _DATE_OPENERS and (
                table.dep[i] in ("nsubj", "nsubjpass", "dobj", "aux") or lexemes.lowers[atom.first] == "march"
            ):
                return False
        gap = lexemes.text[atom.end : atom.end + 1]
        if (
            raw_after[:1].isupper()
            and gap == " "
            and before not in _DATE_OPENERS
            and table.pos[i] == "PROPN"
            and table.pos[min(i + 1, len(table) - 1)] == "PROPN"
        ):
            return False
        return not (table.ent_type[i] == "PERSON" and before not in _SURE_OPENERS)

    def _year(self, lexemes: Lexemes, atom: Atom, before: str, raw_before: str, after: str, raw_after: str) -> bool:
        if before in self._numbered or after in self._counted:
            return False
        if before in self._law_names and raw_before[:1].isupper():
            return False
        if before == "of" and atom.first >= 2:
            # "Act No. 5 of 2017", "Constitution of 1999"
            words = lexemes.lowers[max(0, atom.first - 5) : atom.first - 1]
            raws = lexemes.text[lexemes.starts[max(0, atom.first - 5)] : lexemes.starts[atom.first - 1]]
            if any(w in self._law_names | {"no"} for w in words) and any(
                w in raws for w in (w.capitalize() for w in self._law_names)
            ):
                if words[-1].isdecimal() or words[-1].capitalize() in raws.split():
                    return False
        if raw_after[:1].isupper():
            for k in range(atom.beyond, min(atom.beyond + 6, len(lexemes.lowers))):
                raw = lexemes.text[lexemes.starts[k] : lexemes.ends[k]]
                if not raw[:1].isupper() and raw not in ("and", "of", "on", "the", "for", "-", "–"):
                    break
                if lexemes.lowers[k] in self._law_names and raw[:1].isupper():
                    return False
        return True

    @staticmethod
    def _frequency(atom: Atom, text: str, table: TokenTable) -> bool:
        i = table.at(atom.start)
        if text[atom.start].isupper() and table.pos[i] != "ADV":
            return False
        return table.pos[i] == "ADV" or (table.pos[i] == "ADJ" and table.dep[i] == "acomp")
