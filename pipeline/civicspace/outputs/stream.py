"""Records on standard output, each as soon as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from civicspace.errors import OutputError
from civicspace.outputs.index import Made


class OutputStream:
    """Writes records, and nothing else, to a stream of bytes.

    Attributes: ``records`` and ``errors`` (how many of each were handed over). Raises OutputError where the stream
    can't be written, and BrokenPipeError where its reader has gone.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.records = 0
        self.errors = 0

    def record(self, line: bytes, rows: Mapping[str, bytes], made: Made | None = None) -> None:  # noqa: ARG002
        """Write one record's line; flat tables and an index need a folder."""
        try:
            self._stream.write(line)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"can't write to standard output: {error.strerror or error}") from error
        self.records += 1

    def error(self, line: bytes) -> None:  # noqa: ARG002
        """Count one error; it was named on standard error."""
        self.errors += 1

    def commit(self, run: Mapping[str, object]) -> None:
        """Nothing is left to do."""

    def discard(self) -> None:
        """What was written stands."""
