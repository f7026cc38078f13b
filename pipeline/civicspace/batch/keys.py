"""What a record is made of, as one key: where it is the same, an earlier run's record can be kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING

from civicspace.report import Report

if TYPE_CHECKING:
    from civicspace.annotations import Warn


class Keys:
    """Gives each report its key: a SHA-256 over everything that its record depends on.

    program: gives the program's fingerprint; called with the first report, so that a run without any needs no model.
    options: those of the run that change records.
    """

    def __init__(self, program: Callable[[], str], options: Mapping[str, object]) -> None:
        self._find_program = program
        self._options = dict(options)

    @cached_property
    def _program(self) -> str:
        return self._find_program()

    def __call__(self, report: Report, warnings: Sequence[Warn] = ()) -> str:
        """The key of a report: id, metadata, text, the batch's warnings, options and program. Its file doesn't count.

        warnings: what the record says because of other reports. Raises what ``program`` does.
        """
        facts = {
            "program": self._program,
            "options": self._options,
            "id": report.id,
            "metadata": asdict(report.metadata),
            "warnings": [asdict(warning) for warning in warnings],
        }
        digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode())
        digest.update(b"\0" + report.text.encode("utf-8"))
        return digest.hexdigest()
