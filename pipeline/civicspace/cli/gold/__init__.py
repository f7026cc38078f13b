"""``civicspace gold``: the commands for hand-made annotations."""

from __future__ import annotations

import typer

from civicspace.cli.gold.check import check
from civicspace.cli.gold.draft import draft
from civicspace.cli.gold.format import format_
from civicspace.cli.gold.review import review
from civicspace.cli.gold.schema import schema
from civicspace.cli.gold.trade import export, import_

gold = typer.Typer(
    name="gold",
    no_args_is_help=True,
    help="Check, format, draft and trade gold: the annotations made by hand that quality is measured against.",
    epilog="To begin: write corpus/gold/ID.json by corpus/annotation-guide.md, then run civicspace gold format ID and"
    " civicspace gold check ID.",
)
gold.command()(check)
gold.command(name="format")(format_)
gold.command(no_args_is_help=True)(draft)
gold.command(no_args_is_help=True)(review)
gold.command()(export)
gold.command(name="import", no_args_is_help=True)(import_)
gold.command()(schema)
