"""The trigger lexicon: mistakes in it are named with file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicspace.components.events.semantic_classes import SemanticClass
from civicspace.components.events.trigger_lexicon import Entry, entries, trigger_table
from civicspace.errors import LexiconError
from civicspace.lexicons import read_yaml
from civicspace_schemas.taxonomy import taxonomy

GOOD = """
- id: person.arrest
  type: detention
  verb: [arrest]
"""


@pytest.mark.parametrize(
    ("extra", "line", "field"),
    [
        ("- id: a.b\n  type: arresting\n  verb: [nab]", 6, "type"),
        ("- id: a.b\n  type: detention", 5, "needs a term"),
        ("- id: a.b\n  type: detention\n  verb: [nab]\n  when:\n    object: ['@persons']", 9, "persons"),
        ("- id: a.b\n  type: detention\n  verb: [nab]\n  when:\n    objet: [man]", 9, "objet"),
        ("- id: a.b\n  type: detention\n  verb: [nab]\n  unless:\n    near: [at large]", 9, "one word"),
        ("- id: a.b\n  type: detention\n  verbs: [nab]", 7, "verbs"),
        ("- id: a.b\n  type: detention\n  verb: [nab]\n  verb: [seize]", 8, "twice"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, extra: str, line: int, field: str) -> None:
    path = tmp_path / "person.yaml"
    path.write_text(GOOD + extra + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"person\.yaml, line {line}\b.*{field}"):
        read_yaml(path, list[Entry])


def test_a_class_member_is_one_word(tmp_path: Path) -> None:
    path = tmp_path / "classes.yaml"
    path.write_text("person:\n  words: [man, asylum seeker]\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"classes\.yaml, line 2.*asylum seeker"):
        read_yaml(path, dict[str, SemanticClass])


def test_every_type_has_an_entry() -> None:
    assert {entry.type for entry in entries()} == {*taxonomy().by_id, "none"}


def test_entries_are_named_after_their_family() -> None:
    families = {entry.id.split(".")[0] for entry in entries()}
    assert families == {"assembly", "person", "expression", "association", "legal", "advocacy", "positive", "pseudo"}


def test_longer_terms_come_first() -> None:
    lengths = [len(sense.words) for sense in trigger_table().senses("took", "take")]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 1


def test_hyphenated_terms_match_as_one_token_or_three() -> None:
    senses = trigger_table().senses("sit-in", "sit-in") + trigger_table().senses("sit", "sit")
    assert {sense.words for sense in senses if sense.entry.id == "assembly.protest.noun"} == {
        ("sit-in",),
        ("sit", "-", "in"),
    }
