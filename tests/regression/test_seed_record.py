"""What the program says of the first report today; a change here is read before it is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pytest_regressions.data_regression import DataRegressionFixture

if TYPE_CHECKING:
    from tests.conftest import Extracted

LAYERS = ("report", "sections", "entities", "dates", "quotes", "events", "acts", "warnings")


def compact(value: Any) -> Any:
    """A span as one line, so that a snapshot can be read."""
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            return f"{value['start']}-{value['end']} {value['text']}"
        return {key: compact(item) for key, item in value.items() if item not in (None, [], {})}
    return [compact(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("layer", LAYERS)
def test_layer(seed: Extracted, layer: str, data_regression: DataRegressionFixture) -> None:
    data_regression.check({layer: compact(seed.record[layer])}, basename=layer)
