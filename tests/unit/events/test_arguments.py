"""Who did it and whom it befell: one sentence a rule, names and descriptions as a reader would give them."""

from __future__ import annotations

import pytest

from civicspace.components.events.roles import role_lexicon


def roles(pipelines, text, kind):
    """Agents and targets of the first event of a type, as sets of names."""
    doc = pipelines(text, published="2021-06-01")
    event = next(e for e in doc._.civic_events if e.type == kind)
    return {p.name.casefold() for p in event.agents}, {p.name.casefold() for p in event.targets}


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        ("Police arrested two students in the town.", "detention", {"police"}, {"two students"}),
        ("Two students were arrested by police in the town.", "detention", {"police"}, {"two students"}),
        ("Police arrested and beat two students.", "detention", {"police"}, {"two students"}),
        ("The editor was arrested and later released.", "release", set(), {"the editor"}),
        ("The arrest of two reporters by soldiers drew protests.", "detention", {"soldiers"}, {"two reporters"}),
        ("Police raids on three newsrooms followed.", "raid_seizure", {"police"}, {"three newsrooms"}),
        ("Soldiers who had detained a teacher left the village.", "detention", {"soldiers"}, {"a teacher"}),
        ("The teachers whom soldiers detained were unharmed.", "detention", {"soldiers"}, {"the teachers"}),
        ("A farmer died in custody on Friday.", "killing", set(), {"a farmer"}),
        ("Thousands of teachers marched through the capital.", "protest", {"thousands of teachers"}, set()),
        ("Agents searched the home of a lawyer.", "raid_seizure", {"agents"}, {"a lawyer"}),
    ],
)
def test_roles(pipelines, text, kind, agents, targets):
    assert roles(pipelines, text, kind) == (agents, targets)


def test_a_law_is_no_agent(pipelines):
    agents, _ = roles(pipelines, "The decree bans all demonstrations in the capital.", "protest_ban")
    assert agents == set()


def test_nobody_is_no_target(pipelines):
    _, targets = roles(pipelines, "Nobody was arrested after the rally.", "detention")
    assert targets == set()


def test_a_pronoun_takes_up_the_people_told_before(pipelines):
    text = "Soldiers arrested 21 residents on Monday. They were released five days later."
    _, targets = roles(pipelines, text, "release")
    assert targets == {"21 residents"}


def test_groups_come_from_the_words(pipelines):
    doc = pipelines("Riot police beat a journalist outside the court.")
    event = next(e for e in doc._.civic_events if e.targets)
    assert "state_security" in event.agent_groups
    assert "journalist_media" in event.target_groups


def test_a_type_names_only_what_differs_from_the_default():
    slots = role_lexicon().slots("protest")
    assert slots.object == "none"
    assert slots.subject == role_lexicon().default.subject
    assert role_lexicon().slots("no-such-type") == role_lexicon().default
