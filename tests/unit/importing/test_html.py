"""Web pages: the article stays, what surrounds it goes, and what the page says of itself is read."""

import json

import pytest

from civicspace.importing.html import read_html
from civicspace.importing.importer import best_claims
from civicspace.reading.bad_input import BadInputError

LEAD = (
    "Police in Kampala held two editors of the Daily Lamp on Tuesday after the paper ran a story on land deals, the"
    " Nile Press Watch said."
)
LAST = "The ministry did not answer our questions about the arrests, which were the third of their kind in a year."
DATA = {
    "@context": "https://schema.org",
    "@graph": [{"@type": "NewsArticle", "headline": "Uganda: two editors held", "datePublished": "2023-05-03T09:00Z"}],
}
HEAD = f"""<title>Uganda: two editors held | Nile Press Watch</title>
<meta property="og:title" content="Uganda: two editors held"><meta property="og:site_name" content="Nile Press Watch">
<link rel="canonical" href="https://example.org/uganda-editors">
<script type="application/ld+json">{json.dumps(DATA)}</script>"""
BODY = f"""<nav><ul><li><a href="/">Home</a></li><li><a href="/news">All our news</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve your visit.</p><button>Accept all</button></div>
<main><article><h1>Uganda: two editors held</h1>
<div class="share"><a href="#">Share on Facebook</a></div>
<p>{LEAD}</p>
<h2>Arrests</h2><p>“We were<br>taken from our <b>des</b>ks,” editor <i>Ama Boko</i> said.&nbsp;She was freed on bail at
noon, and the court ordered her to return in a month.</p>
<ul><li>On 1 May officers searched the office.</li><li>On 2 May the other editor was charged.</li></ul>
<table><tr><th>Month</th><th>Held</th></tr><tr><td>April</td><td>12</td></tr></table>
<p>{LAST}</p><ol><li>Free them.</li><li>Drop the charges.</li></ol>
</article></main><script>var tracker = 1;</script>
<footer><p>© 2023 Nile Press Watch. All rights reserved.</p></footer>"""
TEXT = f"""Uganda: two editors held

{LEAD}

Arrests

“We were taken from our desks,” editor Ama Boko said. She was freed on bail at noon, and the court ordered her to \
return in a month.

• On 1 May officers searched the office.
• On 2 May the other editor was charged.

• Month | Held
• April | 12

{LAST}

1. Free them.
2. Drop the charges.
"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def test_the_article_alone() -> None:
    assert read_html(page().encode()).text == TEXT


def test_what_the_page_says_of_itself() -> None:
    best = best_claims(read_html(page().encode()).claims)
    assert {key: claim.value for key, claim in best.items()} == {
        "title": "Uganda: two editors held",
        "published": "2023-05-03",
        "source": "Nile Press Watch",
        "url": "https://example.org/uganda-editors",
        "language": "en",
    }
    assert {claim.trust for claim in best.values()} == {"sure"}


def test_a_title_that_the_article_lacks_stands_first() -> None:
    extracted = read_html(page(body=BODY.replace("<h1>Uganda: two editors held</h1>", "")).encode())
    assert extracted.text.startswith(f"Uganda: two editors held\n\n{LEAD}\n")
    assert any("title" in note for note in extracted.notes)


def test_two_line_breaks_part_paragraphs() -> None:
    body = f"<div><b>Zambia: six freed</b><br><br>Lusaka, 4 June 2019<br>\n<br>{LEAD}<br>{LAST}</div>"
    extracted = read_html(f"<html><head><title>Statement</title></head><body>{body}</body></html>".encode())
    assert extracted.text == f"Zambia: six freed\n\nLusaka, 4 June 2019\n\n{LEAD} {LAST}\n"
    assert "title" not in {claim.key for claim in extracted.claims}


def test_a_title_that_differs_in_its_marks_is_not_doubled() -> None:
    head = HEAD.replace("Uganda: two", "Uganda – Two")
    assert read_html(page(head).encode()).text == TEXT


@pytest.mark.parametrize(
    ("encoding", "meta"), [("cp1252", ""), ("cp1252", '<meta charset="iso-8859-1">'), ("utf-16", ""), ("utf-8", "")]
)
def test_encodings_of_pages(encoding: str, meta: str) -> None:
    assert read_html(page(meta + HEAD).encode(encoding)).text == TEXT


def test_a_declared_encoding_is_no_guess() -> None:
    declared = read_html(page('<meta charset="windows-1252">' + HEAD).encode("cp1252"))
    guessed = read_html(page().encode("cp1252"))
    assert (declared.encoding, declared.notes) == ("cp1252", ())
    assert any("best guess" in note for note in guessed.notes)


@pytest.mark.parametrize("body", ["", "<div id='app'></div><script>start()</script>"])
def test_a_page_without_an_article(body: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_html(page("", body).encode())
    assert caught.value.code == "empty"
