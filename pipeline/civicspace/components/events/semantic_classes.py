"""Semantic classes of words: is this the head of a phrase for a person, a law, a gathering ...?

Classes are data (lexicon/events/classes.yaml): words, and the types of names, that belong to them.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from civicspace.lexicons import lexicon
from civicspace.mentions import MentionIndex
from civicspace.tokens import TokenTable


def _one_word_each(words: list[str]) -> list[str]:
    for word in words:
        if " " in word:
            raise ValueError(f"a member of a class is one word: {word!r}")
    return words


class SemanticClass(BaseModel):
    """Words of one meaning: ``words`` (lemma or form), ``endings`` of nouns, ``entities`` (types of named entities),
    ``labels`` (the model's entity labels, where no entity is known), ``pronouns``, ``numbers`` (a bare
    number or quantity stands for it), ``includes`` (classes whose members belong to it too).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Annotated[list[str], AfterValidator(_one_word_each)] = Field(default_factory=list)
    endings: list[str] = Field(default_factory=list)
    entities: list[str] = Field(default_factory=list)
    labels: list[str] = Field(default_factory=list)
    pronouns: list[str] = Field(default_factory=list)
    numbers: bool = False
    includes: list[str] = Field(default_factory=list)


class _Members:
    """A class with its sets built and the classes it includes folded in."""

    __slots__ = ("endings", "entities", "labels", "numbers", "pronouns", "words")

    def __init__(self, name: str, data: dict[str, SemanticClass]) -> None:
        parts = [data[name], *(data[other] for other in data[name].includes if other in data)]
        self.words = frozenset(word for part in parts for word in part.words)
        self.entities = frozenset(kind for part in parts for kind in part.entities)
        self.labels = frozenset(label for part in parts for label in part.labels)
        self.pronouns = frozenset(word for part in parts for word in part.pronouns)
        self.endings = tuple(ending for part in parts for ending in part.endings)
        self.numbers = any(part.numbers for part in parts)


@cache
def classes() -> dict[str, _Members]:
    """All classes by name, ready for look-ups; built once. Raises LexiconError."""
    data = lexicon("events/classes", dict[str, SemanticClass])
    return {name: _Members(name, data) for name in data}


def belongs(table: TokenTable, index: MentionIndex, i: int, name: str) -> bool:
    """True where the token heads a phrase of the class.

    table, index: the Doc's. i: token position. name: a class of classes.yaml. A name known to
    the index counts by its entity's type; words of a class count whatever the type.
    """
    members = classes()[name]
    lower, lemma, pos = table.lower[i], table.lemma[i], table.pos[i]
    hit = index.covering(i) if pos == "PROPN" else None
    if hit is not None and index.entities[hit[1]].type in _PERSONAL:
        return index.entities[hit[1]].type in members.entities
    if lower in members.words or lemma in members.words:
        return True
    if pos == "PRON":
        return lower in members.pronouns
    if pos == "NUM" or (members.numbers and lower in _QUANTITIES):
        return members.numbers
    if members.endings and pos == "NOUN" and lemma.endswith(members.endings):
        return True
    if members.entities or members.labels:
        hit = hit or index.covering(i)
        if hit is not None:
            return index.entities[hit[1]].type in members.entities
        return table.ent_type[i] in members.labels
    return False


_PERSONAL = frozenset({"person", "group", "place"})
_QUANTITIES = frozenset(
    {
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "scores",
        "score",
        "many",
        "several",
        "most",
        "all",
        "some",
        "others",
        "both",
    }
)
