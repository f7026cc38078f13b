"""What differs between two golds of one report, counted layer by layer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Any, NamedTuple

from civicspace_schemas.gold import Gold

_FILE = ("text_sha256", "status", "annotator", "reference_date")


class Change(NamedTuple):
    """How many items of a layer are new, gone, and there with another content."""

    added: int
    removed: int
    changed: int


def changes(old: Gold, new: Gold) -> dict[str, Change]:
    """Layer -> what changed in it, for the layers that changed; ``file`` is what stands outside the layers.

    An item is the same one where its words' place (an entity's type and name) is the same. A same_as counts by where
    its first mention stands, not by its number. Order alone is no change.
    """
    found = {"file": Change(0, 0, sum(getattr(old, key) != getattr(new, key) for key in _FILE))}
    if (old.coreference is None) != (new.coreference is None):
        found["file"] = found["file"]._replace(changed=found["file"].changed + 1)
    for layer, key in _KEYS.items():
        found[layer] = _compared(_items(old, layer), _items(new, layer), key)
    return {layer: change for layer, change in found.items() if any(change)}


def change_text(found: dict[str, Change]) -> str:
    """Changes in one line.

    >>> change_text({"dates": Change(2, 0, 1)})
    'dates: 2 added, 1 changed'
    """
    parts = []
    for layer, change in found.items():
        counts = [f"{number:,} {what}" for what, number in change._asdict().items() if number]
        parts.append(f"{layer}: {', '.join(counts)}")
    return "; ".join(parts) or "nothing but the order or the layout"


type _Item = dict[str, Any]
_KEYS: dict[str, Callable[[_Item], Hashable]] = {
    "entities": lambda item: (item["type"], item["name"]),
    "dates": lambda item: (item["start"], item["end"]),
    "quotes": lambda item: item["content"][0]["start"],
    "events": lambda item: (item["trigger"]["start"], item["trigger"]["end"]),
    "coreference": lambda item: item["mentions"][0]["start"],
}


def _items(gold: Gold, layer: str) -> list[_Item]:
    items = [item.model_dump() for item in getattr(gold, layer) or ()]
    if layer == "events":
        for item in items:
            first = item["same_as"]
            if first is not None and first < len(items):
                item["same_as"] = items[first]["trigger"]
    if layer == "entities":
        for item in items:
            item["forms"] = sorted(item["forms"])
    return items


def _compared(old: list[_Item], new: list[_Item], key: Callable[[_Item], Hashable]) -> Change:
    """Equal items cancel out; of the rest, those of one key are changed ones."""
    gone = _rest(old, new, key)
    come = _rest(new, old, key)
    changed = (gone & come).total()
    return Change(come.total() - changed, gone.total() - changed, changed)


def _rest(items: Iterable[_Item], others: Iterable[_Item], key: Callable[[_Item], Hashable]) -> Counter[Hashable]:
    """The keys of the items that have no equal among the others."""
    left = Counter(map(repr, others))
    rest: Counter[Hashable] = Counter()
    for item in items:
        if left[repr(item)]:
            left[repr(item)] -= 1
        else:
            rest[key(item)] += 1
    return rest
