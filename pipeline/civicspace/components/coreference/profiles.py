"""What a report says of an entity anywhere: gender, the nouns that describe it, the kind of organisation it is.

Evidence is taken from titles, forms of address, appositions and "X is a Y". A first name alone is no evidence
of gender.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from civicspace.annotations import Entity
from civicspace.components.coreference.vocabulary import Gender, Vocabulary
from civicspace.syntax import conjuncts
from civicspace.tokens import TokenTable

_TITLE_END = re.compile(r"\s+(?:of|for|at|in|on|to|from|with|under)\s+|,|\(")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_REACH = 10


@dataclass(slots=True)
class Profile:
    """Nouns and kinds of one entity.

    ``heads``: nouns it can be called by (lower case, singular); ``words``: all content words of its name, title
    and descriptions; ``kinds``: kinds of organisation it may be; ``gender``: "any" while unknown.
    """

    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    gender: Gender = "any"

    def describe(self, table: TokenTable, head: int, vocabulary: Vocabulary) -> None:
        """Take in a describing noun phrase by the position of its head."""
        for i in conjuncts(table, head):
            if table.pos[i] in ("NOUN", "PROPN", "ADJ"):
                self.learn(table.lemma[i], vocabulary)
                self.qualify(_content(table, i), vocabulary)
        self._show_kinds(vocabulary)

    def entitle(self, title: str, vocabulary: Vocabulary) -> None:
        """Take in a title as the report gives it ("Regional Commissioner of the Coast")."""
        words = [word.lower() for word in _WORD.findall(title)]
        self.words.update(words)
        head = [word.lower() for word in _WORD.findall(_TITLE_END.split(title, maxsplit=1)[0])]
        for k, word in enumerate(head):
            if k == len(head) - 1 or head[k + 1] == "and":
                self.learn(word, vocabulary)
        self._learn_address(words[:1], vocabulary)

    def name(self, name: str, vocabulary: Vocabulary) -> None:
        """Take in an organisation's name: its nouns show its kind and may stand for it ("the commission")."""
        words = [word.lower() for word in _WORD.findall(name)]
        self.words.update(words)
        self.words.update(word[:-1] for word in words if word.endswith("s"))
        self.heads.update(word for word in self.words if word in vocabulary.kinds_meant)
        self._show_kinds(vocabulary)

    def qualify(self, words: set[str], vocabulary: Vocabulary) -> None:
        """Take in modifiers; one that is alike to a noun ("freelance") gives that noun."""
        self.words.update(words)
        self.heads.update(word for word in words & vocabulary.alike.keys() if word not in vocabulary.people)

    def learn(self, noun: str, vocabulary: Vocabulary) -> None:
        """Take in a noun or form of address that the entity is called by."""
        noun = vocabulary.abbreviations.get(noun, noun)
        self.heads.add(noun)
        if self.gender == "any":
            self.gender = vocabulary.gender.get(noun, "any")

    def _learn_address(self, words: list[str], vocabulary: Vocabulary) -> None:
        for word in words:
            if self.gender == "any":
                self.gender = vocabulary.gender.get(word, "any")

    def _show_kinds(self, vocabulary: Vocabulary) -> None:
        for word in sorted(self.words):
            self.kinds.update(vocabulary.kinds_shown.get(word, ()))
        for kind, stronger in vocabulary.yields_to.items():
            if self.kinds & stronger:
                self.kinds.discard(kind)


def _content(table: TokenTable, head: int) -> set[str]:
    """Lemmas of a noun, its modifiers and its complements, two levels down."""
    found = {table.lemma[head]}
    queue = [(head, 0)]
    while queue:
        i, depth = queue.pop()
        for j in table.children[i]:
            if table.dep[j] in (*_MODIFIERS, "prep", "pobj") and depth < 4:
                queue.append((j, depth + 1))
                if table.pos[j] in ("NOUN", "PROPN", "ADJ", "VERB"):
                    found.update((table.lemma[j], table.lower[j]))
    return found


def describing_heads(table: TokenTable, head: int) -> list[int]:
    """Heads of the noun phrases that say what the name headed at a position is, in text order.

    Appositions behind it and the complement of "be" and "become"; the caller checks that they fit.
    """
    found = [j for j in table.children[head] if table.dep[j] == "appos"]
    up = table.head[head]
    if table.dep[head] == "appos":
        found.extend(j for j in table.children[up] if table.dep[j] == "appos" and j > head)
    if table.dep[head] == "nsubj" and table.lemma[up] in ("be", "become"):
        found.extend(j for j in table.children[up] if table.dep[j] == "attr" and j > up)
    return found


def described_before(table: TokenTable, name: int, limit: int) -> list[int]:
    """Heads of the noun phrases that the name headed at a position may be an apposition to, the nearest first.

    In "the leader of the party, Ana Ruiz" both nouns are given: parsers take either for the one described.
    limit: how many nouns up to look.
    """
    found: list[int] = []
    i = name
    while table.dep[i] in ("appos", "pobj") and len(found) < limit:
        if table.dep[i] == "pobj" and table.dep[table.head[i]] == "prep":
            i = table.head[i]
        if table.head[i] == i:
            break
        i = table.head[i]
        if i >= name:
            break
        found.append(i)
    return found if table.dep[name] == "appos" else []


def build_profiles(entities: list[Entity], vocabulary: Vocabulary) -> list[Profile]:
    """A profile an entity from its name and title; descriptions are added while the text is read."""
    profiles = []
    for entity in entities:
        profile = Profile()
        if entity.title:
            profile.entitle(entity.title, vocabulary)
        if entity.type == "organisation":
            profile.name(entity.name, vocabulary)
        profiles.append(profile)
    return profiles


def premodifiers(table: TokenTable, head: int) -> list[int]:
    """Nouns and forms of address before a name in its phrase ("rights activist" in "rights activist Ana Ruiz")."""
    first = max(table.edges(head)[0], head - _REACH)
    return [j for j in range(first, head) if table.dep[j] in ("compound", "nmod", "amod")]
