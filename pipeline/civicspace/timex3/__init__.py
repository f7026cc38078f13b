"""The dates of a record as TIMEX3, the notation that public corpora and other tools of time expressions use.

A record holds EDTF (ISO 8601-2) for what lies on the calendar and ISO 8601 for lengths, and leaves out what tells no
date ("now", "recently"). TIMEX3 (TimeML Annotation Guidelines 1.2.1; ISO 24617-1) has values of its own for weeks,
weekends, seasons, parts of the day, vague lengths and recurrence, takes other extents, and marks those adverbs too.

- ``values``: the value of one date, with ``lengths`` for durations and ``sets`` for what recurs (value, quant, freq);
  ``modifiers``: its mod;
- ``extents``: which characters of the record's expression TIMEX3 marks, and where it has two expressions; ``stretches``
  and ``eras`` know two such cases;
- ``references``: the expressions that a record leaves out;
- ``export``: the items of a record; ``lines``: as lines of JSON; ``tml``: as a TimeML document;
- ``words``: the word lists.

The words are in lexicon/dates/timex3.yaml and timex3_references.yaml.
"""

from civicspace.timex3.export import Timex3, timexes
from civicspace.timex3.tml import timeml

__all__ = ["Timex3", "timeml", "timexes"]
