"""Showing what was inferred of a report, and asking about it: the conversation of ``civicspace add``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import typer

from civicspace.importing.imported import Claim, Imported
from civicspace.reading.bad_input import BadInputError
from civicspace.reading.metadata import KEYS, check_metadata

LEAVE_OUT = "-"
ALWAYS_ASKED = ("title", "published", "country")
"""Asked for on a terminal even where nothing was found: these are what a record gains most by."""

_YES = ("", "y", "yes")
_NO = ("n", "no")


@dataclass(slots=True)
class Choice:
    """The metadata decided on: all ``values``, and the claims that stand among them though nobody stated them."""

    values: dict[str, str | None]
    inferred: dict[str, Claim] = field(default_factory=dict)


def unattended(given: Mapping[str, str | None], best: Mapping[str, Claim], *, take: bool) -> Choice:
    """Decide without asking, and print what was found and what became of it.

    given: values stated on the command line. best: what was found, by key. take: whether to take what is sure or
    likely (--yes); what is doubtful is printed and left out either way.
    """
    choice = Choice(dict(given))
    left = False
    for key in KEYS:
        claim = best.get(key)
        if claim is None or given.get(key):
            continue
        if take and claim.trust != "doubtful":
            choice.values[key], choice.inferred[key] = claim.value, claim
            typer.echo(f"{key}: {claim.value} ({_basis(claim)})")
        else:
            left |= claim.trust != "doubtful"
            why = "doubtful, left out" if claim.trust == "doubtful" else "left out"
            typer.echo(f"{key}: {why}: {claim.value} ({_basis(claim)})")
    if left:
        typer.echo("what was left out can be written into the report's .toml; --yes would have taken it")
    return choice


def asked(given: Mapping[str, str | None], best: Mapping[str, Claim]) -> Choice:
    """Ask on the terminal about every value that was found and not given; what is given is never asked about.

    Enter takes the guess, another value replaces it, "-" leaves it out. A doubtful guess is shown but has to be typed.
    """
    choice = Choice(dict(given))
    typer.echo(f"Enter takes what stands in brackets, another value replaces it, {LEAVE_OUT} leaves it out.")
    for key in KEYS:
        claim = best.get(key)
        if given.get(key) or (claim is None and key not in ALWAYS_ASKED):
            continue
        if claim is not None and claim.trust == "doubtful":
            typer.echo(f"  {key}: perhaps {claim.value} ({_basis(claim)})")
        default = claim.value if claim is not None and claim.trust != "doubtful" else ""
        if claim is not None and default:
            typer.echo(f"  ({_basis(claim)})")
        value = _ask(key, default, lambda text, key=key: check_metadata({key: text}))  # type: ignore[misc]
        if not value:
            continue
        choice.values[key] = value
        if claim is not None and default and value == claim.value:
            choice.inferred[key] = replace(claim, where=f"{claim.where}, confirmed")
    return choice


def asked_id(suggestion: str | None, check: Callable[[str], object]) -> str:
    """Ask for the report's id until it is fit and free; check: raises an error with a ``message`` where it isn't."""
    while True:
        value = _ask("id", suggestion or "", check)
        if value:
            return value
        typer.echo("  a report needs an id, such as 2023-uganda")


def agreed(question: str) -> bool:
    """Ask a question whose answer is yes unless it is no."""
    while True:
        answer = _line(f"{question} [Y/n] ").lower()
        if answer in _YES:
            return True
        if answer in _NO:
            return False


def _ask(label: str, default: str, check: Callable[[str], object]) -> str:
    """A valid value, or nothing."""
    while True:
        value = _line(f"{label} [{default}]: ") or default
        if value in ("", LEAVE_OUT):
            return ""
        try:
            check(value)
        except BadInputError as problem:
            typer.echo(f"  {problem.message}")
        else:
            return value


def _line(question: str) -> str:
    """A line typed by the user; the end of input stops the command."""
    try:
        return input(question).strip()
    except EOFError as error:
        typer.echo()
        raise KeyboardInterrupt from error


def contradictions(imported: Imported, values: Mapping[str, str | None]) -> list[str]:
    """A note for every value that differs from what the file or its text says, doubtful guesses aside.

    A less exact date contradicts none that lies within it.
    """
    notes = []
    for key in ("published", "country", "language", "url"):
        value = values.get(key)
        if not value:
            continue
        for claim in imported.claims:
            if claim.key == key and claim.trust != "doubtful" and not _agree(key, value, claim.value):
                notes.append(f"{key} is {value}, but the file says {claim.value} ({_basis(claim)})")
    return list(dict.fromkeys(notes))


def _agree(key: str, one: str, other: str) -> bool:
    one, other = one.casefold().rstrip("/"), other.casefold().rstrip("/")
    if key in ("published", "language"):
        return one.startswith(other) or other.startswith(one)
    return one == other


def _basis(claim: Claim) -> str:
    return f"{claim.where}; {claim.trust}"
