"""civic_entities: who and what the report names, one entity for each real thing."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.annotations import Extent
from civicspace.attributes import declare, source_text
from civicspace.components.entities.acronyms import AliasLinker
from civicspace.components.entities.candidates import MODEL_TYPES, Candidate, NameText
from civicspace.components.entities.chunks import Chunker
from civicspace.components.entities.clusters import Clusterer
from civicspace.components.entities.entity_types import CERTAIN, TypeEvidence
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.laws import articles, with_number
from civicspace.components.entities.lists import share_evidence
from civicspace.components.entities.quoted import slogans
from civicspace.components.entities.records import EntityBuilder
from civicspace.components.entities.spelling import Capitals
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
        names = NameText(token_table(doc))
        candidates = self._candidates(names, _headings(doc, names.table))
        countries = _countries(doc, candidates)
        evidence = TypeEvidence(names, countries)
        for c in candidates:
            if c.votes.get("event", 0) < CERTAIN:
                evidence.add(c)
        share_evidence(names.table, candidates)
        candidates.extend(articles(names, candidates))
        builder = EntityBuilder(names, source_text(doc), doc._.civic_country)
        doc._.civic_entities = [builder.build(cluster) for cluster in Clusterer(candidates).clusters()]
        return doc

    def _candidates(self, names: NameText, headings: list[tuple[int, int]]) -> list[Candidate]:
        table = names.table
        spelling = Capitals(names, headings)
        chunker = Chunker(names, spelling)
        splitter = Splitter(names)
        slogan = slogans(table)
        found = _hashtags(names)
        for first, last in chunker.runs():
            if slogan[first]:
                continue
            if spelling.in_heading[first]:
                found.extend(splitter.known_in(first, last))
                continue
            start, end = with_number(table, first, last)
            for c in splitter.split(start, end):
                c.weak = _is_weak(table, c)
                found.append(c)
        return AliasLinker(names, found).link()


def _hashtags(names: NameText) -> list[Candidate]:
    """Hashtags name campaigns: entities of type event, with their mark."""
    table = names.table
    found = []
    for i in range(len(table) - 1):
        if table.text[i] == "#" and table.end[i] == table.start[i + 1] and not table.text[i + 1].isdigit():
            c = names.candidate(i, i + 1)
            c.vote("event", CERTAIN, "hashtag")
            found.append(c)
    return found


def _headings(doc: Doc, table: TokenTable) -> list[tuple[int, int]]:
    """Token ranges of the headings that are written in title case."""
    found: list[tuple[int, int]] = []
    for section in doc._.civic_sections or []:
        if section.heading is None or not len(table):
            continue
        first, last = table.covering(Extent(*section.heading))
        words = [table.text[k] for k in range(first, last + 1) if len(table.text[k]) > 3]
        if words and sum(word[0].isupper() for word in words) > TITLE_CASE * len(words):
            found.append((first, last + 1))
    return found


def _countries(doc: Doc, candidates: list[Candidate]) -> frozenset[str]:
    """The report's country and those that it names."""
    codes = {doc._.civic_country} if doc._.civic_country else set()
    for c in candidates:
        known = known_names().get(c.key)
        if known is not None and known.rule == "gazetteer.country" and known.country is not None:
            codes.add(known.country)
    return frozenset(codes)


def _is_weak(table: TokenTable, c: Candidate) -> bool:
    """Nothing but a capital that its place explains speaks for the name."""
    if c.title is not None:
        return False
    inner_capital = any(letter.isupper() for letter in table.text[c.first][1:])
    if c.last > c.first or table.ent_type[c.first] in MODEL_TYPES or inner_capital:
        return False
    before = table.text[c.first - 1][-1] if c.first else ""
    starts = c.first == table.sents[table.sent[c.first]][0] or not (before.isalnum() or before == ",")
    return starts and table.pos[c.first] != "PROPN"
