"""A file of any accepted format, imported: text, repairs, and what is known of the report."""

from __future__ import annotations

from civicspace.importing.formats import Format, file_format
from civicspace.importing.imported import Claim, Extracted, Imported, Trust
from civicspace.importing.repairs import repair
from civicspace.reading.bad_input import BadInputError
from civicspace.reading.metadata import check_metadata
from civicspace.reading.text import MAX_CHARACTERS, check_text, too_long

MAX_FILE_BYTES = 200_000_000
_BY_TRUST: dict[Trust, int] = {"sure": 0, "likely": 1, "doubtful": 2}
_FORMAT_NAMES: dict[Format, str] = {"txt": "plain text", "html": "a web page", "docx": "a Word file", "pdf": "a PDF"}


def import_file(raw: bytes, name: str) -> Imported:
    """The report that a file holds.

    raw: the file, byte for byte. name: its name; "-" for standard input. Offsets may be counted in the text that comes
    back, and in no earlier one. Raises BadInputError for a file that holds no report, CivicspaceError where the extra
    ``import`` is missing.
    """
    if len(raw) > MAX_FILE_BYTES:
        raise BadInputError("too_long", f"is larger than {MAX_FILE_BYTES // 1_000_000} MB")
    kind = file_format(raw, name)
    extracted = _extract(kind, raw)
    if len(extracted.text) > MAX_CHARACTERS:
        raise too_long()
    text, repairs, notes = repair(extracted.text)
    text = check_text(text)
    repairs = extracted.repairs + repairs
    return Imported(
        name,
        raw,
        kind,
        text,
        kind == "txt" and extracted.encoding == "utf-8" and not repairs,
        extracted.encoding,
        extracted.extractor,
        repairs,
        tuple(_claims(extracted, text)),
        (*_misnamed(kind, name), *extracted.notes, *notes),
    )


def _extract(kind: Format, raw: bytes) -> Extracted:
    if kind == "html":
        from civicspace.importing.html import read_html

        return read_html(raw)
    if kind == "docx":
        from civicspace.importing.docx import read_docx

        return read_docx(raw)
    if kind == "pdf":
        from civicspace.importing.pdf import read_pdf

        return read_pdf(raw)
    from civicspace.importing.plain import read_plain

    return read_plain(raw)


def _misnamed(kind: Format, name: str) -> tuple[str, ...]:
    ending = name.rpartition(".")[2].lower()
    if ending in ("txt", "html", "htm", "docx", "pdf") and ending != kind and not (ending == "htm" and kind == "html"):
        return (f"its name ends in .{ending}, but it holds {_FORMAT_NAMES[kind]} and was read as one",)
    return ()


def _claims(extracted: Extracted, text: str) -> list[Claim]:
    """What the file says of itself, then what its text tells; values that the corpus would refuse are left out."""
    from civicspace.importing.country_guess import guess_country
    from civicspace.importing.date_guess import guess_date
    from civicspace.importing.title_guess import guess_title

    claims = [claim for claim in extracted.claims if _is_valid(claim)]
    for found in (guess_title(text), guess_date(text)):
        if found:
            claims.append(found)
    title = best_claims(claims).get("title")
    country = guess_country(text, title.value if title else None)
    return [*claims, country] if country else claims


def _is_valid(claim: Claim) -> bool:
    try:
        check_metadata({claim.key: claim.value})
    except BadInputError:
        return False
    return True


def best_claims(claims: tuple[Claim, ...] | list[Claim]) -> dict[str, Claim]:
    """For each key the claim that is trusted most, the first among equals."""
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.key not in best or _BY_TRUST[claim.trust] < _BY_TRUST[best[claim.key].trust]:
            best[claim.key] = claim
    return best
