"""Files of annotators' tools: which files an export of gold writes, and the gold of files that come back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from civicspace.corpus.folder import Corpus
from civicspace.errors import CorpusError
from civicspace.gold.checking import sha256_of
from civicspace.gold.layout import gold_text
from civicspace.gold.reading import parse_gold, read_gold, report_text
from civicspace.gold.trade.brat import annotation_conf, from_brat, to_brat, visual_conf
from civicspace.gold.trade.uima import (
    from_cas,
    inception_layers,
    read_cas,
    report_of,
    to_cas,
    type_system_xml,
    write_cas,
)
from civicspace.gold.trade.uima.files import LAYERS, TYPE_SYSTEM
from civicspace.reading.bad_input import shown
from civicspace_schemas.gold import Gold

type Form = Literal["brat", "xmi", "json"]

ENDINGS = (".ann", ".xmi", ".json")
"""Endings of the files that an import reads."""


def shared_files(form: Form) -> dict[str, bytes]:
    """Name -> bytes of the files that a folder of exported gold holds once: the tool's configuration."""
    if form == "brat":
        return {"annotation.conf": annotation_conf().encode(), "visual.conf": visual_conf().encode()}
    layers = {LAYERS: inception_layers().encode()}
    return layers | {TYPE_SYSTEM: type_system_xml().encode()} if form == "xmi" else layers


def report_files(corpus: Corpus, report_id: str, form: Form) -> tuple[Gold, dict[str, bytes]]:
    """A report's gold and its files: name -> bytes.

    brat's text is the report without byte order mark, for offsets begin behind one; a CAS holds the text itself.
    Raises GoldError for gold that is wrong, CorpusError for gold that the form can't hold.
    """
    path = corpus.gold(report_id)
    text = report_text(path)
    gold = read_gold(path, text)
    if form == "brat":
        return gold, {f"{report_id}.ann": to_brat(gold, text).encode(), f"{report_id}.txt": text.encode()}
    return gold, {f"{report_id}.{form}": write_cas(to_cas(gold, text), form, report_id)}


def files_of(names: Sequence[Path]) -> list[Path]:
    """The files that an import reads: those named, and in a folder all that an annotator's tool may have written.

    Raises CorpusError for a name that is no such file and for a folder without any.
    """
    found: list[Path] = []
    for name in names:
        if name.is_dir():
            inside = sorted(path for path in name.iterdir() if path.suffix in ENDINGS and path.name != LAYERS)
            if not inside:
                raise CorpusError(f"{shown(name)}: holds no .ann, .xmi or .json file")
            found += inside
        elif not name.exists():
            raise CorpusError(f"{shown(name)}: no such file or folder")
        elif name.suffix not in ENDINGS:
            raise CorpusError(f"{shown(name)}: is no .ann, .xmi or .json file")
        else:
            found.append(name)
    return found


def imported(path: Path, corpus: Corpus) -> Gold:
    """The gold in a file of an annotator's tool, in order and checked against the corpus's report.

    Which report it is, the file's name says; a CAS under another name says so itself. Raises GoldError with everything
    that is wrong with the gold, CorpusError for a file that can't be understood or whose text is not the report's.
    """
    if path.suffix == ".ann":
        report_id = path.stem
        text = _text(corpus, report_id, path)
        try:
            gold = from_brat(path.read_bytes().decode("utf-8"), text, report_id)
        except UnicodeDecodeError as error:
            raise CorpusError(f"{shown(path)}: is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    else:
        cas = read_cas(path)
        report_id = path.name.removesuffix(path.suffix).removesuffix(".txt")
        if not corpus.text(report_id).exists():
            report_id = report_of(cas) or report_id
        text = _text(corpus, report_id, path)
        if cas.sofa_string != text:
            raise CorpusError(
                f"{shown(path)}: its text is not that of {shown(corpus.text(report_id))}: restore that text,"
                " or export again and carry the work over"
            )
        gold = from_cas(cas, report_id)
    if gold.text_sha256 is None:  # its spans were read from this very text
        gold = gold.model_copy(update={"text_sha256": sha256_of(text)})
    parse_gold(gold_text(gold).encode(), report_id, text)
    return gold


def _text(corpus: Corpus, report_id: str, path: Path) -> str:
    if not corpus.text(report_id).exists():
        raise CorpusError(
            f"{shown(path)}: {shown(corpus.reports)} has no report {shown(report_id)!r}: name the file as its report"
        )
    return report_text(corpus.gold(report_id))
