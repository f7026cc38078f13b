"""The first report against its gold: no layer may fall below its floor."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from civicspace.evaluation.matching import Score, from_record, score_report
from civicspace.pipelines import Pipelines
from civicspace.reading.folder import read_folder

ROOT = Path(__file__).parents[2]
FLOORS: dict[str, float] = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))["seed"]
