"""Tables on the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civicspace.evaluation.tables import TextTable

FILE_WIDTH = 160
"""Characters of a line where standard output is no terminal."""


def print_tables(tables: Iterable[TextTable]) -> None:
    """Print tables to standard output, as wide as the terminal is."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=FILE_WIDTH)
    for table in tables:
        grid = Table(title=Text(table.title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        for k, head in enumerate(table.heads):
            grid.add_column(Text(head), justify="left" if k < table.left else "right", no_wrap=k != 1)
        for row in table.rows:
            grid.add_row(*map(Text, row))
        console.print(grid)
