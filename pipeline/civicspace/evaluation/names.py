"""Comparing names: the same person, body or place under different words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from civicspace_schemas.gold import GoldEntity

WORD = re.compile(r"\w+(?:['’]\w+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’`]s?$")
_FUNCTION_WORDS = frozenset(
    "the a an of and or in on at for to by from with his her their its our my your s".split()  # noqa: SIM905
)


def plain(form: str) -> str:
    """A surface form for comparison: case-folded, without article, possessive ending and odd white space."""
    text = _ARTICLE.sub("", " ".join(form.split()).replace("`", "’").replace("'", "’"))
    return _POSSESSIVE.sub("", text).casefold()


def content_words(name: str) -> frozenset[str]:
    """Words of a name that carry meaning, case-folded."""
    words = (_POSSESSIVE.sub("", word).casefold() for word in WORD.findall(name))
    return frozenset(word for word in words if word not in _FUNCTION_WORDS)


def forms_of(entity: GoldEntity) -> frozenset[str]:
    """All forms of an entity, its name among them, as ``plain`` gives them."""
    return frozenset(plain(form) for form in [*entity.forms, entity.name])


class Names:
    """Tells whether two names may stand for the same, knowing the forms of a report's entities.

    entities: gold's, and for what only the program names the record's too.
    """

    def __init__(self, entities: Sequence[GoldEntity] = ()) -> None:
        self._entities_with: dict[str, set[int]] = {}
        for k, entity in enumerate(entities):
            for form in forms_of(entity):
                self._entities_with.setdefault(form, set()).add(k)

    def agree(self, a: str | None, b: str | None) -> bool:
        """True where one is a form of the entity that the other names, or they share the shorter one's content words.

        >>> Names([GoldEntity(name="United Nations", type="organisation", forms=["UN"])]).agree("UN", "United Nations")
        True
        >>> Names().agree("the police", "riot police"), Names().agree("police", None), Names().agree(None, None)
        (True, False, True)
        """
        if a is None or b is None:
            return a is b
        x, y = plain(a), plain(b)
        none: set[int] = set()
        if x == y or self._entities_with.get(x, none) & self._entities_with.get(y, none):
            return True
        p, q = content_words(a), content_words(b)
        return bool(p and q) and (p <= q or q <= p)
