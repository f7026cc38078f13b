"""First-person pronouns inside quotations: who speaks is known once the quotes are.

Not a pass of the resolver, as the quotes stage stands behind this one: ``resolve_first_person`` is called when
``doc._.civic_quotes`` are there.
"""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.annotations import Mention
from civicspace.components.coreference.component import add_links
from civicspace.components.coreference.resolver import Link
from civicspace.components.coreference.vocabulary import vocabulary
from civicspace.tokens import token_table


def resolve_first_person(doc: Doc) -> None:
    """Add the first-person mentions to the speakers' entities, in place."""
    if doc._.civic_entities:
        add_links(doc._.civic_entities, first_person_links(doc))


def first_person_links(doc: Doc) -> list[Link]:
    """Pronouns of the first person in direct and mixed quotes whose speaker is an entity, in the quotes' order.

    I, me and my stand for a person who speaks, we, us and our for an organisation; a person's "we" may be anybody and
    is left out, and so is what stands in a quotation within the quotation.
    """
    entities = doc._.civic_entities or []
    pronouns = vocabulary().pronouns
    table = token_table(doc)
    found: list[Link] = []
    for quote in doc._.civic_quotes or []:
        k = quote.speaker.entity
        if k is None or quote.kind == "indirect" or entities[k].type not in ("person", "organisation"):
            continue
        number = "singular" if entities[k].type == "person" else "plural"
        for content in quote.content:
            if content.start >= content.end:
                continue
            first, last = table.covering(content)
            inner = False
            for i in range(first, last + 1):
                text = table.text[i]
                if text in ("“", "‘", '"', "”", "’") and table.tag[i] != "POS":
                    inner = text in ("“", "‘") or (text == '"' and not inner)
                    continue
                pronoun = pronouns.get(table.lower[i])
                if pronoun and not inner and pronoun.person == "first" and pronoun.number == number:
                    start, end = table.extent(i, i)
                    found.append(Link(k, Mention(start, end, "pronoun", "pronoun.first-person")))
    return found
