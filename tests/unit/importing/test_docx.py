"""Word files: order, headings, lists, tables, tracked changes, notes, and their properties."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from civicspace.importing.docx import read_docx
from civicspace.importing.importer import best_claims
from civicspace.reading.bad_input import BadInputError

type Maker = Callable[[Callable[[Document], None]], bytes]


def _report(document: Document) -> None:
    document.add_paragraph("Kenya: a withdrawn bill", style="Title")
    document.add_heading("Overview", 1)
    paragraph = document.add_paragraph("Police held ")
    paragraph.add_run("six").bold = True
    paragraph.add_run(" marchers.\nOne was freed.")
    for text in ("On 18 June officers used gas.", "On 20 June one man died."):
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(2, 2)
    for k, text in enumerate(("Month", "Held", "June", "12")):
        table.cell(k // 2, k % 2).text = text
    document.add_heading("Demands", 2)
    for text in ("Free them.", "Drop the charges."):
        document.add_paragraph(text, style="List Number")
    document.sections[0].header.paragraphs[0].text = "Running head"
    document.sections[0].footer.paragraphs[0].text = "Page 1"


def test_the_document_in_its_order(word_file: Maker) -> None:
    assert read_docx(word_file(_report)).text == (
        "Kenya: a withdrawn bill\n\nOverview\n\nPolice held six marchers. One was freed.\n\n"
        "• On 18 June officers used gas.\n• On 20 June one man died.\n\n• Month | Held\n• June | 12\n\n"
        "Demands\n\n1. Free them.\n2. Drop the charges.\n"
    )


def _insert(document: Document, *xml: str) -> None:
    body = document.element.body
    for part in xml:
        body.insert(len(body) - 1, parse_xml(part.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


TRACKED = (
    "<w:p><w:r><w:t xml:space='preserve'>Two </w:t></w:r>"
    "<w:del w:id='1' w:author='a'><w:r><w:delText>women</w:delText></w:r></w:del>"
    "<w:ins w:id='2' w:author='a'><w:r><w:t>men</w:t></w:r></w:ins>"
    "<w:r><w:t xml:space='preserve'> were held.</w:t></w:r>"
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
)
JOINED = (
    "<w:p><w:pPr><w:rPr><w:del w:id='3' w:author='a'/></w:rPr></w:pPr>"
    "<w:r><w:t xml:space='preserve'>One was </w:t></w:r></w:p>",
    "<w:p><w:r><w:t>freed.</w:t></w:r></w:p>",
)


def test_tracked_changes(word_file: Maker) -> None:
    extracted = read_docx(word_file(lambda document: _insert(document, TRACKED, *JOINED)))
    assert extracted.text == "Two men were held.\n\nOne was freed.\n"
    assert any("tracked changes" in note for note in extracted.notes)
    assert read_docx(word_file(_report)).notes == ()


def test_content_controls_and_boxes(word_file: Maker) -> None:
    def fill(document: Document) -> None:
        block = (
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        _insert(document, block)
        document.add_table(1, 1).cell(0, 0).text = "In a box of its own."

    assert read_docx(word_file(fill)).text == "In a control.\n\nIn a box of its own.\n"


def _with_footnotes(raw: bytes) -> bytes:
    """The same file with a footnotes part, as Word writes one."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    notes = (
        f'<w:footnotes xmlns:w="{word}"><w:footnote w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Interview, Nairobi.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", relation.encode())
            if name == "[Content_Types].xml":
                stated = b'<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
                content = content.replace(b"</Types>", stated)
            target.writestr(name, content)
        target.writestr("word/footnotes.xml", notes)
    return out.getvalue()


def test_footnotes_come_last(word_file: Maker) -> None:
    marked = "<w:p><w:r><w:t>He was held.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    raw = _with_footnotes(word_file(lambda document: _insert(document, marked)))
    assert read_docx(raw).text == "He was held.\n\nNotes\n\n1. Interview, Nairobi.\n"


def test_properties(word_file: Maker) -> None:
    def fill(document: Document) -> None:
        _report(document)
        document.core_properties.title = "Template"
        document.core_properties.created = dt.datetime(2024, 10, 4, 9, 0)

    best = best_claims(read_docx(word_file(fill)).claims)
    assert (best["title"].value, best["title"].trust) == ("Kenya: a withdrawn bill", "sure")
    assert (best["published"].value, best["published"].trust) == ("2024-10-04", "doubtful")


def test_an_empty_document(word_file: Maker) -> None:
    with pytest.raises(BadInputError) as caught:
        read_docx(word_file(lambda _: None))
    assert caught.value.code == "empty"


def test_a_broken_document(word_file: Maker) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>")
    with pytest.raises(BadInputError) as caught:
        read_docx(out.getvalue())
    assert caught.value.code == "broken_file"
