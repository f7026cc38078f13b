"""What a run did, as data for run.json and as a short table for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from civicspace import __version__
from civicspace_schemas.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from rich.table import Table

    from civicspace.batch.run import Tally


_PIPELINE = ("civicspace", "spacy", "model", "config", "numeric")


def run_facts(
    tally: Tally, versions: Mapping[str, Any] | None, options: Mapping[str, Any], seconds: float
) -> dict[str, Any]:
    """The contents of run.json: the numbers that add up, what was found, versions, options and seconds.

    Reports are records and errors, records are kept and new ones. What was found is what all records hold; seconds
    are those of this run alone, in which kept records took none of the stages' time.

    versions: those in the run's records; None where there is no record, so that nothing was loaded.
    """
    stages = {stage: round(spent, 3) for stage, spent in tally.seconds.items()}
    return {
        "reports": tally.reports,
        "records": tally.records,
        "kept": tally.kept,
        "new": tally.records - tally.kept,
        "errors": tally.errors,
        "errors_by_code": dict(sorted(tally.codes.items())),
        "found": dict(tally.found),
        "versions": {
            "schema": SCHEMA_VERSION,
            **(versions or dict.fromkeys(_PIPELINE)),
            "civicspace": __version__,
        },
        "options": dict(options),
        "seconds": {"of": "this run, for its new records", "total": round(seconds, 3), "stages": stages},
    }


def summary_table(facts: Mapping[str, Any]) -> Table:
    """A table of a run's counts: reports, records (kept and new) and errors, then the items of each layer.

    facts: as ``run_facts`` gives them.
    """
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column("what")
    table.add_column("how many", justify="right")
    table.add_column("")
    table.add_row("reports", f"{facts['reports']:,}")
    shares = ", ".join(f"{name} {facts[name]:,}" for name in ("kept", "new") if facts[name])
    table.add_row("records", f"{facts['records']:,}", shares)
    by_code = ", ".join(f"{code} {count:,}" for code, count in facts["errors_by_code"].items())
    table.add_row("errors", f"{facts['errors']:,}", by_code, end_section=True)
    for layer, count in facts["found"].items():
        table.add_row(layer, f"{count:,}")
    return table
