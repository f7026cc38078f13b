"""From words to the span that is meant; what is left open is refused with the places there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicspace.gold.places import Places
from civicspace.gold.pointing import UnplacedError, point
from civicspace_schemas.gold import Pointer

TEXT = "Lunde was arrested. Brandt was arrested. “Free them!” The arrests were unarrested."


@pytest.mark.parametrize(
    ("pointer", "start"),
    [
        (Pointer(text="Brandt"), 20),
        (Pointer(text="arrested", occurrence=1), 10),
        (Pointer(text="arrested", occurrence=2), 31),
        (Pointer(text="arrested", within="Brandt was arrested"), 31),
        (Pointer(text="was", within="was arrested. Brandt was arrested", occurrence=2), 27),
        (Pointer(text="arrest", within="The arrests"), 58),  # part of a word, inside longer words alone
        (Pointer(text="s we", within="arrests were un"), 64),  # inside words that are themselves cut
        (Pointer(text="“Free"), 41),
        (Pointer(text="them!”"), 47),
        (Pointer(text="arrests", occurrence=1), 58),
    ],
)
def test_a_place_is_found(pointer: Pointer, start: int) -> None:
    span = point(pointer, Places(TEXT))
    assert (span.start, span.text) == (start, pointer.text)
    assert TEXT[span.start : span.end] == pointer.text


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        (
            Pointer(text="arrested"),
            'stands twice: say which with "occurrence" or "within": '
            "(1) at 10 “Lunde was arrested. Brandt was arreste…”, "
            "(2) at 31 “…rrested. Brandt was arrested. “Free them!” The a…”",
        ),
        (Pointer(text="arrested", occurrence=3), "stands twice, so there is no occurrence 3: (1) at 10 "),
        (Pointer(text="Brandt", occurrence=2), "stands once, so there is no occurrence 2: (1) at 20 "),
        (Pointer(text="arest"), 'does not stand in the text: the closest is "arrests" at 58-65'),
        (Pointer(text="quietly"), "does not stand in the text, nor anything like it"),
        (Pointer(text="arrest"), 'stands only inside longer words: say where with "within", or give start and end'),
        (Pointer(text="Lunde", within="Brandt was"), 'does not stand in "Brandt was"'),
        (
            Pointer(text="was", within="was arrested"),
            'can\'t be placed: within "was arrested" stands twice: make it lo',
        ),
        (Pointer(text="arrested. Brandt", within="was arrested. Bra"), 'does not stand in "was arrested. Bra"'),
        (Pointer(text="was", within="was freed"), 'can\'t be placed: within "was freed" does not stand in the text'),
        (Pointer(text="was", within="was arrested. Brandt was"), "stands twice: say which"),
    ],
)
def test_what_is_left_open_is_refused(pointer: Pointer, message: str) -> None:
    with pytest.raises(UnplacedError) as raised:
        point(pointer, Places(TEXT))
    assert str(raised.value).startswith(message)


def test_many_places_are_counted_and_the_first_shown() -> None:
    with pytest.raises(UnplacedError, match=r"stands 50 times: .*\(3\) at 6 .*, …$"):
        point(Pointer(text="no"), Places("no " * 50))


@given(st.text(alphabet="ab, “”é\u0301\n", min_size=1, max_size=60), st.data())
def test_words_and_occurrence_give_the_span_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    places = Places(text)
    standing = places.of(words)
    if start in standing:
        pointer = Pointer(text=words, occurrence=standing.index(start) + 1)
        assert point(pointer, places).start == start
    elif not standing and len(places.within_words(words)) == 1:
        assert point(Pointer(text=words, within=text), places).start == start
