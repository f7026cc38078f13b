"""From a cluster to the Entity: its name, title, country and groups."""

from __future__ import annotations

from civicspace.annotations import Entity, Mention
from civicspace.components.entities.acronyms import TRANSLATION, is_acronym
from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.clusters import Cluster
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.groups import groups_of, groups_of_organisation, merge_groups
from civicspace.components.entities.splitting import known_at
from civicspace.components.entities.titles import TitleReader
from civicspace.tokens import TokenTable


class EntityBuilder:
    """Makes the entities of one report.

    text: the report as received; names are cut from it. country: the report's country (alpha-2) or None.
    """

    def __init__(self, names: NameText, text: str, country: str | None) -> None:
        self.table: TokenTable = names.table
        self.text = text
        self.country = country
        self._names = names
        self._titles = TitleReader(names)

    def build(self, cluster: Cluster) -> Entity:
        """The entity of one cluster."""
        for c in cluster.members:
            if c.form == "name" and cluster.type != "person" and is_acronym(self._cut(c.first, c.last)):
                c.form = "acronym"
        mentions = [self._mention(c, cluster) for c in cluster.members]
        entity = Entity(cluster.type, self._name(cluster), mentions[0].rule, mentions=mentions)
        entity.country = self._country(cluster)
        if cluster.type == "person":
            entity.title = self._title(cluster.members)
        self._add_groups(entity, cluster)
        return entity

    def _cut(self, first: int, last: int) -> str:
        return " ".join(self.text[self.table.start[first] : self.table.end[last]].split())

    def _mention(self, c: Candidate, cluster: Cluster) -> Mention:
        start, end = self.table.extent(c.first, c.last)
        rule = c.source or c.rules.get(cluster.type, (0.0, "repeat"))[1]
        return Mention(start, end, c.form, rule)

    def _name(self, cluster: Cluster) -> str:
        """The fullest form: the first full name, or a later one that has all its words and more."""
        own = [c for c in cluster.members if c.form == "name" and c.source != TRANSLATION]
        forms = own or [c for c in cluster.members if c.form == "name"] or cluster.members
        names = [self._cut(c.first, c.last) for c in forms]
        if cluster.type == "group":
            return min(names, key=len)
        if cluster.type == "place" and known_names().get(forms[0].key) is not None:
            return max(names, key=len)
        best = names[0]
        for name in names[1:]:
            if len(name.split()) > len(best.split()) and set(best.casefold().split()) & set(name.casefold().split()):
                best = name
        return best

    def _country(self, cluster: Cluster) -> str | None:
        known = next((c.country for c in cluster.members if c.country), None)
        if known is not None or cluster.type != "organisation":
            return known
        for c in cluster.members:
            for first in range(c.first, c.last + 1):
                if first > c.first and self.table.text[first - 1] == "-":
                    continue
                hit = known_at(self._names, first, c.last)
                if hit is not None and hit[1].rule in ("gazetteer.nationality", "gazetteer.country"):
                    return hit[1].country
        return None

    def _title(self, members: list[Candidate]) -> str | None:
        for c in members:
            found = self._titles.read(c)
            if found is not None:
                return self._titles.words(found, self.text)
        return None

    def _add_groups(self, entity: Entity, cluster: Cluster) -> None:
        table = self.table
        phrases: list[list[str]] = []
        if entity.type in ("place", "law", "event", "work"):
            phrases = []
        elif entity.type == "person":
            for c in cluster.members:
                found = self._titles.read(c)
                if found is not None:
                    phrases.append(table.lemma[found[0] : found[1] + 1])
        else:
            phrases = [table.lemma[c.first : c.last + 1] for c in cluster.members]
            described = [c.description for c in cluster.members if c.description is not None]
            phrases += [table.lemma[first : last + 1] for first, last in described]
        read = groups_of_organisation if entity.type == "organisation" else groups_of
        told = [read(phrase) for phrase in phrases]
        is_country = known_names().get(cluster.members[0].key)
        if is_country is not None and is_country.rule in ("gazetteer.country", "gazetteer.nationality"):
            told.append(self._nation(entity))
        entity.agent_groups, entity.target_groups = merge_groups(told)

    def _nation(self, entity: Entity) -> tuple[list[str], list[str]]:
        """A country stands for its government, its people abroad are foreigners."""
        abroad = entity.country != self.country
        if entity.type == "place":
            return (["foreign_state"] if abroad else ["state_executive"]), []
        return [], (["foreign_national"] if abroad else [])
