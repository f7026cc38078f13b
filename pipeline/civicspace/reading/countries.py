"""Country codes of metadata: ISO 3166-1 alpha-2, and XK for Kosovo."""

from __future__ import annotations

from difflib import get_close_matches

_USER_ASSIGNED = ("XK",)
_COMMON_SLIPS = {"UK": "GB", "EL": "GR"}


def country_code(value: str) -> str | None:
    """The code in capitals, or None where no country has it.

    >>> country_code("kp"), country_code("XX")
    ('KP', None)
    """
    import pycountry  # costs a tenth of a second, and many reports state no country

    code = value.upper()
    known = len(code) == 2 and (code in _USER_ASSIGNED or pycountry.countries.get(alpha_2=code) is not None)
    return code if known else None


def likely_code(value: str) -> str | None:
    """The code of the country that somebody may have meant by a name, an alpha-3 code or a slip; None where unclear.

    >>> likely_code("PRK"), likely_code("UK"), likely_code("Kenia"), likely_code("Atlantis")
    ('KP', 'GB', 'KE', None)
    """
    import pycountry

    slip = _COMMON_SLIPS.get(value.upper())
    if slip:
        return slip
    try:
        return str(pycountry.countries.lookup(value).alpha_2)
    except LookupError:
        close = get_close_matches(value.casefold(), {c.name.casefold(): c for c in pycountry.countries}, 1, 0.75)
        return str(pycountry.countries.lookup(close[0]).alpha_2) if close else None
