"""What a run did, as data for run.json and as a short table for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from civicspace import __version__
from civicspace_schemas import SCHEMA_VERSION
from civicspace_schemas.provenance import PipelineVersions

if TYPE_CHECKING:
    from rich.table import Table

    from civicspace.batch.run import Tally


def run_facts(
    tally: Tally, versions: PipelineVersions | None, options: Mapping[str, Any], seconds: float
) -> dict[str, Any]:
    """The contents of run.json: the three numbers that add up, what was found, versions, options and seconds.

    versions: those in the run's records; None where no report could be read, so that nothing was loaded.
    """
    pipeline = versions.model_dump() if versions else dict.fromkeys(PipelineVersions.model_fields)
    stages = {stage: round(spent, 3) for stage, spent in tally.seconds.items()}
    return {
        "reports": tally.reports,
        "records": tally.records,
        "errors": tally.errors,
        "errors_by_code": dict(sorted(tally.codes.items())),
        "found": dict(tally.found),
        "versions": {"schema": SCHEMA_VERSION, **pipeline, "civicspace": __version__},
        "options": dict(options),
        "seconds": {"total": round(seconds, 3), "stages": stages},
    }


def summary_table(facts: Mapping[str, Any]) -> Table:
    """A table of a run's counts: reports, records and errors, then the items of each layer.

    facts: as ``run_facts`` gives them.
    """
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column("what")
    table.add_column("how many", justify="right")
    table.add_column("")
    for name in ("reports", "records"):
        table.add_row(name, f"{facts[name]:,}")
    by_code = ", ".join(f"{code} {count:,}" for code, count in facts["errors_by_code"].items())
    table.add_row("errors", f"{facts['errors']:,}", by_code, end_section=True)
    for layer, count in facts["found"].items():
        table.add_row(layer, f"{count:,}")
    return table
