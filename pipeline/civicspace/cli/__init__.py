"""The command line: ``civicspace extract``, ``validate``, ``schema`` and ``add``.

Modules that cost time to import (spaCy above all) are imported by the command that needs them, when it needs them.
"""

from civicspace.cli.app import app, main

__all__ = ["app", "main"]
