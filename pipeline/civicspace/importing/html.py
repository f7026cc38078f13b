"""Web pages: the article without what surrounds it, by trafilatura, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from civicspace.importing.blocks import Block, layout_text, one_line, row
from civicspace.importing.encoding import decode_bytes
from civicspace.importing.extra import name_and_version, needed
from civicspace.importing.imported import Claim, Extracted
from civicspace.lexicons import terms
from civicspace.reading.bad_input import BadInputError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DATE_KEY = re.compile(r"datePublished|published_time|pubdate|publication_date|dc(?:terms)?\.(?:date|issued)", re.I)
_LINE_FEEDS = re.compile(r"[\r\n]+")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_SITE_SEPARATOR = re.compile(r"\s+[|–—»-]\s+")


def read_html(raw: bytes) -> Extracted:
    """The article of a page: headings, paragraphs, list items and table rows, its title first.

    Raises BadInputError: empty, where the page holds no article; broken_file.
    """
    trafilatura = needed("trafilatura", "reading web pages")
    declared = _CHARSET.search(raw[:4096])
    decoded = decode_bytes(raw, declared[1].decode("ascii") if declared else None)
    try:
        page = trafilatura.bare_extraction(
            decoded.text,
            with_metadata=True,
            include_tables=True,
            include_comments=False,
            include_formatting=False,
            include_links=False,
            include_images=False,
            deduplicate=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadInputError("broken_file", "can't be read as a web page: save it again, or as PDF") from error
    blocks = list(_blocks(page.body)) if page is not None and page.body is not None else []
    if not any(one_line(block.text) for block in blocks):
        raise BadInputError("empty", "holds no article: the page may need a script to show it; save it as PDF")
    notes = []
    if decoded.guessed:
        notes.append(f"the page states no encoding: read as {decoded.encoding}, the best guess")
    title = _title(page)
    if title and not _opens_with(blocks, title):
        blocks.insert(0, Block("heading", title))
        notes.append("the page's title was put before its text")
    return Extracted(
        layout_text(blocks),
        decoded.encoding,
        name_and_version("trafilatura"),
        decoded.repairs,
        tuple(_claims(page, title, decoded.text)),
        tuple(notes),
    )


def _blocks(element: Any) -> Iterator[Block]:
    """The blocks of trafilatura's tree, in the order of the page."""
    for child in element:
        if child.tag == "head":
            yield Block("heading", _text(child))
        elif child.tag == "list":
            yield from _items(child)
        elif child.tag == "table":
            for line in child.iter("row"):
                yield row(_text(cell) for cell in line.iter("cell"))
        elif child.tag in ("quote", "div") and len(child) and not (child.text or "").strip():
            yield from _blocks(child)
        else:
            # Two line breaks in a row are how old pages and editors part paragraphs.
            yield from (Block("paragraph", part) for part in _PARAGRAPH_BREAK.split(_text(child)))
        if child.tail and child.tail.strip():
            yield Block("paragraph", child.tail)


def _items(element: Any) -> Iterator[Block]:
    """The items of a list, those of lists within it after the item that holds them."""
    numbered = element.get("rend") == "ol"
    for k, item in enumerate(element.iter("item") if not numbered else element.iterchildren("item"), 1):
        yield Block("item", _text(item, skip=("list",)), f"{k}." if numbered else "•")
        if numbered:
            for inner in item.iterchildren("list"):
                yield from _items(inner)


def _text(element: Any, skip: tuple[str, ...] = ()) -> str:
    """The characters under an element, a line break as a line feed, without the elements to skip."""
    parts = [_LINE_FEEDS.sub(" ", element.text or "")]
    for child in element:
        if child.tag in ("lb", "p", "item", "cell"):
            parts.append("\n" if child.tag == "lb" else " ")
        if child.tag not in skip:
            parts.append(_text(child, skip))
        parts.append(_LINE_FEEDS.sub(" ", child.tail or ""))
    return "".join(parts)


def _title(page: Any) -> str | None:
    """The page's title without the site's name behind it; none where it names the kind of text alone."""
    title = one_line(page.title or "")
    site = one_line(page.sitename or "").casefold()
    parts = _SITE_SEPARATOR.split(title)
    if len(parts) > 1 and site and parts[-1].casefold() == site:
        title = title[: title.rindex(parts[-1])].rstrip(" |–—»-")
    return None if title.casefold() in terms("importing/not-titles") else title or None


def _opens_with(blocks: list[Block], title: str) -> bool:
    """Whether one of the first blocks is the title, however it is punctuated, or a part or extension of it."""
    key = _letters(title)
    keys = [_letters(block.text) for block in blocks[:4] if block.kind == "heading" or _letters(block.text) == key]
    return any(found and (found in key or key in found) for found in keys)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _claims(page: Any, title: str | None, markup: str) -> Iterator[Claim]:
    if title:
        yield Claim("title", title, "the page's title", "sure")
    if page.date:
        if page.date in _marked_dates(markup):
            yield Claim("published", page.date, "the page's metadata", "sure")
        else:
            yield Claim("published", page.date, "a date on the page", "likely")
    if page.sitename:
        yield Claim("source", one_line(page.sitename), "the page's name of its site", "sure")
    if page.url:
        yield Claim("url", page.url, "the page's own address", "sure")
    language = page.language or _stated_language(markup)
    if language:
        yield Claim("language", language, "the page's language tag", "sure")


def _stated_language(markup: str) -> str | None:
    found = re.search(r"""<html[^>]{0,400}?\blang\s*=\s*["']?([A-Za-z0-9-]+)""", markup[:8192], re.IGNORECASE)
    return found[1] if found and _LANGUAGE.fullmatch(found[1]) else None


def _marked_dates(markup: str) -> set[str]:
    """Days that metadata of the page (meta elements, JSON-LD) give as its day of publication, as YYYY-MM-DD."""
    days = set()
    for tag in re.findall(r"<meta\b[^>]{0,600}>", markup, re.IGNORECASE):
        content = re.search(r"""content\s*=\s*["']?(\d{4}-\d\d-\d\d)""", tag, re.IGNORECASE)
        if content and _DATE_KEY.search(tag):
            days.add(content[1])
    for script in re.findall(r"<script[^>]{0,200}ld\+json[^>]{0,200}>(.*?)</script>", markup, re.I | re.S):
        try:
            days.update(_published(json.loads(script)))
        except ValueError:
            continue
    return days


def _published(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        day = value.get("datePublished")
        if isinstance(day, str):
            yield day[:10]
        for inner in value.values():
            yield from _published(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _published(inner)
