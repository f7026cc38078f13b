"""The example of gold in corpus/README.md is gold of the text that it names."""

from __future__ import annotations

import json
import re
from pathlib import Path

from civicspace.gold.formatting import format_gold
from civicspace.gold.layout import gold_text
from civicspace.gold.reading import parse_gold, parse_hand_gold

README = (Path(__file__).parents[3] / "corpus" / "README.md").read_text(encoding="utf-8")


def test_the_example_is_filled_without_a_problem() -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (text,) = re.findall(r'reads "(.*?)":', " ".join(README.split()))
    formatted = format_gold(parse_hand_gold(example.encode(), "2018-example"), text)
    assert formatted.problems == []
    assert formatted.gold.quotes[0].speaker is not None
    assert text[: formatted.gold.quotes[0].speaker.start].endswith("nothing,” ")
    assert parse_gold(gold_text(formatted.gold).encode(), "2018-example", text) == formatted.gold
    assert set(json.loads(example)) == {"report", "entities", "dates", "quotes", "events"}
