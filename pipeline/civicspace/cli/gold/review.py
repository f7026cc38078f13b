"""``civicspace gold review``: mark a draft as reviewed."""

from __future__ import annotations

from typing import Annotated

import typer

from civicspace.cli.gold.choice import CORPUS, CorpusOption, IdArgument, chosen, shown_problems
from civicspace.cli.stopping import one_line_errors
from civicspace.corpus.folder import Corpus
from civicspace.errors import CorpusError


def review(
    report_id: IdArgument,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who has read it against the report.")],
    unchanged: Annotated[
        bool, typer.Option("--unchanged", help="The draft has been read and is right as the program wrote it.")
    ] = False,
    corpus: CorpusOption = CORPUS,
) -> None:
    """Say that a draft has been read against the report by the annotation guide, and counts as gold from now on.

    The draft is checked first; with problems in it, it stays a draft, and the command ends with 1. One in which nothing
    was corrected needs --unchanged: measured against its own output, the program is always right.
    """
    with one_line_errors(), shown_problems():
        from civicspace.gold.drafting import untouched
        from civicspace.gold.layout import gold_text
        from civicspace.gold.order import in_order
        from civicspace.gold.reading import read_gold, report_text
        from civicspace.outputs.atomic import replace_files

        folder = Corpus(corpus)
        chosen(folder, [report_id])
        path = folder.gold(report_id)
        if not (name := " ".join(by.split())):
            raise CorpusError("--by: a name is needed: who has read the draft against the report?")
        text = report_text(path)
        gold = read_gold(path, text)
        if gold.status != "draft":
            raise CorpusError(f"{path}: is no draft: it counts as gold already")
        if untouched(gold) and not unchanged:
            raise CorpusError(
                f"{path}: nothing in it has changed since the program drafted it: correct it by the annotation guide,"
                " or say --unchanged if you have read all of it against the report and it is right"
            )
        reviewed = gold.model_copy(update={"status": "reviewed", "annotator": name})
        replace_files(path.parent, {path.name: gold_text(in_order(reviewed, text)).encode("utf-8")})
        typer.echo(f"reviewed by {name}: {path} counts as gold now")
