"""What is broken is mended and recorded; what only looks odd stays as it is."""

import sys

import pytest

from civicspace.importing.repairs import repair


def _misread(text: str) -> str:
    """UTF-8 read as Windows-1252, the undefined bytes as control characters, as browsers and old programs do."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Activists José Núñez and Ángel Muñoz were held.",
        "“We will march,” François Lefèvre said – the court’s ruling came late…",
        "Şener Yılmaz and Gülşah İnce were held in İstanbul.",
        "Nguyễn Văn Đài was held in Hà Nội.",
        "Журналист Иван Петров был задержан.",
        "Łukasz Wiśniewski",
    ],
)
def test_mojibake_is_undone(text: str) -> None:
    assert _misread(text) != text
    fixed, repairs, notes = repair(_misread(text))
    assert fixed == text
    assert repairs
    assert notes == ()


def test_what_was_changed_is_recorded() -> None:
    fixed, repairs, _ = repair("Two men.\r\nJosÃ© was held with Ana.\r\nIt\x92s true.\r\nJones &amp; Sons\r\n")
    assert fixed == "Two men.\r\nJosé was held with Ana.\r\nIt’s true.\r\nJones & Sons\r\n"
    assert [(r.line, r.before, r.after) for r in repairs] == [
        (2, "JosÃ©", "José"),
        (3, "It\x92s", "It’s"),
        (4, "&amp;", "&"),
    ]
    assert "latin-1" in repairs[0].rule
    assert "C1" in repairs[1].rule
    assert "entity" in repairs[2].rule


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "La pâte à tartiner, Âge tendre, château",  # French
        "Ârgint, pâine, România, Târgu Mureș",  # Romanian
        "NÃO É, SÃO PAULO, AÇÃO, MANHÃ",  # Portuguese in capitals
        "Ðakovo, Þór, Ýmir",
        "Ёлка и съезд",  # Cyrillic
        "اعتقلت الشرطة ثلاثة صحفيين",
        "نامه\u200cها",  # Persian with a zero-width non-joiner
        "\u202bعربي\u202c and \u2067עברית\u2069",  # bidi marks
        "👩\u200d👩\u200d👧 🏳️\u200d🌈",
        "“curly” ‘quotes’ „low“ «angles»",
        "ﬁle ﬂow",  # ligatures
        "Ａｂｃ １２３",  # full width
        "e\u0301 n\u0303",  # decomposed letters
        "one\u2028two\x0bthree\x0cfour",  # line breaks
        "no\u00a0break \u00adsoft",
        "AT&T, R&D; a&b;c",
        "<p>five &lt; six &amp; seven</p>",  # markup is meant
        "5 &lt; 6",
        "£50, 5 µg, 20 °C, ½, §3",
        "price: ¥100 – €5",
    ],
)
def test_what_is_not_broken_stays(text: str) -> None:
    assert repair(text) == (text, (), ())


def test_lost_letters_are_said() -> None:
    text, repairs, notes = repair("Jos\ufffd was held.")
    assert (text, repairs) == ("Jos\ufffd was held.", ())
    assert "a letter was lost" in notes[0]


def test_without_ftfy_the_text_stays_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    text, repairs, notes = repair("JosÃ©")
    assert (text, repairs) == ("JosÃ©", ())
    assert "civicspace[import]" in notes[0]
