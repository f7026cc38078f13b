"""Where a corpus keeps what: reports/ID.txt and ID.toml, gold/ID.json, originals/, split.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from civicspace.errors import CorpusError
from civicspace.reading.bad_input import shown
from civicspace.reading.folder import METADATA_ENDING, TEXT_ENDING

type Part = Literal["dev", "test"]

PARTS: tuple[Part, ...] = get_args(Part.__value__)
"""dev: rules are written looking at these reports; test: measured alone, never looked at when writing rules."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus folder; nothing in it has to exist before it is asked for.

    >>> Corpus(Path("corpus")).text("2018-north-korea").as_posix()
    'corpus/reports/2018-north-korea.txt'
    """

    root: Path

    @property
    def reports(self) -> Path:
        """The folder of texts and metadata."""
        return self.root / "reports"

    @property
    def gold_folder(self) -> Path:
        """The folder of gold annotations."""
        return self.root / "gold"

    @property
    def originals(self) -> Path:
        """The folder of files that reports were made from, and of what was changed on the way."""
        return self.root / "originals"

    def text(self, report_id: str) -> Path:
        """A report's text."""
        return self.reports / f"{report_id}{TEXT_ENDING}"

    def metadata(self, report_id: str) -> Path:
        """A report's metadata."""
        return self.reports / f"{report_id}{METADATA_ENDING}"

    def gold(self, report_id: str) -> Path:
        """A report's gold."""
        return self.gold_folder / f"{report_id}.json"

    def gold_ids(self) -> list[str]:
        """Ids of the reports that have a gold file, drafts among them, sorted."""
        return sorted(path.stem for path in self.gold_folder.glob("*.json") if not path.name.startswith("."))

    def parts(self) -> dict[str, Part]:
        """Each report's part of the corpus as split.json states it; one that it doesn't name is of the dev part.

        Raises CorpusError where split.json can't be read.
        """
        path = self.root / "split.json"
        if not path.exists():
            return {}
        try:
            split = json.loads(path.read_text(encoding="utf-8"))
            parts = {str(report): cast("Part", entry["part"]) for report, entry in split.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise CorpusError(f'{shown(path)}: can\'t be read as {{ID: {{"part": "dev"}}}}: {error}') from error
        for report, part in parts.items():
            if part not in PARTS:
                raise CorpusError(f"{shown(path)}: {report}: part {part!r}: write dev or test")
        return parts
