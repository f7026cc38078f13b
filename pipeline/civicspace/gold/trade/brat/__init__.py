"""Gold as brat standoff (https://brat.nlplab.org/standoff.html): files that annotators load, edit and give back.

What stands for what:

- an entity: a text-bound of its type on one place of each form, the forms joined by an ``Alias`` line;
- a date: a text-bound of its kind (date, time, duration, set);
- a quote: a text-bound of its kind (direct, indirect, mixed), discontinuous where its cue splits it, with the
  relations ``cued_by`` to a ``cue`` and ``said_by`` to a ``speaker``;
- an event: an event on its trigger, with the attribute ``Status`` and the relation ``same_as`` to an earlier mention;
- a chain: text-bounds ``mention`` joined by a ``Coref`` line;
- every other value: a note on one of these, ``key: value; key: value | value``;
- the file itself: a text-bound ``Report`` on the text's first word, whose note holds status, annotator, reference
  date, the text's SHA-256, and whether coreference was annotated.

Offsets count Unicode code points of the text, as brat's server counts them.
"""

from civicspace.gold.trade.brat.configuration import annotation_conf, visual_conf
from civicspace.gold.trade.brat.reading import from_brat
from civicspace.gold.trade.brat.writing import to_brat

__all__ = ["annotation_conf", "from_brat", "to_brat", "visual_conf"]
