"""Days of publication: a calendar day, or EDTF where less is known."""

from __future__ import annotations

import re
from datetime import datetime

from civicspace_schemas.edtf import check_edtf

_WITH_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d")


def normal_published(value: str) -> str:
    """The day as YYYY-MM-DD or EDTF; a time of day behind it is dropped.

    Raises ValueError for a day that can't be, and for what is no date of the kinds that a record holds.

    >>> normal_published("2018-07-31T10:00:00Z"), normal_published("2018-07")
    ('2018-07-31', '2018-07')
    """
    if _WITH_TIME.match(value):
        value = datetime.fromisoformat(value).date().isoformat()
    return check_edtf(value)
