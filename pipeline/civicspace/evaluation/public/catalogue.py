"""Which corpora there are, and what others reach on them: corpora.yaml and peers.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from civicspace.errors import LexiconError
from civicspace.lexicons import read_yaml

TaskName = Literal["timex", "quotes", "events"]

FOLDER = Path(__file__).parent


class Corpus(BaseModel):
    """One corpus: ``id``, ``name`` as shown, ``task``, ``file`` under the folder of data, ``part`` that it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    task: TaskName
    file: str
    part: str


class Peer(BaseModel):
    """One system's row: ``system``, ``corpus`` (an id), ``part`` it was measured on, ``figures`` in percent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    system: str
    corpus: str
    part: str
    figures: dict[str, float]


@cache
def corpora() -> tuple[Corpus, ...]:
    """The corpora of corpora.yaml in its order. Raises LexiconError where the file is wrong."""
    return tuple(read_yaml(FOLDER / "corpora.yaml", list[Corpus]))


@cache
def peers(corpus: str) -> tuple[Peer, ...]:
    """The rows of peers.yaml for a corpus, in its order.

    Raises LexiconError where the file is wrong or names a corpus that corpora.yaml lacks.
    """
    rows = read_yaml(FOLDER / "peers.yaml", list[Peer])
    known = {corpus.id for corpus in corpora()}
    for row in rows:
        if row.corpus not in known:
            raise LexiconError(f"peers.yaml: {row.system}: corpus {row.corpus!r} is none of {', '.join(sorted(known))}")
    return tuple(row for row in rows if row.corpus == corpus)
