"""Lexicon files: what they may hold, and errors that say where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from civicspace.errors import LexiconError
from civicspace.lexicons import FOLDER, read_terms, read_yaml


class Cue(BaseModel):
    model_config = ConfigDict(extra="forbid")

    term: str
    weight: int = 1


def write(folder: Path, text: str, name: str = "cues.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_words_stay_words(tmp_path: Path) -> None:
    path = write(tmp_path, "- term: no\n- term: on\n  weight: 3\n- term: 1984\n")
    assert read_yaml(path, list[Cue]) == [Cue(term="no"), Cue(term="on", weight=3), Cue(term="1984")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- term: said\n- trem: told\n", ("line 2", "trem")),
        ("- term: said\n\n- term: told\n  weight: many\n", ("line 4", "weight")),
        ("- term: said\n  term: told\n", ("line 2", "stands twice")),
        ("- term: [said\n", ("line 2",)),
        ("# nothing\n", ("empty",)),
    ],
)
def test_errors_name_file_line_and_field(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(LexiconError) as caught:
        read_yaml(write(tmp_path, text), list[Cue])
    message = str(caught.value)
    assert message.startswith("cues.yaml")
    assert "\n" not in message
    for word in words:
        assert word in message


def test_term_lists(tmp_path: Path) -> None:
    path = write(tmp_path, "# months\nmay  # the month\n\nmarch\n", "months.txt")
    assert read_terms(path) == ("may", "march")


def test_a_term_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"months.txt, line 3: 'may' stands on line 1 too"):
        read_terms(write(tmp_path, "may\nmarch\nmay\n", "months.txt"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.txt"):
        read_terms(tmp_path / "absent.txt")


def test_every_lexicon_file_says_what_it_is() -> None:
    files = sorted(p for p in FOLDER.rglob("*") if p.suffix in (".yaml", ".txt"))
    assert files
    silent = [p.name for p in files if not p.read_text(encoding="utf-8").startswith("#")]
    assert silent == []
