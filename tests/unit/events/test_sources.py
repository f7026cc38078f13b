"""On whose word an act is told."""

from __future__ import annotations


def source(pipelines, text, kind):
    """Name of the source of the first event of a type."""
    event = next(e for e in pipelines(text)._.civic_events if e.type == kind)
    return event.source.name if event.source else None


def test_according_to(pipelines):
    text = "At least 60 students were arrested, according to Amnesty International."
    assert source(pipelines, text, "detention") == "Amnesty International"


def test_the_speaker_of_the_covering_quote(pipelines):
    text = "Amnesty International said that soldiers had arrested 60 students."
    assert source(pipelines, text, "detention") == "Amnesty International"


def test_whoever_demands_the_act(pipelines):
    text = "Amnesty International called for the release of the students."
    assert source(pipelines, text, "release") == "Amnesty International"


def test_a_plain_statement_has_no_source(pipelines):
    assert source(pipelines, "Soldiers arrested 60 students.", "detention") is None


def test_an_agent_is_no_source_of_the_own_act(pipelines):
    assert source(pipelines, "Amnesty International said that it condemned the arrest.", "criticism_concern") is None
