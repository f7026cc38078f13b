"""The corpus against its gold: no measure may fall below its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from civicspace.corpus import Corpus
from civicspace.evaluation.corpus_scores import Evaluation, evaluate
from civicspace.evaluation.floors import measured, read_floors
from civicspace.gold.reading import reviewed_gold
from civicspace.pipelines import Pipelines
from civicspace.reading.inputs import read_file
from civicspace.record import build_record, versions_of
from civicspace.report import Report

ROOT = Path(__file__).parents[2]
FLOORS = read_floors(ROOT / "tests" / "floors.toml")


@pytest.fixture(scope="module")
def evaluation(pipelines: Pipelines) -> Evaluation:
    """Every report that has gold, read by the program as it stands."""
    corpus = Corpus(ROOT / "corpus")
    golds = reviewed_gold(corpus).reports
    versions = versions_of(pipelines)
    records = {}
    for gold, _ in golds:
        report = read_file(corpus.text(gold.report))
        assert isinstance(report, Report)
        doc = pipelines(report.text, published=report.metadata.published, country=report.metadata.country)
        records[report.id] = json.loads(build_record(doc, report, versions, include_text=False).model_dump_json())
    return evaluate(golds, records, corpus.parts())


@pytest.mark.parametrize(("where", "measure"), [(where, name) for where in FLOORS for name in FLOORS[where]])
def test_floor(evaluation: Evaluation, where: str, measure: str) -> None:
    now = measured(evaluation, FLOORS)[where][measure]
    assert now >= FLOORS[where][measure], f"{where} {measure} fell to {now:.3f}: see civicspace evaluate --against"


def test_every_measure_has_a_floor(evaluation: Evaluation) -> None:
    now = measured(evaluation, FLOORS)
    assert {where: sorted(names) for where, names in FLOORS.items()} == {w: sorted(names) for w, names in now.items()}


def test_both_parts_are_measured(evaluation: Evaluation) -> None:
    parts = Corpus(ROOT / "corpus").parts()
    assert sorted(result.report for result in evaluation.of_part("test")) == sorted(
        report for report, part in parts.items() if part == "test"
    )
    assert len(evaluation.of_part("dev")) > len(evaluation.of_part("test")) > 0
