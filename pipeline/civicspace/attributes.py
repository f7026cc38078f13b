"""The one table of extension attributes that civicspace sets on a Doc.

spaCy keeps extensions in a registry shared by the whole process, so every name is prefixed
``civic_`` and declared only where nobody has declared it yet.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from civicspace import serialisation

DOC_ATTRIBUTES: dict[str, Any] = {
    "civic_source_text": None,  # str: the report as received, where doc.text is its cleaned copy of the same length
    "civic_published": None,  # str: day of publication or EDTF as stated by the metadata
    "civic_country": None,  # str: ISO 3166 alpha-2 as stated by the metadata
    "civic_reference": None,  # annotations.Reference, written by civic_dates
    "civic_sections": None,  # list[annotations.Section]
    "civic_entities": None,  # list[annotations.Entity]
    "civic_dates": None,  # list[annotations.Timex]
    "civic_quotes": None,  # list[annotations.Quote]
    "civic_events": None,  # list[annotations.Event]
    "civic_acts": None,  # list[annotations.Act]
    "civic_warnings": None,  # list[annotations.Warn]
    "civic_token_table": None,  # tokens.TokenTable, made on first use
}


def declare() -> None:
    """Declare every attribute of the table that is not declared yet; safe to call again.

    >>> declare()
    >>> Doc.has_extension("civic_dates")
    True
    """
    for name, default in DOC_ATTRIBUTES.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    serialisation.register()


def source_text(doc: Doc) -> str:
    """The report as received; ``doc.text`` itself where no cleaned copy was made.

    Names and spans that go into a record are cut from here, so that they equal the file's characters.
    """
    text: str | None = doc._.civic_source_text
    return doc.text if text is None else text
