"""``civicspace schema``: print the JSON Schema of a record."""

from __future__ import annotations

import typer

from civicspace.cli.stopping import one_line_errors


def schema() -> None:
    """Print the JSON Schema of a record.

    For validators outside Python. What spans several fields, such as offsets against the text, is checked by
    "civicspace validate" alone.
    """
    from civicspace_schemas.export import committed_schema

    with one_line_errors():
        typer.echo(committed_schema(), nl=False)
