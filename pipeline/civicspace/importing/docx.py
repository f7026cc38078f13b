"""Word files: paragraphs, lists and tables in the order of the document, and what its properties say.

python-docx opens the package; the body's XML (ECMA-376, WordprocessingML) is walked here, because its paragraphs leave
out tracked insertions and content controls.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from civicspace.importing.blocks import Block, layout_text, one_line, row
from civicspace.importing.docx_lists import Numbering
from civicspace.importing.extra import name_and_version, needed
from civicspace.importing.imported import Claim, Extracted
from civicspace.reading.bad_input import BadInputError

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = (f"{WORD}del", f"{WORD}moveFrom", f"{WORD}pPr", f"{WORD}rPr", _FALLBACK)
_TEXT_BOX = f"{WORD}txbxContent"
_NOTE_PARTS = {"footnotes": "footnote", "endnotes": "endnote"}
_OFF = ("0", "false", "off", "none")


def read_docx(raw: bytes) -> Extracted:
    """The text of a Word file; tracked insertions are kept, deletions dropped, foot- and endnotes come last.

    Running heads, page numbers, comments, hidden text and tables of contents are left out.
    Raises BadInputError: broken_file, empty.
    """
    docx = needed("docx", "reading Word files")
    broken = BadInputError("broken_file", "is a broken Word file: open it in Word and save it again")
    try:
        document = docx.Document(io.BytesIO(raw))
        properties = document.core_properties
        reader = _Reader(document)
    except Exception as error:  # it raises nearly anything on a broken file
        raise broken from error
    if document.element.body is None:
        raise broken
    blocks = [*reader.blocks(document.element.body), *reader.notes()]
    claims = tuple(_claims(properties, reader.title))
    text = layout_text(blocks)
    if not text:
        pictures = any("/media/" in str(part.partname) for part in document.part.package.iter_parts())
        raise BadInputError(
            "empty", "holds pictures, no text: run OCR first" if pictures else "holds no text: is it the right file?"
        )
    notes = ("tracked changes: insertions kept, deletions left out",) if reader.tracked else ()
    return Extracted(text, None, name_and_version("python-docx"), (), claims, notes)


def _claims(properties: Any, title: str | None) -> Iterator[Claim]:
    if title:
        yield Claim("title", title, "the paragraph styled as title", "sure")
    if stated := one_line(properties.title or ""):
        yield Claim("title", stated, "the file's properties", "doubtful")
    if properties.language and (language := one_line(properties.language)):
        yield Claim("language", language, "the file's properties", "doubtful")
    if properties.created is not None:
        yield Claim("published", properties.created.date().isoformat(), "the day the file was made", "doubtful")


class _Reader:
    """Walks the document; ``title`` and ``tracked`` are known once ``blocks`` has been gone through."""

    def __init__(self, document: Any) -> None:
        self.title: str | None = None
        self.tracked = False
        self._document = document
        self._styles = {style.style_id: style for style in document.styles if style.type == 1}
        self._numbering = Numbering(document)
        self._notes: dict[tuple[str, str], str] = {}
        self._order: list[tuple[str, str]] = []
        self._read_notes()

    def blocks(self, container: Any) -> Iterator[Block]:
        """The blocks in a body, cell or text box."""
        held = ""
        for child in container:
            if child.tag == f"{WORD}p":
                text, boxes = self._text(child)
                if _mark_deleted(child):  # the tracked deletion of the paragraph's end joins it to the next
                    held += text
                else:
                    if block := self._block(child, held + text):
                        yield block
                    held = ""
                for box in boxes:
                    yield from self.blocks(box)
            elif child.tag == f"{WORD}tbl":
                yield from self._table(child)
            elif child.tag == f"{WORD}sdt":
                for content in child.iterchildren(f"{WORD}sdtContent"):
                    yield from self.blocks(content)
            elif child.tag in (f"{WORD}ins", f"{WORD}moveTo", f"{WORD}customXml", f"{WORD}smartTag"):
                self.tracked |= child.tag in (f"{WORD}ins", f"{WORD}moveTo")
                yield from self.blocks(child)
        if held:
            yield Block("paragraph", held)

    def notes(self) -> Iterator[Block]:
        """The foot- and endnotes that the text refers to, in its order."""
        for key in self._order:
            if text := self._notes.get(key):
                yield Block("note", text)

    def _read_notes(self) -> None:
        etree = needed("lxml.etree", "reading Word files")

        for relation in self._document.part.rels.values():
            kind = _NOTE_PARTS.get(str(relation.reltype).rsplit("/", 1)[-1])
            if kind is None or relation.is_external:
                continue
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            for note in root.iterchildren(f"{WORD}{kind}"):
                text = " ".join(self._text(paragraph)[0] for paragraph in note.iter(f"{WORD}p"))
                self._notes[kind, note.get(f"{WORD}id", "")] = one_line(text)

    def _block(self, paragraph: Any, text: str) -> Block | None:
        line = one_line(text)
        if not line:
            return None
        style = self._style_name(paragraph)
        if style.startswith("toc"):
            return None
        if style == "title" and self.title is None:
            self.title = line
        if style in ("title", "subtitle") or style.startswith("heading") or self._outline(paragraph):
            return Block("heading", line)
        mark = self._numbering.mark(paragraph, self._style(paragraph))
        return Block("item", line, mark) if mark else Block("paragraph", line)

    def _table(self, table: Any) -> Iterator[Block]:
        for line in table.iter(f"{WORD}tr"):
            if next(line.iterancestors(f"{WORD}tbl")) is not table:
                continue  # a table within a cell is read with the cell
            cells = [cell for cell in line.iter(f"{WORD}tc") if next(cell.iterancestors(f"{WORD}tr")) is line]
            if len(cells) == 1:  # a box around running text
                yield from self.blocks(cells[0])
            else:
                yield row(" ".join(block.text for block in self.blocks(cell)) for cell in cells)

    def _text(self, element: Any) -> tuple[str, list[Any]]:
        """The characters under an element, and the text boxes met on the way."""
        parts: list[str] = []
        boxes: list[Any] = []
        for child in element:
            if child.tag in _DROPPED:
                self.tracked |= child.tag in _DROPPED[:2]
            elif child.tag == _TEXT_BOX:
                boxes.append(child)
            elif child.tag == f"{WORD}r" and _hidden(child):
                continue
            elif child.tag == f"{WORD}t":
                parts.append(child.text or "")
            elif child.tag in (f"{WORD}tab", f"{WORD}br", f"{WORD}cr"):
                parts.append(" ")
            elif child.tag == f"{WORD}noBreakHyphen":
                parts.append("-")
            elif child.tag in (f"{WORD}footnoteReference", f"{WORD}endnoteReference"):
                kind = child.tag.removeprefix(WORD).removesuffix("Reference")
                self._order.append((kind, child.get(f"{WORD}id", "")))
            elif isinstance(child.tag, str):
                self.tracked |= child.tag == f"{WORD}ins"
                text, more = self._text(child)
                parts.append(text)
                boxes += more
        return "".join(parts), boxes

    def _style(self, paragraph: Any) -> Any:
        found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        return self._styles.get(found.get(f"{WORD}val")) if found is not None else None

    def _style_name(self, paragraph: Any) -> str:
        style = self._style(paragraph)
        return (style.name or "").casefold() if style is not None else ""

    def _outline(self, paragraph: Any) -> bool:
        """Whether the paragraph or its style has a level in the outline, as headings of any name do."""
        style = self._style(paragraph)
        for element in (paragraph, style.element if style is not None else None):
            level = element.find(f"{WORD}pPr/{WORD}outlineLvl") if element is not None else None
            if level is not None:
                return bool(level.get(f"{WORD}val") != "9")
        return False


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{WORD}rPr/{WORD}vanish")
    return vanish is not None and vanish.get(f"{WORD}val", "1") not in _OFF


def _mark_deleted(paragraph: Any) -> bool:
    return paragraph.find(f"{WORD}pPr/{WORD}rPr/{WORD}del") is not None
