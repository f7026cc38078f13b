"""A report small enough to work every figure out by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from civicspace_schemas.gold import Gold

TEXT = "Police held Ama Boko on 5 May 2018. “I am free now,” she said. Two men were held later."


def span(words: str, after: int = 0) -> dict[str, Any]:
    start = TEXT.index(words, after)
    return {"start": start, "end": start + len(words), "text": words}


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def gold_data() -> dict[str, Any]:
    """Gold of the text: one person, one date, one quote, two mentions of one act."""
    held = {
        "type": "detention", "trigger": span("held"), "status": "occurred", "date": "2018-05-05", "place": "Lomé",
        "agents": ["Police"], "targets": ["Ama Boko"], "counts": {"detained": 1}, "source": None, "same_as": None,
    }  # fmt: skip
    return {
        "report": "made-up",
        "text_sha256": "0" * 64,
        "entities": [{"name": "Ama Boko", "type": "person", "forms": ["Ama Boko"]}],
        "dates": [{**span("5 May 2018"), "kind": "date", "edtf": "2018-05-05"}],
        "quotes": [
            {"kind": "direct", "content": [span("I am free now,")], "cue": span("said"), "speaker": span("she"),
             "speaker_name": "Ama Boko"}
        ],
        "events": [held, {**held, "trigger": span("held", 20), "same_as": 0, "counts": {}}],
    }  # fmt: skip


@pytest.fixture
def made(gold_data: dict[str, Any]) -> Callable[..., Gold]:
    """Makes gold from the data, with layers replaced."""
    return lambda **layers: Gold.model_validate({**gold_data, **layers})
