"""taxonomy.json is sound, and the words spelled out in vocabulary.py are its own."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from civicspace_schemas import vocabulary
from civicspace_schemas.taxonomy import Taxonomy, taxonomy

FREE_TEXT = {"charge", "sentence", "weapon", "method"}


def words(alias: Any) -> list[str]:
    return list(get_args(alias.__value__))


def test_there_are_35_types_in_7_families() -> None:
    assert (len(taxonomy().types), len(taxonomy().families)) == (35, 7)


@pytest.mark.parametrize(
    ("alias", "listed"),
    [
        (vocabulary.EventType, lambda t: [info.id for info in t.types]),
        (vocabulary.Family, lambda t: [term.id for term in t.families]),
        (vocabulary.Status, lambda t: [term.id for term in t.status]),
        (vocabulary.TargetGroup, lambda t: [term.id for term in t.groups.targets]),
        (vocabulary.AgentGroup, lambda t: [term.id for term in t.groups.agents]),
        (vocabulary.AttributeName, lambda t: [term.id for term in t.attributes]),
    ],
    ids=["types", "families", "status", "targets", "agents", "attributes"],
)
def test_vocabulary_is_the_taxonomys(alias: Any, listed: Any) -> None:
    assert words(alias) == listed(taxonomy())


def test_ids_are_unique_and_texts_are_there() -> None:
    ids = [info.id for info in taxonomy().types]
    assert len(set(ids)) == len(ids)
    for info in taxonomy().types:
        assert info.definition.endswith("."), info.id
        assert info.include and info.exclude and info.triggers.verbs and info.triggers.nouns, info.id
        assert all(info.roles.values()), info.id


def test_excludes_that_name_a_type_name_an_existing_one() -> None:
    known = {info.id for info in taxonomy().types}
    for info in taxonomy().types:
        named = {word.strip("(),;") for word in info.exclude.split() if "_" in word}
        assert {name.split("+")[0] for name in named} <= known, info.id


def test_attributes_are_free_text_or_closed_lists() -> None:
    for info in taxonomy().types:
        for name, values in info.attributes.items():
            assert (values == "text") == (name in FREE_TEXT), (info.id, name)
            if values != "text":
                assert len(set(values)) == len(values), (info.id, name)


def test_a_civicus_tag_has_one_id() -> None:
    tags = [tag for info in taxonomy().types for tag in info.crosswalk.civicus] + taxonomy().civicus_tags
    ids: dict[str, set[int | None]] = {}
    for tag in tags:
        ids.setdefault(tag.tag, set()).add(tag.id)
    assert all(len(numbers) == 1 for numbers in ids.values())


def test_it_is_read_once() -> None:
    assert taxonomy() is taxonomy()
    assert isinstance(taxonomy(), Taxonomy)
