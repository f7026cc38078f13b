"""The cross-check on a made-up corpus with scorers of its own."""

import json
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

import civicspace.pipelines
from civicspace.errors import LexiconError
from civicspace.evaluation.public import catalogue
from civicspace.evaluation.public.catalogue import Corpus, corpora, peers
from civicspace.evaluation.public.crosscheck import TASKS, Outcome, Prepared, extractor, measure, prepare
from civicspace.evaluation.public.sources import NotMeasuredError, load_scorer, read_documents
from civicspace.evaluation.public.table import markdown
from civicspace.pipelines import Pipelines

TEXT = "Police arrested two journalists on 3 May 2018. “We will march again,” Ama Boko said."

TIMEX_SCORER = """
def score(gold, found):
    right = [t for g, f in zip(gold, found) for t in g["timexes"] if t in f["timexes"]]
    share = 100 * len(right) / sum(len(g["timexes"]) for g in gold)
    return {"strict": {"f1": share}, "relaxed": {"f1": share}, "value_f1": share}
"""
QUOTES_SCORER = """
def explode(documents):
    return documents

def score(gold, found, keep=None, speech=False):
    same = [[tuple(map(tuple, q["spans"])) for q in d["quotes"]] for d in gold]
    right = same == [[tuple(q["spans"]) for q in d["quotes"]] for d in found]
    return {"overlap": (1.0, 1.0, float(right)), "attributed": (0.0, 0.0, 0.5)}
"""
EVENTS_SCORER = """
import json

def main(gold, found):
    types = [[json.loads(line)["violation_types"] for line in open(path)] for path in (gold, found)]
    right = 1.0 if types[0] == types[1] else 0.0
    print(f"all {len(types[0])} documents: P {right:.3f} R 0.250 F1 0.400")
    print("  killing: P 0.111 R 0.111 F1 0.111")
"""


def _lines(path: Path, *documents: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One corpus of each kind, and the scorers in the folder beside it."""
    folder, tools = tmp_path / "data", tmp_path / "tools"
    start = TEXT.index("3 May")
    date = {"start": start, "end": start + len("3 May 2018"), "type": "DATE", "value": "2018-05-03"}
    _lines(folder / "timex/probe.jsonl", {"doc_id": "a", "text": TEXT, "dct": "2018-05-04", "timexes": [date]})
    start = TEXT.index("We will")
    quote = {"spans": [[start, start + len("We will march again,")]], "cue": None, "speaker": None}
    _lines(folder / "quotes/polnear-dev.jsonl", {"doc_id": "a", "text": TEXT, "quotes": [quote]})
    _lines(
        folder / "events/hrdsattack-dev.jsonl",
        {"id": 7, "text": TEXT, "date": "2018-05-04 10:00:00", "violation_types": ["unknown"]},
        {"id": 8, "text": "Nothing happened near the landmine.", "date": None, "violation_types": ["other"]},
    )
    tools.mkdir()
    for name, code in (("timex", TIMEX_SCORER), ("quotes", QUOTES_SCORER), ("hrdsattack", EVENTS_SCORER)):
        (tools / f"score_{name}.py").write_text(code, encoding="utf-8")
    return folder


def _corpus(name: str) -> Corpus:
    return next(corpus for corpus in corpora() if corpus.id == name)


def _run(data: Path, name: str, pipelines: Pipelines) -> Outcome:
    (ready,) = prepare([_corpus(name)], data, data.parent / "tools")
    assert isinstance(ready, Prepared)
    return measure(ready, extractor(pipelines), lambda document, error: None)


def test_the_real_stages_on_a_made_up_corpus(data: Path, pipelines: Pipelines) -> None:
    dates, quotes = _run(data, "probe", pipelines), _run(data, "polnear", pipelines)
    assert dates.figures == {"strict F1": 100, "relaxed F1": 100, "value F1": 100}
    assert quotes.figures["all"] == 100
    assert quotes.figures["attributed"] == 50
    assert (dates.documents, dates.words, dates.errors, dates.skipped) == (1, len(TEXT.split()), [], None)
    assert dates.cpu_per_1000_words is not None
    assert dates.cpu_per_1000_words > 0


def test_a_document_that_fails_is_named_and_counts_as_empty(data: Path, light_pipelines: Pipelines) -> None:
    told: list[tuple[str, bool]] = []
    (ready,) = prepare([_corpus("hrdsattack")], data, data.parent / "tools")
    assert isinstance(ready, Prepared)
    outcome = measure(ready, extractor(light_pipelines), lambda document, error: told.append((document, bool(error))))
    assert told == [("7", False), ("8", True)]
    assert [error.report for error in outcome.errors] == ["8"]
    assert outcome.figures == {"precision": 0, "recall": 25, "F1": 40}
    assert "(1 failed and count as found empty)" in markdown([outcome])
    assert "- 8: the stage unit_trips_over: ZeroDivisionError" in markdown([outcome])


def test_a_limit_takes_the_first_documents_and_says_so(data: Path, light_pipelines: Pipelines) -> None:
    (ready,) = prepare([_corpus("hrdsattack")], data, data.parent / "tools", limit=1)
    assert isinstance(ready, Prepared)
    outcome = measure(ready, extractor(light_pipelines), lambda document, error: None)
    assert outcome.figures["precision"] == 100
    assert "| civicspace | development part, for tuning; first 1 only | 100.0 | 25.0 | 40.0 |" in markdown([outcome], 1)


def test_what_is_not_there_is_skipped_with_a_word(data: Path) -> None:
    (data.parent / "tools" / "score_quotes.py").unlink()
    ready = prepare(corpora(), data, data.parent / "tools")
    skipped = {corpus.corpus.id: corpus.skipped for corpus in ready if isinstance(corpus, Outcome)}
    assert skipped == {
        "timebank": f"{data}/timex/timebank.jsonl isn't there",
        "aquaint": f"{data}/timex/aquaint.jsonl isn't there",
        "wikiwars": f"{data}/timex/wikiwars-train.jsonl isn't there",
        "polnear": f"{data.parent}/tools/score_quotes.py isn't there",
    }


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "holds no documents"),
        ("{not json}\n", "line 1: no JSON"),
        ('{"doc_id": "a", "text": "b"}\n', "line 1: timexes is missing"),
        ("[]\n", "line 1: doc_id, text, timexes is missing"),
    ],
)
def test_a_corpus_that_is_no_corpus(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NotMeasuredError, match=reason):
        read_documents(path, TASKS["timex"].fields)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("def scor(): pass", "has no function score"),
        ("1 / 0", "can't be loaded: ZeroDivisionError"),
        ("def score(:", "can't be loaded: SyntaxError"),
    ],
)
def test_a_scorer_that_is_none(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "score.py"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NotMeasuredError, match=reason):
        load_scorer(path, ("score",))


def test_a_scorer_that_fails_or_prints_nothing(data: Path, light_pipelines: Pipelines) -> None:
    scorer = data.parent / "tools" / "score_hrdsattack.py"
    scorer.write_text("def main(gold, found):\n    raise KeyError('types')\n", encoding="utf-8")
    assert _run(data, "hrdsattack", light_pipelines).skipped == "score_hrdsattack.py ended with KeyError: 'types'"
    scorer.write_text("def main(gold, found):\n    print('all fine')\n", encoding="utf-8")
    assert "prints no line of figures" in (_run(data, "hrdsattack", light_pipelines).skipped or "")


def test_every_peer_has_a_corpus_and_measures_of_its_task() -> None:
    for corpus in corpora():
        for peer in peers(corpus.id):
            assert set(peer.figures) <= set(TASKS[corpus.task].measures), peer.system
            assert all(0 <= figure <= 100 for figure in peer.figures.values()), peer.system
    assert [len(peers(corpus.id)) for corpus in corpora()] == [4, 4, 4, 4, 4, 1]


def test_a_peer_of_an_unknown_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "peers.yaml").write_text("- {system: S, corpus: nowhere, part: all, figures: {F1: 1}}\n")
    known = corpora()
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    monkeypatch.setattr(catalogue, "corpora", lambda: known)
    with pytest.raises(LexiconError, match="'nowhere' is none of"):
        peers.__wrapped__("probe")


def _command(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["corpora", *arguments])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("civicspace.evaluation.public", run_name="__main__")
    return int(end.value.code or 0)


def test_the_command(
    data: Path,
    light_pipelines: Pipelines,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(civicspace.pipelines, "load_pipelines", lambda: light_pipelines)
    output = data.parent / "out"
    assert _command(monkeypatch, str(data), "--output", str(output)) == 0
    shown = capsys.readouterr()
    assert "T5-large, published" in shown.out
    assert "TimeBank: dates, F1: skipped: " in shown.out
    assert "HRDsAttack: 2 documents" in shown.err
    assert "error: 8: the stage unit_trips_over" in shown.err
    written = json.loads((output / "corpora.json").read_text(encoding="utf-8"))
    assert {corpus["id"]: corpus["figures"].get("recall") for corpus in written["corpora"]}["hrdsattack"] == 25
    assert "## HRDsAttack" in (output / "corpora.md").read_text(encoding="utf-8")


def test_the_command_without_any_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _command(monkeypatch, str(tmp_path / "data"), "--output", str(tmp_path / "out"), "--only", "quotes") == 0
    shown = capsys.readouterr()
    assert shown.out.replace("\n", "").count("skipped: ") == 1
    assert "nothing was measured" in shown.err
    assert not (tmp_path / "out").exists()


def test_the_command_with_a_kind_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _command(monkeypatch, str(tmp_path), "--only", "chains") == 2
    assert "'chains'" in capsys.readouterr().err


def test_results_that_cannot_be_written(
    data: Path, light_pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(civicspace.pipelines, "load_pipelines", lambda: light_pipelines)
    taken = data.parent / "taken"
    taken.write_text("a file", encoding="utf-8")
    assert _command(monkeypatch, str(data), "--output", str(taken)) == 2
    assert "is a file, or lies under one: name a folder" in capsys.readouterr().err
    assert taken.read_text(encoding="utf-8") == "a file"
