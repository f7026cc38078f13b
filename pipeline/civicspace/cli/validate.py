"""``civicspace validate``: check records against the schema and the contracts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from civicspace.cli.messages import one_line, say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.errors import CivicspaceError

type Finding = tuple[str, int, str]


def validate(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Files of records, one a line, such as reports.jsonl, or -."),
    ],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit status tells.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Check records against the schema: types, offsets against the text, references between ids.

    Prints FILE:LINE: and the reason for every record that is wrong, and ends with 1 if there is any.
    """
    records = 0
    findings: list[Finding] = []
    with one_line_errors():
        for name in files:
            with ExitStack() as stack:
                stream = sys.stdin.buffer if name == "-" else stack.enter_context(_open(name))
                for line, reason in _check(stream):
                    records += 1
                    if reason is None:
                        continue
                    findings.append((name, line, reason))
                    if not quiet and not as_json:
                        typer.echo(f"{name}:{line}: {reason}")
        if as_json:
            problems = [{"file": name, "line": line, "reason": reason} for name, line, reason in findings]
            typer.echo(json.dumps({"records": records, "invalid": len(findings), "problems": problems}, indent=2))
        elif not quiet:
            say(f"{records:,} records, {len(findings):,} invalid")
    if findings:
        raise typer.Exit(BAD_REPORTS)


def _open(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise CivicspaceError(f"{name}: can't be read: {getattr(error, 'strerror', None) or error}") from error


def _check(stream: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """Each line's number with the reason why it is no valid record, or None; blank lines are passed over."""
    from civicspace_schemas import RecordError, read_record

    first_line: dict[str, int] = {}
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            report = read_record(line).report.id
        except RecordError as error:
            yield number, one_line(error)
            continue
        first = first_line.setdefault(report, number)
        yield number, None if first == number else f"{report}: the id stands on line {first} too"
