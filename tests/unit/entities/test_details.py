"""Titles, countries and groups of entities, and the groups lexicon."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from civicspace.components.entities.groups import group_lexicon, groups_of

TITLES = [
    ("Police arrested freelance reporter Sani Bala.", "Sani Bala", "freelance reporter"),
    ("Superintendent Okon Bassey denied it.", "Okon Bassey", "Superintendent"),
    ("North Korean leader Pak Min-ho spoke.", "Pak Min-ho", "North Korean leader"),
    ("Ollo Kambou, a member of the network, was held.", "Ollo Kambou", "member of the network"),
    ("Paul Oduya, Regional Commissioner, announced it.", "Paul Oduya", "Regional Commissioner"),
    ("Afi Lawson, a 22-year-old student riding in a bus, was hit.", "Afi Lawson", "student"),
    ("The party’s chairperson, Felix Mbele, was charged.", "Felix Mbele", "chairperson"),
    ("The film directors Dariush Kamali and Reza Nouri were held.", "Dariush Kamali", "film director"),
    ("Police arrested Sani Bala.", "Sani Bala", None),
    ("His cousin, Rubén Zelaya, was convicted.", "Rubén Zelaya", None),
]


@pytest.mark.parametrize(("text", "name", "title"), TITLES)
def test_titles(entities, text, name, title):
    assert [(e.name, e.title) for e in entities(text) if e.type == "person"][:1] == [(name, title)]


COUNTRIES = [
    ("Crowds marched in Nairobi.", None, "Nairobi", "KE"),
    ("Crowds marched in Tripoli.", "LB", "Tripoli", "LB"),
    ("Crowds marched in Tripoli.", None, "Tripoli", "LY"),
    ("The Nigeria Police Force denied it.", None, "Nigeria Police Force", "NG"),
    ("The Hungarian Refugee Committee sued.", None, "Hungarian Refugee Committee", "HU"),
    ("Danish nurses left.", None, "Danish", "DK"),
    ("The Supreme Court ruled.", "KE", "Supreme Court", None),
]


@pytest.mark.parametrize(("text", "report", "name", "country"), COUNTRIES)
def test_countries(entities, text, report, name, country):
    assert [(e.name, e.country) for e in entities(text, report)] == [(name, country)]


GROUPS = [
    ("Human rights lawyer Amina Yusuf was held.", "Amina Yusuf", ["individual"], ["hrd", "lawyer_judge"]),
    ("The reporter Amina Yusuf was held.", "Amina Yusuf", ["media"], ["journalist_media"]),
    ("The Minsk City Court ruled.", "Minsk City Court", ["judiciary"], []),
    ("The UN protested.", "UN", ["igo_un"], []),
    ("The Nigeria Police Force denied it.", "Nigeria Police Force", ["state_security"], ["official"]),
]


@pytest.mark.parametrize(("text", "name", "agents", "targets"), GROUPS)
def test_groups_of_entities(entities, text, name, agents, targets):
    (entity,) = [e for e in entities(text, "NG") if e.name == name]
    assert (entity.agent_groups, entity.target_groups) == (agents, targets)


def test_a_country_acts_as_a_state_at_home_or_abroad(entities):
    found = {e.name: e.agent_groups for e in entities("Kenya blamed Uganda.", "KE")}
    assert found == {"Kenya": ["state_executive"], "Uganda": ["foreign_state"]}


PHRASES = [
    ("riot police", ["state_security"], ["official"]),
    ("three student activist", ["civil_society"], ["hrd", "academic_student"]),
    ("opposition leader", [], ["opposition_political"]),
    ("armed man", ["non_state_armed"], []),
    ("trade union leader", ["civil_society"], ["trade_unionist"]),
    ("woman journalist", ["media"], ["journalist_media", "women"]),
    ("human - right defender", ["civil_society"], ["hrd"]),
    ("state broadcaster", ["state_media"], ["journalist_media"]),
    ("supporter of the ruling party", ["pro_government_group"], ["opposition_political"]),
    ("police station", [], []),
    ("bank account", [], []),
    ("weather", [], []),
    ("", [], []),
]


@pytest.mark.parametrize(("phrase", "agents", "targets"), PHRASES)
def test_groups_of_phrases(phrase, agents, targets):
    assert groups_of(phrase.split()) == (agents, targets)


def taxonomy() -> dict:
    path = Path(str(resources.files("civicspace_schemas"))) / "taxonomy.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_groups_lexicon_has_the_taxonomys_groups_in_its_order():
    groups = taxonomy()["groups"]
    assert group_lexicon().agent_groups == [group["id"] for group in groups["agents"]]
    assert group_lexicon().target_groups == [group["id"] for group in groups["targets"]]


def test_a_term_of_the_groups_lexicon_stands_once_in_a_class():
    for entry in group_lexicon().classes:
        assert len(set(entry.words)) == len(entry.words), [w for w in entry.words if entry.words.count(w) > 1]
        assert all(word == word.lower() for word in entry.words)
