"""A small report and its gold as somebody wrote it, and a corpus folder that holds them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from civicspace.corpus.folder import Corpus

REPORT = "2019-lakeland"
TEXT = (
    "Police in Port Selma arrested Ada Lunde on 4 March 2019. Lunde was arrested again two days later.\n\n"
    "“They held me for ten hours,” she said. The Harbour Alliance (HA) called for her release.\n"
)


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def hand() -> dict[str, Any]:
    """Gold as people write it: spans by their words, items in no order."""
    return {
        "report": REPORT,
        "reference_date": "2019-03-31",
        "entities": [
            {"name": "Harbour Alliance", "type": "organisation", "forms": ["HA", "Harbour Alliance"]},
            {"name": "Ada Lunde", "type": "person", "forms": ["Lunde", "Ada Lunde"]},
            {"name": "Port Selma", "type": "place", "forms": ["Port Selma"]},
        ],
        "dates": [
            {"text": "two days later", "kind": "date", "edtf": "2019-03-06"},
            {"text": "4 March 2019", "kind": "date", "edtf": "2019-03-04"},
        ],
        "quotes": [
            {
                "kind": "direct",
                "content": [{"text": "They held me for ten hours,"}],
                "cue": {"text": "said"},
                "speaker": {"text": "she"},
                "speaker_name": "Lunde",
            }
        ],
        "events": [
            {"type": "detention", "trigger": {"text": "held"}, "status": "alleged", "same_as": 1},
            {
                "type": "detention",
                "trigger": {"text": "arrested", "occurrence": 2},
                "status": "occurred",
                "targets": ["Lunde"],
            },
            {"type": "detention", "trigger": {"text": "arrested", "within": "arrested Ada"}, "status": "occurred"},
            {"type": "release", "trigger": {"text": "release"}, "status": "demanded", "counts": {"released": 1}},
        ],
        "coreference": [{"entity": "Ada Lunde", "mentions": [{"text": "her"}, {"text": "Ada Lunde"}, {"text": "she"}]}],
    }


@pytest.fixture
def filled(hand: dict[str, Any], text: str) -> dict[str, Any]:
    """The same gold, formatted, as a dict to be spoiled."""
    from civicspace.gold.formatting import format_gold
    from civicspace_schemas.gold import HandGold

    gold: dict[str, Any] = json.loads(format_gold(HandGold.model_validate(hand), text).gold.model_dump_json())
    return gold


@pytest.fixture
def corpus(tmp_path: Path, text: str) -> Callable[[dict[str, Any]], Corpus]:
    """Makes a corpus of that report with the given gold."""

    def make(gold: dict[str, Any]) -> Corpus:
        made = Corpus(tmp_path / "corpus")
        made.reports.mkdir(parents=True, exist_ok=True)
        made.gold_folder.mkdir(exist_ok=True)
        made.text(REPORT).write_bytes(text.encode())
        made.gold(REPORT).write_text(json.dumps(gold), encoding="utf-8")
        return made

    return make
