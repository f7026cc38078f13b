"""civic_entities: who and what the report names, one entity for each real thing."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.annotations import Entity, Extent, Mention
from civicspace.attributes import declare, source_text
from civicspace.components.entities.acronyms import AliasLinker
from civicspace.components.entities.candidates import Candidate, candidate
from civicspace.components.entities.chunks import Chunker
from civicspace.components.entities.clusters import Cluster, Clusterer
from civicspace.components.entities.entity_types import CERTAIN, TypeEvidence
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.laws import articles, is_law, with_number
from civicspace.components.entities.splitting import Splitter
from civicspace.components.entities.vocabulary import vocabulary
from civicspace.tokens import TokenTable, token_table

TITLE_CASE = 0.6


class EntitiesComponent:
    """Writes ``doc._.civic_entities``: named things with all their naming mentions, ordered by first mention.

    Needs a parser's and a tagger's annotation; uses the model's ``doc.ents`` as one kind of evidence and leaves them as
    they are. Works without sections, country and publication date.
    """

    def __init__(self, name: str = "civic_entities") -> None:
        declare()
        self.name = name
        vocabulary()
        known_names()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        table = token_table(doc)
        candidates = self._candidates(table, _headings(doc, table))
        text = source_text(doc)
        doc._.civic_entities = [_entity(table, text, cluster) for cluster in Clusterer(table, candidates).clusters()]
        return doc

    def _candidates(self, table: TokenTable, headings: list[tuple[int, int]]) -> list[Candidate]:
        chunker = Chunker(table, headings)
        splitter = Splitter(table)
        evidence = TypeEvidence(table)
        found: list[Candidate] = []
        for first, last in chunker.runs():
            first, last = with_number(table, first, last) if is_law(table, first, last) else (first, last)
            if first and table.text[first - 1] == "#" and table.end[first - 1] == table.start[first]:
                found.append(_hashtag(table, first))
                continue
            for c in splitter.split(first, last):
                c.weak = _is_weak(table, c, chunker)
                found.append(c)
        found = AliasLinker(table, found).link()
        for c in found:
            if not c.votes.get("event", 0) >= CERTAIN:
                evidence.add(c)
        laws = [c for c in found if c.votes.get("law", 0) >= 10]
        return [*found, *articles(table, laws)]


def _hashtag(table: TokenTable, first: int) -> Candidate:
    c = candidate(table, first - 1, first)
    c.vote("event", CERTAIN, "hashtag")
    return c


def _headings(doc: Doc, table: TokenTable) -> list[tuple[int, int]]:
    """Token ranges of the headings that are written in title case."""
    found: list[tuple[int, int]] = []
    for section in doc._.civic_sections or []:
        if section.heading is None:
            continue
        first, last = table.covering(Extent(*section.heading))
        words = [table.text[k] for k in range(first, last + 1) if len(table.text[k]) > 3]
        if words and sum(word[0].isupper() for word in words) > TITLE_CASE * len(words):
            found.append((first, last + 1))
    return found


def _is_weak(table: TokenTable, c: Candidate, chunker: Chunker) -> bool:
    """Nothing but a capital that its place explains speaks for the name."""
    if chunker.in_heading[c.first]:
        return table.ent_iob[c.first] == "O" or table.ent_type[c.first] not in ("PERSON", "GPE")
    if c.last > c.first or table.ent_iob[c.first] != "O":
        return False
    starts = c.first == table.sents[table.sent[c.first]][0] or not table.text[c.first - 1][-1].isalnum()
    return starts and table.pos[c.first] != "PROPN"


def _entity(table: TokenTable, text: str, cluster: Cluster) -> Entity:
    mentions: list[Mention] = []
    names: list[str] = []
    for c in cluster.members:
        start, end = table.extent(c.first, c.last)
        rule = c.rules.get(cluster.type, (0.0, "repeat"))[1]
        mentions.append(Mention(start, end, c.form, rule))
        if c.form == "name":
            names.append(" ".join(text[start:end].split()))
    first = mentions[0]
    name = max(names, key=lambda n: (len(n.split()), len(n))) if names else " ".join(text[first.start : first.end].split())
    country = next((c.country for c in cluster.members if c.country), None)
    return Entity(cluster.type, name, first.rule, country=country, mentions=mentions)
