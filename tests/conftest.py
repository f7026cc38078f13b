"""Fixtures shared by all tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from civicspace.pipelines import Pipelines, load_pipelines
from civicspace.reading.inputs import read_file
from civicspace.record import build_record, sentences, versions_of
from civicspace.report import Report

CORPUS = Path(__file__).parents[1] / "corpus"
SEED = "2018-north-korea"


class Extracted(NamedTuple):
    """A report's gold, its record as JSON gives it back, its text and its sentences."""

    gold: dict[str, Any]
    record: dict[str, Any]
    text: str
    sentences: list[tuple[int, int]]


@pytest.fixture(scope="session")
def pipelines() -> Pipelines:
    """Both pipelines with the model that civicspace brings; loaded once a run."""
    return load_pipelines()


@pytest.fixture(scope="session")
def seed(pipelines: Pipelines) -> Extracted:
    """The first report through both pipelines and the record's JSON."""
    report = read_file(CORPUS / "reports" / f"{SEED}.txt")
    assert isinstance(report, Report)
    doc = pipelines(report.text, published=report.metadata.published, country=report.metadata.country)
    record = json.loads(build_record(doc, report, versions_of(pipelines)).model_dump_json())
    gold = json.loads((CORPUS / "gold" / f"{SEED}.json").read_text(encoding="utf-8"))
    return Extracted(gold, record, report.text, sentences(doc))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Heavy and timed tests run when asked for: in full, or in short."""
    parser.addoption("--slow", nargs="?", const="full", choices=["short", "full"], help="run the heavy tests too")


@pytest.fixture(scope="session")
def longest(request: pytest.FixtureRequest) -> int:
    """How many characters a heavy test's text may have."""
    return 50_000 if request.config.getoption("--slow") == "short" else 1_000_000


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave heavy tests out unless --slow is given."""
    if config.getoption("--slow"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="heavy; run with --slow"))
