"""TIMEX3 items as lines of JSON."""

from __future__ import annotations

from collections.abc import Sequence

from civicspace.outputs.json_text import dump_line
from civicspace.timex3.export import Timex3


def lines(report_id: str, items: Sequence[Timex3]) -> bytes:
    """A report's items, one a line: report_id, id (t1, t2 ...), offsets, text, value; unknown fields are null.

    >>> lines("a", [Timex3(0, 3, "Now", "DATE", "PRESENT_REF")]).decode()[:59]
    '{"report_id":"a","id":"t1","start":0,"end":3,"text":"Now","'
    """
    return b"".join(
        dump_line(
            {
                "report_id": report_id,
                "id": f"t{number}",
                "start": item.start,
                "end": item.end,
                "text": item.text,
                "type": item.type,
                "value": item.value or None,
                "mod": item.mod or None,
                "quant": item.quant or None,
                "freq": item.freq or None,
                "date": item.date,
            }
        )
        for number, item in enumerate(items, 1)
    )
