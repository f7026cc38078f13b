"""The versions that stand in every record: what must be equal for two runs to write the same bytes."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import version

from civicspace import __version__
from civicspace.pipelines import Pipelines
from civicspace_schemas.provenance import ModelVersion, PipelineVersions


@cache
def numeric_backend() -> str:
    """Libraries and processor features that decide how the model's numbers are rounded.

    Another instruction set adds in another order; a score near a tie may then fall the other way.
    """
    import numpy
    from thinc.api import get_current_ops

    features = numpy.show_config(mode="dicts")["SIMD Extensions"]
    widest = [*features.get("baseline", []), *features.get("found", [])][-1:]
    libraries = [f"{name} {version(name)}" for name in ("thinc", "blis", "numpy")]
    return ", ".join([*libraries, f"{get_current_ops().name} ops", " ".join([platform.machine(), *widest])])


def versions_of(pipelines: Pipelines) -> PipelineVersions:
    """Versions of everything that turns a report into a record with these pipelines."""
    return PipelineVersions(
        civicspace=__version__,
        spacy=version("spacy"),
        model=ModelVersion(name=pipelines.model.name, version=pipelines.model.version),
        config=pipelines.config,
        numeric=numeric_backend(),
    )
