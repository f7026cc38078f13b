"""From a pointer (words, and which place of theirs is meant) to a span.

THE RULE
  Words stand at a place as whole words (``Places``): "arrest" does not stand in "arrested". A pointer means the only
  place where its words stand; else the ``occurrence``-th of them, from 1, in text order; else the only one inside
  ``within``, longer words that stand in the text once (or the ``occurrence``-th inside them). Part of a word can be
  pointed at inside ``within`` alone, where it stands once. What is left open is refused, never guessed.
"""

from __future__ import annotations

from civicspace.gold.places import Places
from civicspace.gold.problems import in_quotes, offsets
from civicspace_schemas.base import Span
from civicspace_schemas.gold import PointedDate, Pointer

_LISTED = 3


class UnplacedError(ValueError):
    """A pointer means no place of the text, or more than one; the message says which there are,
    and follows on the words: "stands twice: ..."."""


def point(pointer: Pointer | PointedDate, places: Places) -> Span:
    """The span that a pointer means in a text.

    Raises UnplacedError.

    >>> point(Pointer(text="held", occurrence=2), Places("He was held. She was held.")).start
    21
    """
    words = pointer.text
    left, right = 0, len(places.text)
    if pointer.within is not None:
        left = _only_place(pointer.within, places)
        right = left + len(pointer.within)
    found = [start for start in places.of(words) if left <= start and start + len(words) <= right]
    if not found and pointer.within is not None:
        found = [start for start in places.within_words(words) if left <= start and start + len(words) <= right]
    if not found:
        raise UnplacedError(_nowhere(pointer, places, left))
    if pointer.occurrence is not None:
        if pointer.occurrence > len(found):
            inside = f" in {in_quotes(pointer.within)}" if pointer.within else ""
            raise UnplacedError(
                f"stands {_times(len(found))}{inside}, so there is no occurrence {pointer.occurrence}"
                f"{_listed(found, len(words), places)}"
            )
        start = found[pointer.occurrence - 1]
    elif len(found) > 1:
        raise UnplacedError(
            f'stands {_times(len(found))}: say which with "occurrence" or "within"{_listed(found, len(words), places)}'
        )
    else:
        start = found[0]
    return Span(start=start, end=start + len(words), text=words)


def _only_place(within: str, places: Places) -> int:
    found = places.of(within) or places.within_words(within)
    if not found:
        raise UnplacedError(
            f"can't be placed: within {in_quotes(within)} does not stand in the text{closest_words(within, places)}"
        )
    if len(found) > 1:
        raise UnplacedError(
            f"can't be placed: within {in_quotes(within)} stands {_times(len(found))}: make it longer"
            f"{_listed(found, len(within), places)}"
        )
    return found[0]


def _nowhere(pointer: Pointer | PointedDate, places: Places, near: int) -> str:
    if pointer.within is not None:
        return f"does not stand in {in_quotes(pointer.within)}"
    if inside := places.within_words(pointer.text):
        listed = _listed(inside, len(pointer.text), places)
        return f'stands only inside longer words: say where with "within", or give start and end{listed}'
    return f"does not stand in the text{closest_words(pointer.text, places, near)}"


def closest_words(words: str, places: Places, near: int = 0) -> str:
    """What in the text is most like words that stand nowhere in it, for the end of a message."""
    closest = places.closest(words, near)
    if closest is None:
        return ", nor anything like it"
    return f": the closest is {in_quotes(closest.text)} at {offsets(closest.start, closest.end)}"


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number:,} times"


def _listed(found: list[int], length: int, places: Places) -> str:
    shown = [f"({k}) at {start} “{places.around(start, start + length)}”" for k, start in enumerate(found[:_LISTED], 1)]
    return f": {', '.join(shown)}{', …' if len(found) > _LISTED else ''}"
