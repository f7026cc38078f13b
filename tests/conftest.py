"""Fixtures shared by all tests."""

from __future__ import annotations

import pytest

from civicspace.pipelines import Pipelines, load_pipelines


@pytest.fixture(scope="session")
def pipelines() -> Pipelines:
    """Both pipelines with the model that civicspace brings; loaded once a run."""
    return load_pipelines()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Heavy tests run when asked for."""
    parser.addoption("--slow", action="store_true", help="run the heavy tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave heavy tests out unless --slow is given."""
    if config.getoption("--slow"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="heavy; run with --slow"))
