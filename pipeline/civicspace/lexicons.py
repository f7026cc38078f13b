"""Reading the lexicon: term lists and rules kept as data under lexicon/, checked when loaded.

Two kinds of file. ``NAME.yaml`` holds records; every scalar is read as text, so that the words no, on and yes
stay words, and a pydantic model then checks and converts them. ``NAME.txt`` holds one
term a line; ``#`` starts a comment. An error names file, line and field.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import TypeAdapter, ValidationError

from civicspace.errors import LexiconError

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML without its C part
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

FOLDER = Path(str(resources.files("civicspace") / "lexicon"))

type _Lines = dict[tuple[str | int, ...], int]


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: can't be read ({error})") from error


def _build(node: yaml.Node, at: tuple[str | int, ...], lines: _Lines, file: str) -> Any:
    lines[at] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        record: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in record:
                raise LexiconError(f"{file}, line {key_node.start_mark.line + 1}: {key!r} stands twice")
            record[key] = _build(value_node, (*at, key), lines, file)
            lines[(*at, key)] = key_node.start_mark.line + 1
        return record
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*at, k), lines, file) for k, item in enumerate(node.value)]
    return (
        None
        if isinstance(node, yaml.ScalarNode) and node.value in ("", "null", "~") and node.style is None
        else node.value
    )


def _line_of(at: tuple[str | int, ...], lines: _Lines) -> int:
    while at and at not in lines:
        at = at[:-1]
    return lines.get(at, 1)


def read_yaml[T](path: Path, shape: type[T]) -> T:
    """Read and check one YAML lexicon file.

    path: the file. shape: what it holds, a pydantic model or any type that pydantic can check
    (``dict[str, Cue]``, ``list[Trigger]``). Raises LexiconError with file, line and field.
    """
    try:
        node = yaml.compose(_read_text(path), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(f"{path.name}, line {line}: {error.problem}") from error
    if node is None:
        raise LexiconError(f"{path.name}: the file is empty")
    lines: _Lines = {}
    data = _build(node, (), lines, path.name)
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        # A misspelt key raises two errors, an unknown field and a missing one; the unknown one says more.
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise LexiconError(
            f"{path.name}, line {_line_of(first['loc'], lines)}, field {where}: {first['msg']}"
        ) from error


def read_terms(path: Path) -> tuple[str, ...]:
    """Read a list of terms, one a line; comments and empty lines are left out.

    Raises LexiconError where a term stands twice.
    """
    terms: dict[str, int] = {}
    for number, line in enumerate(_read_text(path).split("\n"), 1):
        term = line.split("#", 1)[0].strip()
        if not term:
            continue
        if term in terms:
            raise LexiconError(f"{path.name}, line {number}: {term!r} stands on line {terms[term]} too")
        terms[term] = number
    return tuple(terms)


@cache
def _read_once(name: str, shape: Any) -> Any:
    return read_yaml(FOLDER / f"{name}.yaml", shape)


def lexicon[T](name: str, shape: type[T]) -> T:
    """A YAML lexicon of the package by its path under lexicon/ without ending, read once."""
    return cast(T, _read_once(name, cast(Hashable, shape)))


@cache
def terms(name: str) -> tuple[str, ...]:
    """A term list of the package by its path under lexicon/ without ending, read once."""
    return read_terms(FOLDER / f"{name}.txt")
