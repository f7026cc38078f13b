"""civicspace gold export and import, on a corpus of two reports."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from civicspace.cli.gold.trade import export, import_
from civicspace.gold.layout import gold_text
from civicspace_schemas.gold import Gold

app = typer.Typer()
app.command()(export)
app.command("import")(import_)

TEXTS = {"a": "\ufeffAna was held in May 2018.\r\n", "b": "Bo 🙂 was freed.\n"}
GOLD = {
    "a": {
        "entities": [{"name": "Ana", "type": "person", "forms": ["Ana"]}],
        "dates": [{"start": 16, "end": 24, "text": "May 2018", "kind": "date", "edtf": "2018-05"}],
        "quotes": [],
        "events": [
            {"type": "detention", "trigger": {"start": 8, "end": 12, "text": "held"}, "status": "occurred"},
        ],
    },
    "b": {
        "status": "draft",
        "entities": [{"name": "Bo", "type": "person", "forms": ["Bo"]}],
        "dates": [],
        "quotes": [],
        "events": [{"type": "release", "trigger": {"start": 9, "end": 14, "text": "freed"}, "status": "occurred"}],
    },
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    (root / "reports").mkdir(parents=True)
    (root / "gold").mkdir()
    for name, text in TEXTS.items():
        (root / "reports" / f"{name}.txt").write_bytes(text.encode())
        sha256 = hashlib.sha256(text.removeprefix("\ufeff").encode()).hexdigest()
        gold = Gold.model_validate_json(json.dumps({"report": name, "text_sha256": sha256, **GOLD[name]}))
        (root / "gold" / f"{name}.json").write_bytes(gold_text(gold).encode())
    return root


def run(command: str, corpus: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [command, *map(str, arguments), "--corpus", str(corpus)])


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("brat", ["a.ann", "a.txt", "annotation.conf", "b.ann", "b.txt", "visual.conf"]),
        ("xmi", ["TypeSystem.xml", "a.xmi", "b.xmi", "inception-layers.json"]),
        ("json", ["a.json", "b.json", "inception-layers.json"]),
    ],
)
def test_there_and_back(form: str, names: list[str], corpus: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (corpus / "gold").iterdir()}
    done = run("export", corpus, "--format", form, "--output", tmp_path / "out")
    assert done.exit_code == 0
    assert "2 of 2 reports written" in done.output
    assert "1 of them drafts (b)" in done.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    back = run("import", corpus, tmp_path / "out")
    assert back.output.splitlines() == ["a: as it was", "b: as it was"]
    for path in (corpus / "gold").iterdir():
        path.unlink()
    assert run("import", corpus, tmp_path / "out").exit_code == 0
    assert {path.name: path.read_bytes() for path in (corpus / "gold").iterdir()} == before


def test_the_text_beside_brats_file_has_no_byte_order_mark(corpus: Path, tmp_path: Path) -> None:
    run("export", corpus, "a", "--output", tmp_path / "out")
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"Ana was held in May 2018.\r\n"
    assert not (tmp_path / "out" / "b.txt").exists()


def test_export_overwrites_nothing_unasked(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("export", corpus, "a", "--output", out).exit_code == 0
    assert run("export", corpus, "--output", out).exit_code == 0
    (out / "a.ann").write_text("an annotator's work\n", encoding="utf-8")
    refused = run("export", corpus, "--output", out)
    assert refused.exit_code == 2
    assert "a.ann: there already, with another content: give --force" in refused.output
    assert (out / "a.ann").read_text(encoding="utf-8") == "an annotator's work\n"
    assert run("export", corpus, "--output", out, "--force").exit_code == 0
    assert (out / "a.ann").read_text(encoding="utf-8") != "an annotator's work\n"


def test_import_overwrites_nothing_unasked_and_says_what_changed(corpus: Path, tmp_path: Path) -> None:
    run("export", corpus, "a", "--output", tmp_path)
    ann = tmp_path / "a.ann"
    work = ann.read_text(encoding="utf-8").replace("edtf: 2018-05", "edtf: 2018") + "T90\tplace 0 3\tAna\n"
    ann.write_text(work, encoding="utf-8")
    before = (corpus / "gold" / "a.json").read_bytes()
    refused = run("import", corpus, ann)
    assert refused.exit_code == 1
    assert "differs (entities: 1 added; dates: 1 changed): give --force" in refused.output
    assert (corpus / "gold" / "a.json").read_bytes() == before
    done = run("import", corpus, ann, "--force")
    assert (done.exit_code, done.output) == (0, "a: entities: 1 added; dates: 1 changed\n")
    assert b'"edtf": "2018"' in (corpus / "gold" / "a.json").read_bytes()


def test_one_wrong_file_keeps_no_other_from_being_read(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", corpus, "--output", out)
    (out / "a.ann").write_text("T1\tdate 0 3\tBob\n", encoding="utf-8")
    (corpus / "gold" / "b.json").unlink()
    done = run("import", corpus, out)
    assert done.exit_code == 1
    assert f"error: {out}/a.ann: line 1: T1: the report has 'Ana' there, not 'Bob'" in done.output
    assert "b: new (a draft" in done.output
    assert (corpus / "gold" / "b.json").exists()


def test_gold_that_breaks_a_rule_of_gold_is_refused(corpus: Path, tmp_path: Path) -> None:
    run("export", corpus, "b", "--output", tmp_path)
    ann = tmp_path / "b.ann"
    ann.write_text(ann.read_text(encoding="utf-8") + "T90\tdate 2 8\t 🙂 was\n", encoding="utf-8")
    before = (corpus / "gold" / "b.json").read_bytes()
    done = run("import", corpus, ann, "--force")
    assert done.exit_code == 1
    assert "white space" in done.output
    assert (corpus / "gold" / "b.json").read_bytes() == before


def test_a_cas_under_another_name_says_which_report_it_is(corpus: Path, tmp_path: Path) -> None:
    run("export", corpus, "a", "--format", "json", "--output", tmp_path)
    (tmp_path / "a.json").rename(tmp_path / "admin.json")
    assert run("import", corpus, tmp_path / "admin.json").output == "a: as it was\n"


def test_the_text_changed(corpus: Path, tmp_path: Path) -> None:
    run("export", corpus, "b", "--format", "json", "--output", tmp_path)
    (corpus / "reports" / "b.txt").write_text("Bo was freed.\n", encoding="utf-8")
    done = run("import", corpus, tmp_path / "b.json")
    assert done.exit_code == 1
    assert "its text is not that of" in done.output


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.ann", None, "no such file or folder"),
        ("a.csv", b"", "is no .ann, .xmi or .json file"),
        ("c.ann", b"", "has no report 'c'"),
        ("a.ann", b"\xff", "is not UTF-8 (byte 0)"),
        ("a.json", b"{}", "can't be read as CAS JSON"),
    ],
)
def test_files_that_cannot_be_read(
    name: str, content: bytes | None, message: str, corpus: Path, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = run("import", corpus, tmp_path / name)
    assert done.exit_code
    assert message in done.output


def test_two_files_of_one_report(corpus: Path, tmp_path: Path) -> None:
    run("export", corpus, "a", "--output", tmp_path / "out")
    run("export", corpus, "a", "--format", "json", "--output", tmp_path / "out")
    done = run("import", corpus, tmp_path / "out")
    assert done.exit_code == 1
    assert "is gold of a too: import one of them" in done.output


def test_an_empty_folder(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    done = run("import", corpus, tmp_path / "out")
    assert done.exit_code == 2
    assert "holds no .ann, .xmi or .json file" in done.output
