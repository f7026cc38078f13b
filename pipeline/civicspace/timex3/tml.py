"""A record as a TimeML document: the report's text with its time expressions tagged in place.

The markup follows TimeML 1.2.1: the document's creation time is a TIMEX3 of its own, t0, and the expressions are
numbered from t1 in text order. Taking the tags out of TEXT gives the report's text back, but for characters that XML
1.0 can't hold, which become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from civicspace.timex3.export import Timex3
from civicspace.timex3.values import calendar_value

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def timeml(record: Mapping[str, Any], items: Sequence[Timex3], text: str) -> str:
    """A TimeML document.

    record: as JSON data, for its report's id, title and day; items: its TIMEX3 items in text order, without overlap;
    text: the report's. The day of publication is the creation time, where it isn't known the day that the report was
    read against; where that isn't known either, its value is empty.
    """
    report = record["report"]
    day = calendar_value(report.get("published") or report.get("reference_date"))
    created = _tag("t0", "DATE", day, {"functionInDocument": "CREATION_TIME"}, day)
    title = f"<TITLE>{_text(report['title'])}</TITLE>\n\n" if report.get("title") else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<TimeML>\n\n"
        f"<DOCID>{_text(report['id'])}</DOCID>\n\n"
        f"<DCT>{created}</DCT>\n\n"
        f"{title}"
        f"<TEXT>{_tagged(items, text)}</TEXT>\n\n"
        "</TimeML>\n"
    )


def _tagged(items: Sequence[Timex3], text: str) -> str:
    parts, at = [], 0
    for number, item in enumerate(items, 1):
        optional = {name: content for name in ("mod", "quant", "freq") if (content := getattr(item, name))}
        attributes = {**optional, "functionInDocument": "NONE"}
        parts += [_text(text[at : item.start]), _tag(f"t{number}", item.type, item.value, attributes, item.text)]
        at = item.end
    return "".join((*parts, _text(text[at:])))


def _tag(tid: str, kind: str, value: str, attributes: Mapping[str, str], content: str) -> str:
    pairs = {"tid": tid, "type": kind, "value": value, **attributes}
    return f"<TIMEX3 {' '.join(f'{name}={_quoted(text)}' for name, text in pairs.items())}>{_text(content)}</TIMEX3>"


def _text(text: str) -> str:
    # A carriage return would be read back as a line feed.
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
