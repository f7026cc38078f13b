"""From candidates to entities: one for each thing that the report names."""

from __future__ import annotations

from dataclasses import dataclass, field

from civicspace.annotations import EntityType
from civicspace.components.entities.candidates import Candidate
from civicspace.components.entities.entity_types import best_type
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.vocabulary import vocabulary
from civicspace.tokens import TokenTable


@dataclass(slots=True)
class Cluster:
    """Candidates of one thing, in text order."""

    type: EntityType
    members: list[Candidate] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def _words(key: str) -> list[str]:
    return key.replace("(", " ").replace(")", " ").split()


class Clusterer:
    """Puts candidates together by key, alias, surname, and short form."""

    def __init__(self, table: TokenTable, candidates: list[Candidate]) -> None:
        self.table = table
        self.candidates = sorted(candidates, key=lambda c: (c.first, -c.last))
        self.parent: dict[str, str] = {}

    def _root(self, key: str) -> str:
        self.parent.setdefault(key, key)
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def _join(self, a: str, b: str) -> None:
        ra, rb = self._root(a), self._root(b)
        if ra != rb:
            self.parent[rb] = ra

    def clusters(self) -> list[Cluster]:
        """Clusters in the order of their first mentions."""
        for c in self.candidates:
            if c.alias_of is not None:
                self._join(c.alias_of.key, c.key)
        self._join_countries()
        votes = self._votes()
        types = {root: best_type(v) for root, v in votes.items()}
        kept = [c for c in self.candidates if types.get(self._root(c.key)) is not None or not c.votes]
        groups: dict[str, Cluster] = {}
        singles: list[Candidate] = []
        for c in kept:
            root = self._root(c.key)
            found = types.get(root)
            if self._is_short(c, found[0] if found else None):
                singles.append(c)
                continue
            if found is None or (c.weak and not self._strong(root)):
                continue
            groups.setdefault(root, Cluster(found[0])).members.append(c)
        self._merge_spellings(groups)
        self._attach_short_forms(groups, singles, types)
        for cluster in groups.values():
            cluster.members.sort(key=lambda c: c.first)
        found_clusters = [g for g in groups.values() if g.members]
        return sorted(found_clusters, key=lambda g: g.members[0].first)

    def _join_countries(self) -> None:
        first: dict[str, str] = {}
        for c in self.candidates:
            known = known_names().get(c.key)
            if known is not None and known.rule == "gazetteer.country" and known.country is not None:
                self._join(first.setdefault(known.country, c.key), c.key)
            elif known is not None and known.type == "group" and c.key.endswith("s"):
                singular = c.key[:-1]
                other = known_names().get(singular)
                if other is not None and other.type == "group":
                    self._join(singular, c.key)

    def _votes(self) -> dict[str, dict[EntityType, float]]:
        table: dict[str, dict[EntityType, float]] = {}
        self._strong_roots: set[str] = set()
        for c in self.candidates:
            root = self._root(c.key)
            votes = table.setdefault(root, {})
            if not c.weak:
                self._strong_roots.add(root)
            for kind, weight in c.votes.items():
                votes[kind] = votes.get(kind, 0.0) + (weight if not c.weak else weight / 2)
        return table

    def _strong(self, root: str) -> bool:
        return root in self._strong_roots

    def _is_short(self, c: Candidate, kind: EntityType | None) -> bool:
        """Candidates that may be a part of a longer name: one word, or a person's name without the first."""
        if c.alias_of is not None or c.form == "acronym" or known_names().get(c.key) is not None:
            return False
        return len(_words(c.key)) == 1 or (kind in (None, "person") and len(_words(c.key)) == 2)

    def _merge_spellings(self, groups: dict[str, Cluster]) -> None:
        """Names that differ in brackets, hyphens or a small head noun: "Ramo Verde (military prison)"."""
        by_plain: dict[tuple[EntityType, str], str] = {}
        for root in list(groups):
            cluster = groups[root]
            plain = " ".join(_words(root.replace("-", " ")))
            if cluster.type == "place":
                plain = self._without_place_head(plain)
            other = by_plain.setdefault((cluster.type, plain), root)
            if other != root:
                groups[other].members.extend(cluster.members)
                self._join(other, root)
                del groups[root]

    def _without_place_head(self, plain: str) -> str:
        lower_heads = vocabulary().lower_head_types
        for phrase, kind in lower_heads.items():
            tail = " " + " ".join(phrase)
            if kind == "place" and plain.endswith(tail):
                return plain.removesuffix(tail)
        return plain

    def _attach_short_forms(
        self, groups: dict[str, Cluster], singles: list[Candidate], types: dict[str, tuple[EntityType, float] | None]
    ) -> None:
        """One-word names: part of a longer name given in the report, else names of their own."""
        parts: dict[str, list[tuple[int, str]]] = {}
        singles_by_key = {c.key for c in singles}
        for c in singles:
            if len(_words(c.key)) == 2:
                root = self._root(c.key)
                found = types.get(root)
                if found is not None and found[0] == "person" and not self._is_tail(c.key, groups):
                    groups.setdefault(root, Cluster("person")).members.append(c)
        for root, cluster in groups.items():
            for member in cluster.members:
                for part in self._short_keys(member, cluster.type):
                    if part in singles_by_key:
                        parts.setdefault(part, []).append((member.first, root))
        for entries in parts.values():
            entries.sort()
        for c in singles:
            root = self._root(c.key)
            if root in groups and c in groups[root].members:
                continue
            found = types.get(root)
            owner = self._owner(c, parts.get(c.key, []), found, groups)
            if owner is not None:
                c.form = "short"
                c.rules = {groups[owner].type: (99.0, "surname" if groups[owner].type == "person" else "short-form")}
                groups[owner].members.append(c)
            elif found is not None and not (c.weak and not self._strong(root)) and not self._bare_head(c):
                groups.setdefault(root, Cluster(found[0])).members.append(c)

    def _is_tail(self, key: str, groups: dict[str, Cluster]) -> bool:
        tail = " " + key
        return any(g.type == "person" and any(m.key.endswith(tail) for m in g.members) for g in groups.values())

    def _bare_head(self, c: Candidate) -> bool:
        words = vocabulary()
        return c.key in words.organisation | words.place | words.event and c.key not in words.alone

    def _short_keys(self, member: Candidate, kind: EntityType) -> list[str]:
        words = _words(member.key)
        if len(words) < 2:
            return []
        if kind == "person":
            keys = [words[0], words[-1]]
            keys += [" ".join(words[k:]) for k in range(1, len(words) - 1)]
            return keys
        if kind == "organisation":
            heads = vocabulary().organisation
            keys = [w for w in words if w in heads]
            if words[-1] in heads or words[-1] in vocabulary().media:
                keys.append(words[0])
            return keys
        if kind == "place":
            return [words[0]] if words[-1] in vocabulary().place else []
        return []

    def _owner(
        self, c: Candidate, entries: list[tuple[int, str]], found: tuple[EntityType, float] | None, groups: dict[str, Cluster]
    ) -> str | None:
        """The entity that a short form stands for: the last one before it that has it as a part, else the first."""
        if not entries:
            return None
        own = found[0] if found is not None else None
        fitting = [e for e in entries if groups[e[1]].type == own or own is None or found is None or found[1] < 12 or groups[e[1]].type == "person"]
        if not fitting:
            return None
        before = [e for e in fitting if e[0] <= c.first]
        surnames = [e for e in (before or fitting) if c.key == _words(groups[e[1]].members[0].key)[-1] or groups[e[1]].type != "person"]
        chosen = (surnames or before or fitting)
        return chosen[-1][1] if before else chosen[0][1]
