"""A progress bar on a terminal; nothing where standard error is a pipe or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from civicspace.cli.messages import say


class Silent:
    """Shows no progress; lines go to standard error."""

    def done(self, report: str) -> None:
        """Show nothing."""

    def say(self, line: str) -> None:
        """Write a line to standard error."""
        say(line)


class Bar(Silent):
    """A bar with the number of reports done, the last one's id, and the time left.

    total: how many reports there are, None where that isn't known.
    """

    def __init__(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("loading", total=total)

    def __enter__(self) -> Bar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def done(self, report: str) -> None:
        """Count one more report."""
        self._bar.update(self._task, advance=1, description=report[:30])

    def say(self, line: str) -> None:
        """Write a line above the bar."""
        self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress(total: Callable[[], int | None], *, quiet: bool) -> Iterator[Silent]:
    """A bar on a terminal, else silence.

    total: says how many reports there are; asked only where there is a bar.
    """
    if quiet or not sys.stderr.isatty():
        yield Silent()
        return
    with Bar(total()) as bar:
        yield bar
