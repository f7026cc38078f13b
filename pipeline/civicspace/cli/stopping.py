"""Ending a command early: errors as one line, interruptions without a trace."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from types import FrameType
from typing import NoReturn

import typer

from civicspace.cli.messages import one_line, say
from civicspace.errors import CivicspaceError, GoldError

BAD_REPORTS = 1
NOTHING_DONE = 2
INTERRUPTED = 130
READER_GONE = 141
TERMINATED = 143


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn errors meant for people into a line on standard error (gold: a line a problem) and an exit status."""
    try:
        yield
    except KeyboardInterrupt as error:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        _forget_standard_output()
        raise typer.Exit(READER_GONE) from error
    except GoldError as error:
        for problem in error.problems:
            say(f"error: {one_line(problem)}")
        raise typer.Exit(NOTHING_DONE) from error
    except (CivicspaceError, OSError) as error:
        say(f"error: {one_line(error)}")
        raise typer.Exit(NOTHING_DONE) from error


def _forget_standard_output() -> None:
    """Keep Python from complaining at exit of output that nobody reads."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


type _Handler = Callable[[int, FrameType | None], object] | signal.Handlers


@contextmanager
def _handling(handlers: dict[signal.Signals, _Handler]) -> Iterator[None]:
    """Handle signals in another way for a while; only a process's main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def ended_by_termination() -> AbstractContextManager[None]:
    """Let SIGTERM end the program like any exit, so that temporary files are removed."""
    return _handling({signal.SIGTERM: _end})


def undisturbed() -> AbstractContextManager[None]:
    """Let nobody interrupt the moment in which files get their names."""
    return _handling({signal.SIGINT: signal.SIG_IGN, signal.SIGTERM: signal.SIG_IGN})
