"""Bringing a report into a corpus: what is written where, never over anything, and all of it or nothing."""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest

from civicspace.corpus.adding import add_report, check_new, check_new_id, is_taken
from civicspace.corpus.folder import Corpus
from civicspace.errors import OutputError, ReportError
from civicspace.importing.imported import Claim, Imported
from civicspace.importing.importer import import_file
from civicspace.outputs.atomic import AtomicFile
from civicspace.report import Metadata

PLAIN = b"Two men were held.\r\n"
CP1252 = "José Núñez was held in the capital.\n".encode("cp1252")


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path / "corpus")


def _files(corpus: Corpus) -> dict[str, bytes]:
    return {
        path.relative_to(corpus.root).as_posix(): path.read_bytes()
        for path in sorted(corpus.root.rglob("*"))
        if path.is_file()
    }


def _add(corpus: Corpus, raw: bytes, name: str, report_id: str) -> Imported:
    imported = import_file(raw, name)
    add_report(imported, report_id, Metadata(country="KE"), {}, corpus)
    return imported


def test_plain_utf8_is_kept_byte_for_byte_and_alone(corpus: Corpus) -> None:
    _add(corpus, PLAIN, "a.txt", "2023-kenya")
    assert _files(corpus) == {"reports/2023-kenya.toml": b'country = "KE"\n', "reports/2023-kenya.txt": PLAIN}


def test_the_original_stands_beside_a_text_that_was_changed(corpus: Corpus) -> None:
    _add(corpus, CP1252, "sub/Old Name.txt", "2023-kenya")
    files = _files(corpus)
    assert files["reports/2023-kenya.txt"] == "José Núñez was held in the capital.\n".encode()
    assert files["originals/2023-kenya.txt"] == CP1252
    record = json.loads(files["originals/2023-kenya.import.json"])
    assert record["file"] == "Old Name.txt"
    assert record["sha256"] == hashlib.sha256(CP1252).hexdigest()
    assert (record["format"], record["encoding"], record["repairs"], record["inferred"]) == ("txt", "cp1252", [], {})
    assert "best guess" in record["notes"][0]


def test_a_web_page_is_kept_as_its_format(corpus: Corpus) -> None:
    page = (
        f"<html><body><article><h1>Kenya</h1><p>{'Two men were held in the capital. ' * 9}</p></article></body></html>"
    )
    _add(corpus, page.encode(), "page.htm", "x")
    files = _files(corpus)
    assert files["originals/x.html"] == page.encode()
    assert files["reports/x.txt"].startswith(b"Kenya\n\nTwo men")
    assert json.loads(files["originals/x.import.json"])["extractor"].startswith("trafilatura ")


def test_repairs_and_inferred_values_are_recorded(corpus: Corpus) -> None:
    imported = import_file("JosÃ© was held.\n".encode(), "a.txt")
    claim = Claim("country", "KE", "the title", "likely")
    add_report(imported, "x", Metadata(country="KE"), {"country": claim}, corpus)
    record = json.loads(_files(corpus)["originals/x.import.json"])
    assert [(r["line"], r["before"], r["after"]) for r in record["repairs"]] == [(1, "JosÃ©", "José")]
    assert record["inferred"] == {"country": {"value": "KE", "from": "the title", "trust": "likely"}}


def test_metadata_survive_toml(corpus: Corpus) -> None:
    title = 'The "law"\\ of\u0085May'
    add_report(import_file(PLAIN, "a.txt"), "x", Metadata(title=title, published="2018-07"), {}, corpus)
    assert tomllib.loads(corpus.metadata("x").read_text(encoding="utf-8")) == {"title": title, "published": "2018-07"}


@pytest.mark.parametrize(
    "taken", ["reports/x.txt", "reports/x.toml", "gold/x.json", "originals/x.pdf", "originals/x.import.json"]
)
def test_an_id_that_is_taken_anywhere(taken: str, corpus: Corpus) -> None:
    path = corpus.root / taken
    path.parent.mkdir(parents=True)
    path.write_bytes(b"old")
    assert is_taken("x", corpus)
    with pytest.raises(ReportError, match="--id") as caught:
        _add(corpus, PLAIN, "a.txt", "x")
    assert caught.value.code == "duplicate_id"
    assert _files(corpus) == {taken: b"old"}


def test_ids_that_begin_alike_are_two(corpus: Corpus) -> None:
    _add(corpus, CP1252, "a.txt", "x.y")
    assert not is_taken("x", corpus)
    check_new_id("x", corpus, "a.txt")


def test_an_unfit_id(corpus: Corpus) -> None:
    with pytest.raises(ReportError) as caught:
        check_new_id("../x", corpus, "a.txt")
    assert caught.value.code == "bad_id"


@pytest.mark.parametrize("failing", range(4))
@pytest.mark.parametrize("step", ["finish", "place"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_all_files_or_none(
    failing: int, step: str, error: BaseException, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    real = getattr(AtomicFile, step)

    def fail(self: AtomicFile) -> None:
        calls.append(self)
        if len(calls) == failing + 1:
            raise error
        real(self)

    monkeypatch.setattr(AtomicFile, step, fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        _add(corpus, CP1252, "a.txt", "x")
    assert _files(corpus) == {}


def test_a_file_that_appears_meanwhile_is_not_touched(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    real = AtomicFile.place

    def place(self: AtomicFile) -> None:
        if self.path == corpus.text("x"):
            self.path.write_bytes(b"another's")
        real(self)

    monkeypatch.setattr(AtomicFile, "place", place)
    with pytest.raises(ReportError) as caught:
        _add(corpus, CP1252, "a.txt", "x")
    assert caught.value.code == "duplicate_id"
    assert _files(corpus) == {"reports/x.txt": b"another's"}


@pytest.mark.parametrize(
    ("again", "name"),
    [
        (PLAIN, "b.txt"),
        (b"\xef\xbb\xbfTwo men\nwere held.", "b.txt"),
        ("Two men were held.\n".encode("utf-16"), "b.txt"),
    ],
)
def test_the_same_text_is_known(again: bytes, name: str, corpus: Corpus) -> None:
    _add(corpus, PLAIN, "a.txt", "2023-kenya")
    with pytest.raises(ReportError, match="2023-kenya") as caught:
        check_new(import_file(again, name), corpus)
    assert caught.value.code == "same_text"


def test_a_list_of_short_lines_is_known_by_its_words(corpus: Corpus) -> None:
    lines = b"".join(b"- Camp %d is shut\n" % number for number in range(50))
    _add(corpus, lines, "a.txt", "2023-kenya")
    with pytest.raises(ReportError, match="2023-kenya"):
        check_new(import_file(lines.replace(b"\n", b"\r\n"), "b.txt"), corpus)


def test_the_same_file_is_known_though_its_text_was_edited(corpus: Corpus) -> None:
    imported = _add(corpus, CP1252, "a.txt", "2023-kenya")
    corpus.text("2023-kenya").write_text("Edited by hand, and much longer than it was before that.")
    with pytest.raises(ReportError, match="2023-kenya"):
        check_new(imported, corpus)


def test_another_text_is_new(corpus: Corpus) -> None:
    check_new(import_file(PLAIN, "a.txt"), corpus)
    _add(corpus, PLAIN, "a.txt", "2023-kenya")
    check_new(import_file(b"Two men were free.\r\n", "a.txt"), corpus)
