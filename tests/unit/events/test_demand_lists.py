"""What a list of demands wants has not happened."""

from __future__ import annotations

import pytest

from civicspace.pipelines import Pipelines

ITEMS = "1. release the four monitors who were arrested on Friday;\n2. return the papers that police seized; and\n"


def statuses(pipelines: Pipelines, text: str) -> dict[str, str]:
    doc = pipelines(text)
    return {doc.text[event.trigger.start : event.trigger.end]: event.status for event in doc._.civic_events}


LINES = ("We call on the authorities to:", "Our demands", "Recommendations to the government:")


@pytest.mark.parametrize("line", LINES)
def test_items_are_demanded_and_their_clauses_are_not(pipelines: Pipelines, line: str) -> None:
    found = statuses(pipelines, f"Four monitors are in custody.\n\n{line}\n\n{ITEMS}\nThe list ends here.")
    assert found["release"] == "demanded"
    assert found["arrested"] == "occurred"
    assert found["seized"] == "occurred"


@pytest.mark.parametrize("line", ["What happened", "The week in brief:"])
def test_other_lists_tell_what_happened(pipelines: Pipelines, line: str) -> None:
    found = statuses(pipelines, f"{line}\n\n• Police arrested four monitors.\n• A court released two of them.\n\nEnd.")
    assert found["arrested"] == "occurred"
    assert found["released"] == "occurred"
