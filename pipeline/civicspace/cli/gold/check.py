"""``civicspace gold check``: is every gold file valid against its text?"""

from __future__ import annotations

import typer

from civicspace.cli.gold.choice import CORPUS, CorpusOption, IdsArgument, chosen, show_problems
from civicspace.cli.messages import say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.corpus.folder import Corpus
from civicspace.errors import GoldError


def check(ids: IdsArgument = None, corpus: CorpusOption = CORPUS) -> None:
    """Check gold: its form, its words and types, every span against the text.

    Prints a line for every problem, with the report, the layer, the item and the closest match, and ends with 1 if
    there is any.
    """
    with one_line_errors():
        from civicspace.gold.reading import read_gold
        from civicspace.gold.spans import items_of

        folder = Corpus(corpus)
        files = chosen(folder, ids)
        items = problems = bad = 0
        drafts = []
        for report_id in files:
            try:
                found = read_gold(folder.gold(report_id))
            except GoldError as error:
                show_problems(error.problems, report_id, ids)
                problems += len(error.problems)
                bad += 1
                continue
            items += sum(map(len, items_of(found).values()))
            if found.status == "draft":
                drafts.append(report_id)
        if bad:
            say(f"{_number(len(files), 'gold file')}: {_number(problems, 'problem')} in {_number(bad, 'file')}")
        else:
            named = f" ({', '.join(drafts)})" if drafts else ""
            counted = f"{_number(items, 'item')}, {_number(len(drafts), 'draft')}{named}"
            say(f"{_number(len(files), 'gold file')}, {counted}: no problems")
    if bad:
        raise typer.Exit(BAD_REPORTS)


def _number(number: int, noun: str) -> str:
    """A number with its noun.

    >>> _number(1, "draft"), _number(2000, "item")
    ('1 draft', '2,000 items')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
