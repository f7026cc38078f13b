"""The token table agrees with spaCy's own view of a Doc."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from civicspace.annotations import Extent
from civicspace.pipelines import Pipelines
from civicspace.tokens import TokenTable, token_table

TEXT = "Police in Lomé fired tear gas.\n\n“We ran,” she said; two of us didn’t."


def test_columns_agree_with_spacy(pipelines: Pipelines) -> None:
    doc = pipelines(TEXT)
    table = token_table(doc)
    assert table.text == [t.text for t in doc]
    assert table.lower == [t.lower_ for t in doc]
    assert table.pos == [t.pos_ for t in doc]
    assert table.tag == [t.tag_ for t in doc]
    assert table.dep == [t.dep_ for t in doc]
    assert table.head == [t.head.i for t in doc]
    assert table.start == [t.idx for t in doc]
    assert table.end == [t.idx + len(t) for t in doc]
    assert [i if i != "O" else "" for i in table.ent_iob] == [t.ent_iob_ if t.ent_iob_ != "O" else "" for t in doc]
    assert table.children == [[c.i for c in t.children] for t in doc]
    assert [(s.start, s.end) for s in doc.sents] == table.sents
    assert len(table) == len(doc)


def test_it_is_made_once(pipelines: Pipelines) -> None:
    doc = pipelines("One sentence.")
    assert token_table(doc) is token_table(doc)


def test_offsets_to_tokens(pipelines: Pipelines) -> None:
    doc = pipelines(TEXT)
    table = token_table(doc)
    for token in doc:
        for offset in range(token.idx, token.idx + len(token)):
            assert table.at(offset) == token.i
    start = TEXT.index("Lomé fired")
    first, last = table.covering(Extent(start, start + len("Lomé fired")))
    assert (table.text[first], table.text[last]) == ("Lomé", "fired")


@pytest.mark.parametrize("doc", [Doc(Vocab()), Doc(Vocab(), words=["one"]), Doc(Vocab(), words=[" ", "\n"])])
def test_docs_without_annotation(doc: Doc) -> None:
    table = TokenTable(doc)
    assert len(table) == len(doc)
    assert len(table.sents) == (1 if len(doc) else 0)
