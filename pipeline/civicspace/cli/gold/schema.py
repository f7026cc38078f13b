"""``civicspace gold schema``: print the JSON Schema of a gold file."""

from __future__ import annotations

import typer

from civicspace.cli.stopping import one_line_errors


def schema() -> None:
    """Print the JSON Schema of a gold file, for editors that complete and check while one types.

    What the text decides, such as offsets, is checked by "civicspace gold check" alone.
    """
    from civicspace_schemas.gold import committed_gold_schema

    with one_line_errors():
        typer.echo(committed_gold_schema(), nl=False)
