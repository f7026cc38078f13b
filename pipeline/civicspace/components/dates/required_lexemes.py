"""What a text must contain for a pattern to match anywhere in it; most patterns can be left out of most texts by it."""

from __future__ import annotations

from collections.abc import Iterable

type Sets = list[frozenset[str]]


class Requirements:
    """Reads a pattern's tokens from left to right; ``sets`` are the sets of signature characters that it needs one each
    of.

    Kept in step with the pattern language (see ``grammar``): ``open``, ``close`` and ``either`` are its brackets and
    its bar, ``lexeme`` one lexeme, ``optional`` its ``?`` and ``*``.

    >>> needs = Requirements()
    >>> needs.lexeme("a"), needs.open(), needs.lexeme("b"), needs.either(), needs.lexeme("c"), needs.close()
    (None, None, None, None, None, None)
    >>> [sorted(chars) for chars in needs.sets]
    [['a'], ['b', 'c']]
    """

    def __init__(self) -> None:
        self._frames: list[list[Sets]] = [[[]]]
        self._last = 0

    def open(self) -> None:
        """A bracket opens."""
        self._frames.append([[]])

    def either(self) -> None:
        """A bar: another alternative begins."""
        self._frames[-1].append([])

    def lexeme(self, characters: Iterable[str]) -> None:
        """One lexeme of these signature characters."""
        self._frames[-1][-1].append(frozenset(characters))
        self._last = 1

    def close(self) -> None:
        """The bracket closes: what all its alternatives need, or one of what each needs."""
        needed = _of_all(self._frames.pop())
        self._frames[-1][-1].extend(needed)
        self._last = len(needed)

    def optional(self) -> None:
        """The lexeme or bracket before may be missing."""
        if self._last:
            del self._frames[-1][-1][-self._last :]
        self._last = 0

    @property
    def sets(self) -> Sets:
        """The sets of characters, one of each of which every match contains."""
        return _of_all(self._frames[0])


def _of_all(alternatives: list[Sets]) -> Sets:
    if len(alternatives) == 1:
        return alternatives[0]
    if not all(alternatives):
        return []
    return [frozenset().union(*(min(sets, key=len) for sets in alternatives))]
