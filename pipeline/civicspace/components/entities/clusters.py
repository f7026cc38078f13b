"""From candidates to entities: one for each thing that the report names."""

from __future__ import annotations

from dataclasses import dataclass, field

from civicspace.annotations import EntityType
from civicspace.components.entities.candidates import Candidate
from civicspace.components.entities.entity_types import best_type
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.vocabulary import vocabulary

SURNAME_WEIGHT = 3.0
FIRM = 9.0
_COMPASS = frozenset({"north", "south", "east", "west"})
_PLACE_TAILS = frozenset(
    {"city", "square", "prison", "town", "village", "island", "compound", "bridge", "mosque", "barracks"}
)


@dataclass(slots=True)
class Cluster:
    """Candidates of one thing, in text order, and the type that the report's evidence gives it."""

    type: EntityType
    members: list[Candidate] = field(default_factory=list)


def _words(key: str) -> list[str]:
    return key.replace("(", " ").replace(")", " ").split()


def _plain(key: str, kind: EntityType) -> str:
    """A key without brackets, hyphens and, for places, a head noun in small letters: "Cerro Alto (military prison)"."""
    plain = " ".join(_words(key.replace("-", " ")))
    if kind == "place":
        words = plain.split()
        for length in (3, 2, 1):
            if len(words) > length and vocabulary().lower_head_types.get(tuple(words[-length:])) == "place":
                return " ".join(words[:-length])
    return plain


class Clusterer:
    """Puts candidates together by key, alias, gazetteer, spelling, surname and short form (union-find over keys)."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.candidates = sorted(candidates, key=lambda c: (c.first, -c.last))
        self._parent: dict[str, str] = {}
        self._votes: dict[str, dict[EntityType, float]] = {}
        self._strong: set[str] = set()

    def clusters(self) -> list[Cluster]:
        """Clusters in the order of their first mentions."""
        self._join_aliases()
        self._join_compass_names()
        self._add_votes()
        self._share_surnames()
        types = {root: best_type(votes) for root, votes in self._votes.items()}
        long: dict[str, Cluster] = {}
        short: list[Candidate] = []
        for c in self.candidates:
            root = self._root(c.key)
            found = types.get(root)
            if self._may_be_short(c, root):
                short.append(c)
            elif c.key in vocabulary().not_names:
                continue
            elif found is not None and root in self._strong:
                long.setdefault(root, Cluster(found[0])).members.append(c)
        self._merge_spellings(long)
        self._attach(long, short, types)
        found_clusters = [cluster for cluster in long.values() if cluster.members]
        for cluster in found_clusters:
            cluster.members.sort(key=lambda c: c.first)
        return sorted(found_clusters, key=lambda cluster: cluster.members[0].first)

    def _root(self, key: str) -> str:
        parent = self._parent
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def _join(self, a: str, b: str) -> None:
        first, second = self._root(a), self._root(b)
        if first != second:
            self._parent[second] = first

    def _join_aliases(self) -> None:
        first_with: dict[str, str] = {}
        for c in self.candidates:
            known = known_names().get(c.key)
            if known is not None and known.same is not None:
                self._join(first_with.setdefault(known.same, c.key), c.key)
        for c in self.candidates:
            if c.alias_of is not None:
                self._join(c.alias_of.key, c.key)

    def _join_compass_names(self) -> None:
        """ "the North" for North Korea, where the report names one country of that half."""
        by_compass: dict[str, set[str]] = {}
        for c in self.candidates:
            known = known_names().get(c.key)
            words = _words(c.key)
            if known is not None and known.rule == "gazetteer.country" and len(words) == 2 and words[0] in _COMPASS:
                by_compass.setdefault(words[0], set()).add(self._root(c.key))
        for c in self.candidates:
            roots = by_compass.get(c.key, set())
            if c.key in _COMPASS and len(roots) == 1:
                (root,) = roots
                self._join(root, c.key)
                c.form, c.source, c.weak = "short", "short-form.country", False

    def _add_votes(self) -> None:
        for c in self.candidates:
            root = self._root(c.key)
            votes = self._votes.setdefault(root, {})
            weak = c.weak and known_names().get(c.key) is None
            if not weak:
                self._strong.add(root)
            for kind, weight in c.votes.items():
                votes[kind] = votes.get(kind, 0.0) + (weight / 2 if weak else weight)

    def _share_surnames(self) -> None:
        """Two names with one surname are two persons, where one of them surely is."""
        surnames: dict[str, int] = {}
        full = sorted({c.key for c in self.candidates if len(_words(c.key)) in (2, 3, 4) and c.form == "name"})
        for key in full:
            found = best_type(self._votes[self._root(key)])
            if found is not None and found[0] == "person":
                surnames[_words(key)[-1]] = surnames.get(_words(key)[-1], 0) + 1
        for key in full:
            votes = self._votes[self._root(key)]
            if surnames.get(_words(key)[-1]) and max(votes.values(), default=0) < FIRM:
                votes["person"] = votes.get("person", 0.0) + SURNAME_WEIGHT

    def _may_be_short(self, c: Candidate, root: str) -> bool:
        """Names that may be a part of a longer one: one word, or two that end a person's name."""
        if c.alias_of is not None or c.form != "name" or known_names().get(c.key) is not None:
            return False
        return root == c.key and len(_words(c.key)) <= 2 and not (len(_words(c.key)) == 2 and c.title is not None)

    def _merge_spellings(self, clusters: dict[str, Cluster]) -> None:
        by_plain: dict[tuple[EntityType, str], str] = {}
        for root in list(clusters):
            cluster = clusters[root]
            plain = _plain(root, cluster.type)
            if plain != root and plain in clusters and any(c.country for c in clusters[plain].members):
                plain = root
            other = by_plain.setdefault((cluster.type, plain), root)
            if other != root:
                clusters[other].members.extend(cluster.members)
                del clusters[root]

    def _attach(
        self,
        clusters: dict[str, Cluster],
        short: list[Candidate],
        types: dict[str, tuple[EntityType, float] | None],
    ) -> None:
        """Give each short form to the longer name that it is a part of; what fits none is a name of its own."""
        two_words = [c for c in short if len(_words(c.key)) == 2]
        one_word = [c for c in short if len(_words(c.key)) == 1]
        for batch in (two_words, one_word):
            owners = self._parts(clusters, {c.key for c in short})
            rest: list[Candidate] = []
            for c in batch:
                owner = self._owner(c, owners.get(c.key, []), types.get(c.key), clusters)
                if owner is None:
                    rest.append(c)
                    continue
                c.form = "short"
                c.source = "surname" if clusters[owner].type == "person" else "short-form"
                clusters[owner].members.append(c)
                self._take_over_aliases(clusters, c.key, owner)
            for c in rest:
                found = types.get(c.key)
                if found is not None and c.key in self._strong and not self._bare_head(c):
                    clusters.setdefault(c.key, Cluster(found[0])).members.append(c)
            self._merge_spellings(clusters)

    def _take_over_aliases(self, clusters: dict[str, Cluster], key: str, owner: str) -> None:
        """ "Okello, known on air as Max": the alias of a surname goes to its person."""
        if key != owner and key in clusters and self._root(key) == key:
            clusters[owner].members.extend(clusters.pop(key).members)

    def _parts(self, clusters: dict[str, Cluster], wanted: set[str]) -> dict[str, list[tuple[int, str, bool]]]:
        """Short keys -> where a longer name with that part stands, its cluster, and whether the part is its surname."""
        parts: dict[str, list[tuple[int, str, bool]]] = {}
        for root, cluster in clusters.items():
            for member in cluster.members:
                if member.form == "short" and cluster.type != "person":
                    continue
                for part, surname in self._short_keys(member.key, cluster.type):
                    if part in wanted:
                        parts.setdefault(part, []).append((member.first, root, surname))
        for entries in parts.values():
            entries.sort()
        return parts

    def _short_keys(self, key: str, kind: EntityType) -> list[tuple[str, bool]]:
        words = _words(key)
        if len(words) < 2:
            return []
        if kind == "person":
            tails = [(" ".join(words[k:]), True) for k in range(1, len(words))]
            heads = [(" ".join(words[:k]), False) for k in range(1, len(words))]
            return [*tails, *heads]
        vocab = vocabulary()
        if kind == "organisation":
            keys = [(w, True) for w in words if w in vocab.organisation]
            if len(words) == 2 and (words[-1] in vocab.organisation or words[-1] in vocab.media):
                keys.append((words[0], False))
            return keys
        if kind == "place" and words[-1] in _PLACE_TAILS:
            return [(" ".join(words[:-1]), False)]
        return []

    def _bare_head(self, c: Candidate) -> bool:
        """ "Commission", "Square": a head noun alone names nothing unless it is known to."""
        words = vocabulary()
        if c.key in words.alone:
            return False
        bare = (words.organisation, words.place, words.event, words.roles, words.not_names, words.organisation_nouns)
        return any(c.key in heads for heads in bare)

    def _owner(
        self,
        c: Candidate,
        entries: list[tuple[int, str, bool]],
        found: tuple[EntityType, float] | None,
        clusters: dict[str, Cluster],
    ) -> str | None:
        """The entity that a short form stands for: the last one before it with that surname, else with that part."""
        kind, weight = found if found is not None else (None, 0.0)
        if c.weak:
            entries = [e for e in entries if clusters[e[1]].type == "person"]
        if kind == "place" and c.country is not None:
            entries = [e for e in entries if e[1].endswith(" city")]
        fitting = [
            e
            for e in entries
            if clusters[e[1]].type == kind or weight < 3 or (clusters[e[1]].type == "person" and weight < FIRM)
        ]
        if len(_words(c.key)) == 2:
            fitting = [e for e in fitting if clusters[e[1]].type == kind or clusters[e[1]].type == "person"]
        if not fitting:
            return None
        before = [e for e in fitting if e[0] <= c.first]
        surnames = [e for e in before or fitting if e[2]]
        chosen = surnames or before or fitting
        return (chosen[-1] if before else chosen[0])[1]
