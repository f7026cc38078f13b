"""The default resolver: precise rules first, each using what the ones before have found.

A multi-pass sieve after Lee, Chang, Peirsman, Chambers, Surdeanu and Jurafsky (2013), "Deterministic coreference
resolution based on entity-centric, precision-ranked rules", Computational Linguistics 39(4), over the phrases of the
parse: appositions and other descriptions of named entities; evidence of gender; then, in one reading of the text,
definite descriptions and pronouns.
"""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.annotations import Entity, Mention
from civicspace.components.coreference.beside import DescriptionsBesideNames
from civicspace.components.coreference.constraints import fronted_subject, later_speaker
from civicspace.components.coreference.descriptions import extent, form_of, is_definite, resolve_description
from civicspace.components.coreference.discourse import Discourse, Occurrence, Place, Referent, role_weight
from civicspace.components.coreference.genders import heard_genders
from civicspace.components.coreference.profiles import build_profiles
from civicspace.components.coreference.pronouns import fitting, resolve_pronoun
from civicspace.components.coreference.quotation import quoted_tokens
from civicspace.components.coreference.resolver import Link
from civicspace.components.coreference.scene import Scene
from civicspace.components.coreference.vocabulary import Pronoun, Vocabulary, vocabulary
from civicspace.mentions import MentionIndex
from civicspace.tokens import token_table

REFERRED_TO = frozenset({"person", "organisation"})
_KINDS = {"person": "person", "organisation": "organisation", "place": "place", "group": "group"}
_NO_REFERENT = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})
_ENTITY_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod", "quantmod"})


class SieveResolver:
    """Resolves titles, descriptions and third-person pronouns to people and organisations.

    window: sentences that a pronoun may look back over. margin: lead in salience that the best of several
    antecedents needs; where it has less, the pronoun is left unresolved.
    """

    def __init__(self, window: int = 4, margin: float = 10.0) -> None:
        self._window = window
        self._margin = margin
        self._vocabulary = vocabulary()

    def __call__(self, doc: Doc) -> list[Link]:
        """Links of the Doc's titles, descriptions and pronouns."""
        return _Reading(doc, self._vocabulary, self._window, self._margin).links()


class _Reading:
    """One report under resolution."""

    def __init__(self, doc: Doc, words: Vocabulary, window: int, margin: float) -> None:
        self.table = token_table(doc)
        self.index = MentionIndex(doc)
        self.entities: list[Entity] = self.index.entities
        self.words = words
        self.margin = margin
        profiles = build_profiles(self.entities, words)
        self.scene = Scene(self.table, words, profiles, quoted_tokens(self.table), Discourse(window))
        kinds = [_KINDS.get(entity.type, "thing") for entity in self.entities]
        self.referents = [Referent(kind, entity=k) for k, kind in enumerate(kinds)]
        self.names: dict[int, int] = {}
        self.described: dict[int, int] = {}
        self.section_starts = [section.start for section in doc._.civic_sections or []]
        self.found: list[Link] = []

    def links(self) -> list[Link]:
        """Run the passes."""
        self._learn()
        self._read()
        return self.found

    def _link(self, entity: int, mention: Mention) -> None:
        if self.entities[entity].type in REFERRED_TO:
            self.found.append(Link(entity, mention))

    def _learn(self) -> None:
        """First passes: descriptions beside names, and the genders that they and unmistakable pronouns tell."""
        for i in range(len(self.table)):
            hit = self.index.headed_by(i)
            if hit is not None:
                self.names[i] = hit[1]
        beside = DescriptionsBesideNames(self.scene, self.index)
        for name in self.names:
            for link in beside.learn(name):
                self._link(link.entity, link.mention)
        self.described = beside.described
        heard = heard_genders(self.scene, self.entities, self.names, self.described)
        for k, referent in enumerate(self.referents):
            if referent.kind == "person":
                known = self.scene.profiles[k].gender
                referent.gender = heard.get(k, "any") if known == "any" else known

    def _read(self) -> None:
        """Last pass: from left to right, names enter the discourse, descriptions and pronouns are resolved."""
        table = self.table
        paragraph = section = -1
        starts = self.section_starts
        for sent, (first, beyond) in enumerate(table.sents):
            while section + 1 < len(starts) and starts[section + 1] <= table.start[first]:
                section += 1
            for i in range(first, beyond):
                pos = table.pos[i]
                if pos == "SPACE":
                    paragraph += "\n" in table.text[i]
                elif pos in ("NOUN", "PROPN", "PRON") or i in self.names:
                    self._take_in(i, Place(sent, paragraph, section))

    def _take_in(self, i: int, place: Place) -> None:
        table = self.table
        k = self.names.get(i, self.described.get(i))
        if k is not None:
            of_token = self.scene.discourse.of_token
            if table.dep[i] == "appos" and of_token.get(table.head[i]) is self.referents[k]:
                of_token[i] = self.referents[k]
            else:
                self._mention(i, place, self.referents[k])
        elif table.pos[i] == "PRON":
            self._pronoun(i, place)
        elif (
            table.dep[i] not in _MODIFIERS and table.ent_type[i] not in _NO_REFERENT and self.index.covering(i) is None
        ):
            self._noun(i, place)

    def _mention(self, i: int, place: Place, referent: Referent) -> None:
        table, quoted = self.table, bool(self.scene.quoted[i])
        named = referent.entity is not None
        weight = role_weight(table, i, named=named)
        if not quoted and table.dep[i] == "nsubj" and table.lemma[table.head[i]] in self.words.speech:
            referent.spoke = place.sent
        if table.dep[i] in ("dobj", "nsubjpass"):
            referent.suffered = place.sent
        self.scene.discourse.mention(Occurrence(i, place, weight, referent, quoted), self._nouns_for(referent))

    def _nouns_for(self, referent: Referent) -> list[str]:
        if referent.entity is None:
            return [referent.noun] if referent.noun else []
        nouns: set[str] = set()
        for head in self.scene.profiles[referent.entity].heads:
            nouns |= self.words.alike.get(head, frozenset()) | {head}
        return sorted(nouns)

    def _pronoun(self, i: int, place: Place) -> None:
        pronoun = self.words.pronouns.get(self.table.lower[i])
        if pronoun is None or pronoun.person != "third":
            return
        referent = self._antecedent(i, pronoun, place)
        if referent is None:
            return
        if referent.kind == "person" and pronoun.gender != "any":
            referent.gender = pronoun.gender
        self._mention(i, place, referent)
        if referent.entity is not None:
            start, end = self.table.extent(i, i)
            self._link(referent.entity, Mention(start, end, "pronoun", f"pronoun.{pronoun.case}"))

    def _antecedent(self, i: int, pronoun: Pronoun, place: Place) -> Referent | None:
        """Whom a pronoun stands for: somebody ahead in the two patterns that reports use, else somebody before it."""
        ahead = fronted_subject(self.table, i)
        if ahead is None and pronoun.gender == "neuter":
            ahead = later_speaker(self.scene, i)
            if ahead is not None and self.table.lemma[ahead] in self.words.kinds_meant and ahead not in self.names:
                return None
        if ahead is not None and (k := self.names.get(ahead, self.described.get(ahead))) is not None:
            return fitting(self.scene, pronoun, self.referents[k])
        return resolve_pronoun(self.scene, i, pronoun, place, self.margin)

    def _noun(self, i: int, place: Place) -> None:
        table = self.table
        lemma = table.lemma[i]
        if (lemma in self.words.people or lemma in self.words.kinds_meant) and is_definite(table, i):
            found = resolve_description(self.scene, i, place)
            if found is not None:
                referent, rule = found
                self._mention(i, place, referent)
                if referent.entity is not None:
                    start, end = extent(table, i)
                    self._link(referent.entity, Mention(start, end, form_of(table, i, self.words), rule))
                return
        self._mention(i, place, self._unnamed(i))

    def _unnamed(self, i: int) -> Referent:
        """A new referent for a noun that names no entity."""
        table = self.table
        lemma = table.lemma[i]
        plural = table.tag[i] in ("NNS", "NNPS")
        if table.pos[i] == "PROPN":
            return Referent(_ENTITY_LABELS.get(table.ent_type[i], "unknown"), plural=plural)
        kind = "thing"
        if lemma in self.words.people:
            kind = "person"
        elif lemma in self.words.kinds_meant:
            kind = "organisation"
        gender = self.words.gender.get(lemma, "any")
        return Referent(kind, gender=gender, noun="" if plural else lemma, plural=plural)
