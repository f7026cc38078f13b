"""The package's own names: all there, none made before it is used."""

import subprocess
import sys

import pytest

import civicspace_schemas


def test_every_name_is_there() -> None:
    assert [name for name in civicspace_schemas.__all__ if not hasattr(civicspace_schemas, name)] == []
    assert civicspace_schemas.SCHEMA_VERSION == "1.0"


def test_other_names_are_errors() -> None:
    with pytest.raises(AttributeError, match="no attribute 'records'"):
        civicspace_schemas.records  # noqa: B018


def test_checking_a_date_makes_no_models() -> None:
    code = "import sys, civicspace_schemas.edtf; assert 'pydantic' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
