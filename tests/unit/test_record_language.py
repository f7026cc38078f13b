"""Is a report English? Original sentences in several languages, each its own expectation."""

from __future__ import annotations

import pytest

from civicspace.language import detect_language, function_word_share

ENGLISH = (
    "Police detained two reporters on Monday after they had covered a march in the capital. Their lawyer said that "
    "neither of them was told what the charge would be, and that the families had not been allowed to see them."
)
FRENCH = (
    "La police a arrêté deux journalistes lundi après leur reportage sur une marche dans la capitale. Leur avocat a "
    "déclaré que personne ne connaît encore les accusations et que les familles attendent toujours une visite."
)
SPANISH = (
    "La policía detuvo el lunes a dos periodistas que habían cubierto una marcha en la capital. Su abogada dijo que "
    "nadie conoce todavía los cargos y que las familias siguen esperando poder visitarlos en la cárcel."
)
GERMAN = (
    "Die Polizei nahm am Montag zwei Journalistinnen fest, die über einen Marsch in der Hauptstadt berichtet hatten. "
    "Ihr Anwalt sagte, dass noch niemand die Vorwürfe kenne und dass die Familien auf einen Besuch warteten."
)
NAMES = "Abdullahi Chanda Mwila Banda Phiri Tembo Zulu Mumba Sakala Daka Lungu Moyo Ncube Dube Sibanda " * 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (GERMAN, "de"),
        (ENGLISH + " " + "« Nous attendons toujours » is what they wrote on the wall of the prison.", "en"),
    ],
    ids=["english", "capitals", "french", "spanish", "german", "english-with-french"],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12 345 -- !!", "Liberté, égalité, fraternité", "Presse Union Lusaka"])
def test_too_little_to_tell_counts_as_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_function_words_part_english_from_the_rest() -> None:
    shares = [function_word_share(text.lower().split()) for text in (ENGLISH, FRENCH, SPANISH, GERMAN, NAMES)]
    assert shares[0] > 0.3
    assert max(shares[1:]) < 0.05


def test_no_words_have_no_share() -> None:
    assert function_word_share([]) == 0.0
