"""Descriptions that stand beside a name: appositions, which are mentions, and the nouns before and behind it."""

from __future__ import annotations

from civicspace.annotations import EntityType, Mention
from civicspace.components.coreference.descriptions import describes, extent, form_of, is_definite
from civicspace.components.coreference.profiles import described_before, describing_heads, premodifiers
from civicspace.components.coreference.resolver import Link
from civicspace.components.coreference.scene import Scene
from civicspace.mentions import MentionIndex


class DescriptionsBesideNames:
    """Fills the entities' profiles from the phrases around their names.

    ``described`` maps the head of each such phrase to the entity that it describes.
    """

    def __init__(self, scene: Scene, index: MentionIndex) -> None:
        self.scene = scene
        self.index = index
        self.described: dict[int, int] = {}

    def learn(self, name: int) -> list[Link]:
        """Take in what stands beside the name headed at a position; gives its appositions as mentions."""
        hit = self.index.headed_by(name)
        if hit is None:
            return []
        mention, k = hit
        kind = self.index.entities[k].type
        if kind == "person":
            self._before_person(name, k)
        elif kind == "organisation":
            self._around_organisation(name, k, mention)
        else:
            return []
        links = [
            link
            for noun in describing_heads(self.scene.table, name)
            if self._fits(noun, kind) and (link := self._describe(noun, name, k))
        ]
        before = [noun for noun in described_before(self.scene.table, name) if self._fits(noun, kind)]
        if before and (link := self._describe(before[0], name, k)):
            links.append(link)
        return links

    def _describe(self, noun: int, name: int, k: int) -> Link | None:
        table, words = self.scene.table, self.scene.vocabulary
        self.scene.profiles[k].describe(table, noun, words)
        if table.dep[noun] == "attr" or noun in self.described:
            return None
        self.described[noun] = k
        if not self._set_off(noun, name):
            return None
        start, end = extent(table, noun)
        return Link(k, Mention(start, end, form_of(table, noun, words), "apposition"))

    def _fits(self, noun: int, kind: EntityType) -> bool:
        return self._is_free(noun, kind) and describes(self.scene.table, noun, kind, self.scene.vocabulary)

    def _is_free(self, noun: int, kind: EntityType) -> bool:
        """True where a noun names nobody itself; a nationality may describe a person."""
        hit = self.index.headed_by(noun)
        return hit is None or (kind == "person" and self.index.entities[hit[1]].type == "group")

    def _set_off(self, noun: int, name: int) -> bool:
        """True where punctuation stands between a description and the name: else they are one mention."""
        low, high = min(noun, name), max(noun, name)
        return any(self.scene.table.pos[j] == "PUNCT" for j in range(low + 1, min(high, low + 40)))

    def _before_person(self, name: int, k: int) -> None:
        """Nouns and forms of address right before a person's name ("rapper X", "Mrs X")."""
        table, words, profile = self.scene.table, self.scene.vocabulary, self.scene.profiles[k]
        before = premodifiers(table, name)
        common = [j for j in before if table.pos[j] == "NOUN"]
        if common and table.lemma[common[-1]] in words.people:
            profile.describe(table, common[-1], words)
            profile.words.update(table.lemma[j] for j in before if table.pos[j] != "PROPN")
        for j in before:
            word = table.lower[j]
            if table.pos[j] == "PROPN" and (word in words.people or word in words.gender):
                profile.learn(word, words)

    def _around_organisation(self, name: int, k: int, mention: Mention) -> None:
        """Nouns right before an organisation's name ("the magazine X") and behind it ("the X website")."""
        table, words, profile = self.scene.table, self.scene.vocabulary, self.scene.profiles[k]
        before = [j for j in premodifiers(table, name) if table.pos[j] == "NOUN"]
        first = table.at(mention.start)
        beside = [first - 1] if first and table.sent[first - 1] == table.sent[first] else []
        for j in sorted({*before, *beside}):
            if table.tag[j] == "NN" and table.lemma[j] in words.kinds_meant:
                profile.describe(table, j, words)
                if j not in before:
                    self.described.setdefault(j, k)
        behind = table.head[name]
        if (
            behind == name + 1
            and table.dep[name] in ("compound", "nmod")
            and table.pos[behind] == "NOUN"
            and not words.kinds_meant.get(table.lemma[behind], frozenset()) <= words.shown_kinds
            and is_definite(table, behind)
        ):
            profile.describe(table, behind, words)
            self.described.setdefault(behind, k)
