"""Who is quoted: from the head of a noun phrase to the speaker's mention, entity and name."""

from __future__ import annotations

from collections.abc import Sequence

from civicspace.annotations import Extent, Mention, Resolution, Speaker
from civicspace.attributes import source_text
from civicspace.lexicons import terms
from civicspace.mentions import MentionIndex
from civicspace.syntax import phrase
from civicspace.tokens import TokenTable

_RESOLUTION: dict[str, Resolution] = {
    "name": "named",
    "acronym": "acronym",
    "short": "short",
    "title": "title",
    "pronoun": "pronoun",
    "nominal": "description",
}
_NAME_DEPS = frozenset({"compound", "nmod", "poss", "amod", "appos", "flat"})
_PEOPLE_DEPS = frozenset({"compound", "nmod", "appos", "flat"})


class SpeakerResolver:
    """Builds Speakers for one report."""

    def __init__(self, table: TokenTable, mentions: MentionIndex) -> None:
        self._table = table
        self._mentions = mentions
        self._text = source_text(table.doc)
        self._documents = frozenset(terms("quotes/documents"))
        self._anonymous = frozenset(terms("quotes/anonymous"))
        self._unnamed = frozenset(terms("quotes/unnamed"))

    def resolve(self, heads: Sequence[int], low: int, high: int) -> Speaker:
        """The speaker that the phrases of the heads name.

        heads: positions of the heads of one phrase or of coordinated ones, in text order. low, high: the positions
        that the mention may not leave. With several heads the mention covers all, and the first with an entity gives
        entity and name.
        """
        heads = [i for i in heads if low <= i <= high]
        if not heads:
            return Speaker()
        spans = [phrase(self._table, i) for i in heads]
        first, last = max(low, min(a for a, _ in spans)), min(high, max(b for _, b in spans))
        while last > first and self._table.dep[last] == "case":
            last -= 1
        mention = self._with_bracket(self._table.extent(first, last))
        for head, span in zip(heads, spans, strict=True):
            found = self._entity(head, span)
            if found is not None:
                form, k = found
                return Speaker(mention, k, self._mentions.entities[k].name, _RESOLUTION[form.form])
        return self._without_entity(heads[0], mention)

    def _with_bracket(self, mention: Extent) -> Extent:
        """A mention with the closing bracket behind it that belongs to its opening one."""
        start, end = mention
        text = self._text[start:end]
        if text.count("(") > text.count(")") and self._text[end : end + 1] == ")":
            return Extent(start, end + 1)
        return mention

    def _entity(self, head: int, span: tuple[int, int]) -> tuple[Mention, int] | None:
        """The entity behind a phrase: its head's, else its apposition's or that of a name joined to the head."""
        table, index = self._table, self._mentions
        hit = index.headed_by(head)
        if hit is None and table.pos[head] in ("PROPN", "PRON"):
            hit = index.covering(head)
        if hit is not None and not self._is_document(head):
            return hit
        is_document = self._is_document(head)
        labels = _NAME_DEPS if is_document else _PEOPLE_DEPS
        for j in table.children[head]:
            if not span[0] <= j <= span[1]:
                continue
            if table.dep[j] in labels and not (table.dep[j] in ("compound", "nmod") and j < head and not is_document):
                found = index.headed_by(j) or (index.covering(j) if table.pos[j] == "PROPN" else None)
                if found is not None:
                    return found
            elif is_document and table.dep[j] == "prep" and table.lower[j] in ("by", "from", "of"):
                for k in table.children[j]:
                    found = index.headed_by(k)
                    if found is not None and index.entities[found[1]].type in ("person", "organisation"):
                        return found
        return hit

    def _is_document(self, head: int) -> bool:
        return self._table.lemma[head] in self._documents

    def _without_entity(self, head: int, mention: Extent) -> Speaker:
        table = self._table
        name = " ".join(self._text[mention.start : mention.end].split())
        if table.pos[head] == "PRON" and table.tag[head] in ("PRP", "PRP$", "WP", "DT"):
            return Speaker(mention, None, None, "pronoun")
        bare = all(table.dep[j] in ("det", "punct") for j in table.children[head])
        if bare and table.lemma[head] in self._anonymous:
            return Speaker(mention, None, None, "anonymous")
        if table.lemma[head] in self._unnamed:
            return Speaker(mention, None, name, "anonymous")
        if table.pos[head] == "PROPN":
            return Speaker(mention, None, name, "named")
        return Speaker(mention, None, name, "description")
