"""A file of any format as a whole: its text, its repairs, its claims, and the missing extra."""

import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from docx.document import Document

from civicspace.errors import CivicspaceError
from civicspace.importing.imported import Claim
from civicspace.importing.importer import best_claims, import_file
from civicspace.reading.bad_input import BadInputError

TEXT = "Uganda: two editors held\r\n\r\nKampala, 3 May 2021 – Police held two editors.\r\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_with_nothing_to_mend_is_byte_for_byte(mark: bytes) -> None:
    imported = import_file(mark + TEXT.encode(), "a.txt")
    assert (imported.unchanged, imported.text, imported.text_bytes) == (True, TEXT, mark + TEXT.encode())
    assert {key: claim.value for key, claim in best_claims(imported.claims).items()} == {
        "title": "Uganda: two editors held",
        "published": "2021-05-03",
        "country": "UG",
    }


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_other_encodings_become_utf8_with_line_breaks_kept(encoding: str) -> None:
    imported = import_file(TEXT.encode(encoding), "a.txt")
    assert (imported.unchanged, imported.text_bytes) == (False, TEXT.encode())
    assert imported.raw == TEXT.encode(encoding)


def test_repairs_make_the_text_another_one() -> None:
    imported = import_file("JosÃ© was held.\r\n".encode(), "a.txt")
    assert (imported.unchanged, imported.text) == (False, "José was held.\r\n")
    assert [repair.after for repair in imported.repairs] == ["José"]


def test_a_misleading_name_is_said(paper: SimpleNamespace) -> None:
    raw = paper.pdf([paper.flow(["Police held two editors."])])
    assert any("holds a PDF" in note for note in import_file(raw, "a.txt").notes)
    assert import_file(raw, "a.pdf").notes == ()
    assert import_file(TEXT.encode(), "a.md").notes == ()


@pytest.mark.parametrize(
    ("module", "name", "raw"),
    [
        ("trafilatura", "a.html", b"<html><p>x"),
        ("pdfplumber", "a.pdf", b"%PDF-1.4"),
    ],
)
def test_a_missing_library_is_named(module: str, name: str, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CivicspaceError, match=r"pip install 'civicspace\[import\]'") as caught:
        import_file(raw, name)
    assert not isinstance(caught.value, BadInputError)


@pytest.mark.parametrize(
    ("raw", "code"), [(b"", "empty"), (b" \n", "empty"), (b"a\0b", "binary"), (b"123", "no_letters")]
)
def test_what_is_no_text(raw: bytes, code: str) -> None:
    with pytest.raises(BadInputError) as caught:
        import_file(raw, "a.txt")
    assert caught.value.code == code


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused_or_read(
    kept: float, paper: SimpleNamespace, word_file: Callable[[Callable[[Document], None]], bytes]
) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Two men were held.")

    whole = {"a.pdf": paper.pdf([paper.flow(["Two men were held."])]), "a.docx": word_file(fill)}
    for name, raw in whole.items():
        assert import_file(raw, name).text == "Two men were held.\n"
        try:
            text = import_file(raw[: int(kept * len(raw))], name).text
        except BadInputError as problem:
            assert problem.code in ("broken_file", "empty")
        else:
            assert text == "Two men were held.\n"


def test_the_most_trusted_claim_counts_then_the_first() -> None:
    claims = [
        Claim("title", "a", "x", "doubtful"),
        Claim("title", "b", "x", "likely"),
        Claim("title", "c", "x", "likely"),
    ]
    assert best_claims(claims)["title"].value == "b"
    assert best_claims([*claims, Claim("title", "d", "x", "sure")])["title"].value == "d"
