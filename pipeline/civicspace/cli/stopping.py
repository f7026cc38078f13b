"""Ending a command early: errors as one line, interruptions without a trace."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import typer

from civicspace.cli.messages import one_line, say
from civicspace.errors import CivicspaceError

BAD_REPORTS = 1
NOTHING_DONE = 2
INTERRUPTED = 130
READER_GONE = 141
TERMINATED = 143


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn errors meant for people into a line on standard error and an exit status."""
    try:
        yield
    except KeyboardInterrupt as error:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        _forget_standard_output()
        raise typer.Exit(READER_GONE) from error
    except (CivicspaceError, OSError) as error:
        say(f"error: {one_line(error)}")
        raise typer.Exit(NOTHING_DONE) from error


def _forget_standard_output() -> None:
    """Keep Python from complaining at exit of output that nobody reads."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def ended_by_termination() -> Iterator[None]:
    """Let SIGTERM end the program like any exit, so that temporary files are removed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(TERMINATED)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
