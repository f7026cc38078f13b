"""``civicspace gold export`` and ``civicspace gold import``: trading gold with brat and INCEpTION."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from civicspace.cli.gold.choice import CORPUS, CorpusOption, IdsArgument, chosen
from civicspace.cli.messages import one_line, say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.corpus.folder import Corpus
from civicspace.errors import CorpusError, GoldError

if TYPE_CHECKING:
    from civicspace_schemas.gold import Gold


class Form(StrEnum):
    """The forms of files that annotators' tools read."""

    BRAT = "brat"
    XMI = "xmi"
    JSON = "json"


def export(
    ids: IdsArgument = None,
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="brat standoff; UIMA XMI or CAS JSON, as INCEpTION reads them.", show_default=True
        ),
    ] = Form.BRAT,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")] = Path(
        "annotate"
    ),
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of the same names.")] = False,
    corpus: CorpusOption = CORPUS,
) -> None:
    """Write gold as files for an annotators' tool, with the tool's configuration; drafts too, marked as drafts.

    brat: ID.ann and ID.txt, annotation.conf, visual.conf. XMI: ID.xmi, TypeSystem.xml. CAS JSON: ID.json. For
    INCEpTION also inception-layers.json, to import in the project's settings. Bring the work back with
    civicspace gold import.
    """
    bad = 0
    with one_line_errors():
        from civicspace.gold.trade.files import report_files, shared_files
        from civicspace.outputs.atomic import replace_files

        folder = Corpus(corpus)
        contents = shared_files(form.value)
        done: list[str] = []
        drafts: list[str] = []
        for report_id in chosen(folder, ids):
            try:
                gold, files = report_files(folder, report_id, form.value)
            except CorpusError as error:
                _show(error)
                bad += 1
                continue
            contents |= files
            done.append(report_id)
            drafts += [report_id] if gold.status == "draft" else []
        if not force:
            _refuse_to_overwrite(output, contents)
        if done:
            replace_files(output, contents)
        named = f", {len(drafts):,} of them drafts ({', '.join(drafts)})" if drafts else ""
        say(f"{len(done):,} of {len(done) + bad:,} reports written to {output}{named}")
    if bad:
        raise typer.Exit(BAD_REPORTS)


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files of brat (.ann) or UIMA (.xmi, .json), or a folder.")
    ],
    force: Annotated[bool, typer.Option("--force", help="Overwrite gold that differs, and say what changed.")] = False,
    corpus: CorpusOption = CORPUS,
) -> None:
    """Take gold back from an annotators' tool: check it against its report, write it to gold/ID.json.

    Gold that is there and differs is left as it is without --force. A file without the status "reviewed" becomes a
    draft. What can't be understood is named by file and line, or by layer and words, and ends the command with 1.
    """
    bad = 0
    with one_line_errors():
        from civicspace.gold.trade.files import files_of, imported

        folder = Corpus(corpus)
        paths = files_of(files)
        found: dict[str, tuple[Path, Gold]] = {}
        for path in paths:
            try:
                gold = imported(path, folder)
                if gold.report in found:
                    raise CorpusError(
                        f"{path}: {found[gold.report][0]} is gold of {gold.report} too: import one of them"
                    )
                found[gold.report] = (path, gold)
            except CorpusError as error:
                _show(error, path)
                bad += 1
        for path, gold in found.values():
            try:
                typer.echo(_write(folder, gold, force=force))
            except CorpusError as error:
                _show(error, path)
                bad += 1
    if bad:
        raise typer.Exit(BAD_REPORTS)


def _show(error: CorpusError, path: Path | None = None) -> None:
    """Print what is wrong, a line for each problem; path: the file it came from, where the message lacks it."""
    if isinstance(error, GoldError):
        if path is not None:
            say(f"error: {path}: the gold in it is wrong:")
        for problem in error.problems:
            typer.echo(str(problem))
    else:
        where = f"{path.parent}/" if path is not None and str(error).startswith(f"{path.name}:") else ""
        say(f"error: {where}{one_line(error)}")


def _refuse_to_overwrite(output: Path, contents: dict[str, bytes]) -> None:
    """Raise CorpusError where a file is there already with another content."""
    others = [name for name, data in contents.items() if (output / name).exists() and _differs(output / name, data)]
    if others:
        more = f" and {len(others) - 1:,} more" if len(others) > 1 else ""
        raise CorpusError(f"{output / others[0]}{more}: there already, with another content: give --force to overwrite")


def _differs(path: Path, data: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != data


def _write(corpus: Corpus, gold: Gold, *, force: bool) -> str:
    """Write a report's gold where it may be written; gives back what to say of it."""
    from civicspace.gold.layout import gold_text
    from civicspace.gold.reading import read_gold
    from civicspace.gold.trade.changes import change_text, changes
    from civicspace.outputs.atomic import replace_files

    path = corpus.gold(gold.report)
    new = gold_text(gold).encode("utf-8")
    draft = " (a draft: review it, then run civicspace gold review)" if gold.status == "draft" else ""
    if not path.exists():
        what = "new"
    elif path.read_bytes() == new:
        return f"{gold.report}: as it was"
    else:
        try:
            what = change_text(changes(read_gold(path), gold))
        except GoldError:
            what = "the gold there is wrong and can't be compared"
        if not force:
            raise CorpusError(f"{path}: there already, and differs ({what}): give --force to overwrite")
    replace_files(path.parent, {path.name: new})
    return f"{gold.report}: {what}{draft}"
