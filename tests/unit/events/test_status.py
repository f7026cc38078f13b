"""Did it happen? Cues, their scope, and words that look like cues."""

from __future__ import annotations

import pytest


def first(pipelines, text, kind):
    """The first event of a type."""
    return next(e for e in pipelines(text)._.civic_events if e.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Police arrested a student.", "detention", "occurred"),
        ("Ten people were arrested during the May 5 protests.", "protest", "occurred"),
        ("Police did not arrest the student.", "detention", "negated"),
        ("No journalists were arrested at the rally.", "detention", "negated"),
        ("Nobody was arrested at the rally.", "detention", "negated"),
        ("The officer was never charged over the shooting.", "prosecution", "negated"),
        ("The student was not only arrested but beaten.", "detention", "occurred"),
        ("The student may be arrested on her return.", "detention", "hypothetical"),
        ("If she is arrested, lawyers will protest.", "detention", "hypothetical"),
        ("Anyone who criticises the king could be jailed and fined.", "detention", "hypothetical"),
        ("The police reportedly arrested three farmers.", "detention", "alleged"),
        ("The union urged the government to release the three farmers.", "release", "demanded"),
        ("The authorities should release the editor.", "release", "demanded"),
        ("Rights groups called for the release of the editor.", "release", "demanded"),
        ("The three farmers will be released on Friday.", "release", "planned"),
        ("Officials plan to release the three farmers.", "release", "planned"),
        ("Two editors are still detained in the capital.", "detention", "ongoing"),
        ("The army is arresting students across the province.", "detention", "ongoing"),
    ],
)
def test_status(pipelines, text, kind, status):
    assert first(pipelines, text, kind).status == status


def test_cues_are_kept_as_spans(pipelines):
    text = "Police did not arrest the student."
    cues = first(pipelines, text, "detention").cues
    assert [text[cue.start : cue.end] for cue in cues] == ["not"]


def test_a_victims_own_account_is_alleged(pipelines):
    text = "Amina Kasongo, a teacher, said that guards had tortured her."
    event = first(pipelines, text, "torture_ill_treatment")
    assert event.status == "alleged"
    assert event.source is not None
    assert event.source.name == "Amina Kasongo"
