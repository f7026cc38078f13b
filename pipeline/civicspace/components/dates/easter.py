"""Easter Sunday of the Western and of the Orthodox churches."""

from __future__ import annotations

from datetime import date, timedelta


def western(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (Meeus' form of the anonymous algorithm).

    >>> western(2018).isoformat()
    '2018-04-01'
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    number, before = divmod(h + n - 7 * m + 114, 31)
    return date(year, number, before + 1)


def orthodox(year: int) -> date:
    """Easter Sunday by the Julian calendar (Meeus' Julian algorithm), as a day of the Gregorian one.

    >>> orthodox(2018).isoformat()
    '2018-04-08'
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    number, before = divmod(d + e + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, number, before + 1) + timedelta(days=behind)
