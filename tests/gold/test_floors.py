"""The first report against its gold: no layer may fall below its floor."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from civicspace.evaluation.matching import from_record, score_report

if TYPE_CHECKING:
    from tests.conftest import Extracted

FLOORS: dict[str, float] = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8"))[
    "seed"
]


def test_gold_belongs_to_the_text(seed: Extracted) -> None:
    assert hashlib.sha256(seed.text.encode()).hexdigest() == seed.gold["text_sha256"]
    for layer in ("dates", "quotes", "events"):
        for item in seed.gold[layer]:
            for span in [item] if layer == "dates" else item.get("content", []) or [item["trigger"]]:
                assert seed.text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_floor(seed: Extracted, measure: str) -> None:
    score = score_report(seed.gold, from_record(seed.record), seed.text, seed.sentences)[measure]
    assert score.f1 >= FLOORS[measure], f"{measure}: {score.right} right of {score.found} found, {score.gold} in gold"


def test_every_layer_has_a_floor(seed: Extracted) -> None:
    measures = score_report(seed.gold, from_record(seed.record), seed.text, seed.sentences)
    assert sorted(FLOORS) == sorted(measures)
