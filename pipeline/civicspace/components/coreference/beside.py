"""Descriptions that stand beside a name: appositions, which are mentions, and the nouns before and behind it."""

from __future__ import annotations

from civicspace.annotations import EntityType, Extent, Mention
from civicspace.components.coreference.descriptions import describes, extent, form_of, is_definite
from civicspace.components.coreference.profiles import described_before, describing_heads, premodifiers
from civicspace.components.coreference.resolver import Link
from civicspace.components.coreference.scene import Scene
from civicspace.mentions import MentionIndex

_PARENTHESIS = 15
_PERSON_LIMIT = 4


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
            for noun in [*describing_heads(self.scene.table, name), *self._behind_comma(name, mention)]
            if self._fits(noun, kind) and (link := self._describe(noun, name, k))
        ]
        limit = _PERSON_LIMIT if kind == "person" else 1
        before = [noun for noun in described_before(self.scene.table, name, limit) if self._fits(noun, kind)]
        if before and (link := self._describe(before[0], name, k)):
            links.append(link)
        return links

    def _behind_comma(self, name: int, mention: Mention) -> list[int]:
        """The head of a phrase that follows the name like an apposition, where the parser has put it elsewhere.

        "X, a teacher" or "X (Y), the wing of Z", and the phrase is no subject of its own and no further member of a
        list.
        """
        table = self.scene.table
        comma = table.covering(Extent(mention.start, mention.end))[1] + 1
        end = min(len(table), table.sents[table.sent[name]][1])
        if comma < end and table.text[comma] == "(":
            closing = [j for j in range(comma + 1, min(comma + _PARENTHESIS, end)) if table.text[j] == ")"]
            comma = closing[0] + 1 if closing else end
        if comma + 1 >= end or table.text[comma] != "," or table.lower[comma + 1] not in ("a", "an", "the"):
            return []
        noun = table.head[comma + 1]
        if noun <= comma + 1 or table.dep[noun] in ("conj", "appos", "nsubj", "nsubjpass", "csubj"):
            return []
        return [noun]

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
            profile.qualify({table.lemma[j] for j in before if table.pos[j] != "PROPN"}, words)
        for j in before:
            word = table.lower[j]
            if table.pos[j] == "PROPN":
                profile.words.add(word)
                if word in words.people or word in words.gender or word in words.abbreviations:
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
