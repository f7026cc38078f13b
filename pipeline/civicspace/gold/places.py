"""Where words stand in a text, and what in it is most like words that stand nowhere."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property

from civicspace_schemas.base import Span

_WORD = re.compile(r"\w+")
_LIKE = 0.6
_LONG = 8
"""Words from which on stretches are compared word by word instead of character by character."""
_WINDOWS = 120
_FEW_WINDOWS = 40
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"}
    | dict.fromkeys("\n\r\t\u00a0\u202f", " ")
)


class Places:
    """A text in which places are looked up; offsets count its characters.

    Words stand at a place as whole words: where they begin (end) with a letter, digit, underscore or combining mark,
    none of these stands in front (behind). Words that begin or end with another character, such as a quotation mark,
    need nothing on that side. Places may overlap.

    >>> Places("arrests: he was arrested, she was arrested").of("arrested")
    [16, 34]
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, words: str) -> list[int]:
        """Where words stand as whole words, in text order."""
        return [start for start in self.within_words(words) if self._whole(start, start + len(words))]

    def within_words(self, words: str) -> list[int]:
        """Where words stand, inside longer words too, in text order."""
        found = []
        start = self.text.find(words) if words else -1
        while start >= 0:
            found.append(start)
            start = self.text.find(words, start + 1)
        return found

    def around(self, start: int, end: int, margin: int = 20) -> str:
        """A place with a little of what stands on both sides, on one line."""
        left, right = max(0, start - margin), min(len(self.text), end + margin)
        piece = " ".join(self.text[left:right].split())
        return f"{'…' if left else ''}{piece}{'…' if right < len(self.text) else ''}"

    def nearest(self, words: str, near: int) -> Span | None:
        """The place of exactly these words that is nearest to an offset: whole words, else inside longer ones."""
        found = self.of(words) or self.within_words(words)
        if not found:
            return None
        return self._span(min(found, key=lambda start: (abs(start - near), start)), len(words))

    def closest(self, words: str, near: int = 0) -> Span | None:
        """What a reader is likely to have meant, or None where nothing in the text is like the words.

        The same words, the place nearest to ``near`` first, widened to whole words; else the same but for capitals,
        quotation marks, dashes and white space; else the most similar stretch of as many words, one more or one less
        (difflib's ratio over characters, over words for more than eight; 0.6 at least). The search for the last looks
        at a bounded number of places, those with a rare word first.
        """
        if (same := self.nearest(words, near)) is not None:
            return self._widened(same)
        if loosely := self._loosely(words):
            return self._span(min(loosely, key=lambda start: (abs(start - near), start)), len(words))
        return self._similar(words, near)

    def _widened(self, span: Span) -> Span:
        start, end = span.start, span.end
        while start > 0 and _of_word(self.text[start]) and _of_word(self.text[start - 1]):
            start -= 1
        while end < len(self.text) and _of_word(self.text[end - 1]) and _of_word(self.text[end]):
            end += 1
        return self._span(start, end - start)

    def _whole(self, start: int, end: int) -> bool:
        text = self.text
        cut_left = start > 0 and _of_word(text[start]) and _of_word(text[start - 1])
        cut_right = end < len(text) and _of_word(text[end - 1]) and _of_word(text[end])
        return not (cut_left or cut_right)

    def _span(self, start: int, length: int) -> Span:
        return Span(start=start, end=start + length, text=self.text[start : start + length])

    def _loosely(self, words: str) -> list[int]:
        pattern = _plain(words)
        return [m.start() for m in re.finditer(re.escape(pattern), self._plain_text)] if pattern.strip() else []

    @cached_property
    def _plain_text(self) -> str:
        return _plain(self.text)

    @cached_property
    def _words(self) -> list[tuple[int, int]]:
        return [m.span() for m in _WORD.finditer(self.text)]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """Each distinct word, in plain form -> its positions among the words."""
        index: dict[str, list[int]] = defaultdict(list)
        for k, (start, end) in enumerate(self._words):
            index[self._plain_text[start:end]].append(k)
        return index

    def _similar(self, words: str, near: int) -> Span | None:
        wanted = _WORD.findall(_plain(words))
        if not wanted or not self._words:
            return None
        long = len(wanted) > _LONG
        matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted if long else _plain(words))
        best: tuple[float, int] = (_LIKE, -len(self.text))
        found: Span | None = None
        windows = _FEW_WINDOWS if long else _WINDOWS
        for first in self._anchored(wanted, bisect_left(self._words, (near, 0)), windows):
            for size in (len(wanted) - 1, len(wanted), len(wanted) + 1):
                if size < 1 or first + size > len(self._words):
                    continue
                start, end = self._words[first][0], self._words[first + size - 1][1]
                piece = self._plain_text[start:end]
                matcher.set_seq1(_WORD.findall(piece) if long else piece)
                if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
                    continue
                score = (matcher.ratio(), -abs(start - near))
                if score > best:
                    best, found = score, self._span(start, end - start)
        return found

    def _anchored(self, wanted: list[str], near: int, windows: int) -> list[int]:
        """Words at which a similar stretch may begin: one word of it stands where it should, the rarest first."""
        anchors: list[tuple[int, int, str]] = []
        for k, word in enumerate(wanted[:30]):
            alike = [word] if word in self._index else get_close_matches(word, self._index, 3, 0.7)
            anchors.extend((len(self._index[other]), k, other) for other in alike)
        starts: dict[int, None] = {}
        for _, k, word in sorted(anchors):
            at = self._index[word]
            middle = bisect_left(at, near)
            for place in at[max(0, middle - 20) : middle + 20]:
                for first in (place - k - 1, place - k, place - k + 1):
                    if 0 <= first < len(self._words):
                        starts[first] = None
            if len(starts) >= windows:
                break
        return list(starts)


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def _plain(text: str) -> str:
    """A text of the same length, capitals, quotation marks, dashes and white space made alike."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_SAME)
