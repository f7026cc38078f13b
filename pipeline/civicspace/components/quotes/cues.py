"""The lexicon of cues, and finding its words in a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Extent
from civicspace.lexicons import lexicon
from civicspace.matching import TermMatcher
from civicspace.tokens import TokenTable

type Part = Literal["verb", "noun", "phrase"]
type Frame = Literal["clause", "that", "parenthetical", "quotation", "noun-phrase"]
type SourceSide = Literal["after", "between"]


class CueGroup(BaseModel):
    """A group of the lexicon file; its fields are explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    group: str
    part: Part
    frames: frozenset[Frame]
    words: tuple[str, ...]
    light: frozenset[str] = frozenset()
    source: SourceSide | None = None
    addressee: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """What the lexicon says of a cue word: the frames of all groups that list it as this part of speech."""

    part: Part
    frames: frozenset[Frame]
    light: frozenset[str] = frozenset()
    source: SourceSide | None = None
    addressee: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text: its first, last and syntactically leading token."""

    first: int
    last: int
    head: int
    sense: Sense

    def extent(self, table: TokenTable) -> Extent:
        """The cue's characters."""
        return table.extent(self.first, self.last)


def senses() -> list[tuple[str, Sense]]:
    """Every cue of the lexicon with its senses, groups that share a word and part joined."""
    joined: dict[tuple[str, Part], Sense] = {}
    for group in lexicon("quotes/cues", list[CueGroup]):
        for words in group.words:
            before = joined.get((words, group.part))
            frames = group.frames | before.frames if before else group.frames
            joined[words, group.part] = Sense(group.part, frames, group.light, group.source, group.addressee)
    return [(words, sense) for (words, _), sense in joined.items()]


class CueFinder:
    """Finds the lexicon's cues; made once a component."""

    def __init__(self) -> None:
        self._matcher = TermMatcher(senses())

    def find(self, table: TokenTable) -> Iterator[Cue]:
        """Cues whose tokens are the part of speech that the lexicon asks for, in text order."""
        for hit in self._matcher.find(table):
            sense = hit.value
            first, last = hit.first, hit.last
            if sense.part == "verb":
                if table.tag[first][:2] == "VB" and table.dep[first] not in ("aux", "auxpass", "amod", "compound"):
                    yield Cue(first, last, first, sense)
            elif sense.part == "noun":
                if table.tag[first] in ("NN", "NNS"):
                    yield Cue(first, last, first, sense)
            else:
                yield Cue(first, last, first, sense)
