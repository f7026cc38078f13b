"""PDFs: paragraphs across lines, columns and pages; heads, feet and page numbers; what can't be read and why."""

from types import SimpleNamespace

import pytest

from civicspace.importing.importer import best_claims
from civicspace.importing.pdf import read_pdf
from civicspace.importing.pdf_lines import Line
from civicspace.importing.pdf_paragraphs import paragraphs
from civicspace.reading.bad_input import BadInputError

LONG = (
    "Police in Kampala held two editors of the Daily Lamp on Tuesday after the paper ran a story on land deals in the"
    " north, the Nile Press Watch said in a statement that named the officers and asked for their suspension."
)
SECOND = "The state attorney did not reply to the questions of the paper, which were sent to him in writing in March."


def test_paragraphs_headings_and_items(paper: SimpleNamespace) -> None:
    title = paper.Put("Uganda: two editors held", 0, 0, 18, True)
    heading = paper.Put("Arrests", 0, 0, 11, True)
    items = [f"• On 1 May {SECOND}", "• On 2 May the second editor was charged.", "1. Free them."]
    text = read_pdf(paper.pdf([paper.flow([title, LONG, heading, SECOND, *items])])).text
    assert text == (
        f"Uganda: two editors held\n\n{LONG}\n\nArrests\n\n{SECOND}\n\n{items[0]}\n{items[1]}\n{items[2]}\n"
    )


def test_heads_feet_and_page_numbers_go(paper: SimpleNamespace) -> None:
    pages = []
    for k in range(3):
        head = paper.Put(f"Nile Press Watch – Report {2021 + k}", 72, 40, 9)
        foot = paper.Put(f"Page {k + 4} of 9", 300, 750, 9)
        pages.append([head, *paper.flow([f"{LONG} Part {k}.", SECOND]), foot])
    text = read_pdf(paper.pdf(pages)).text
    assert text == "\n\n".join(f"{LONG} Part {k}.\n\n{SECOND}" for k in range(3)) + "\n"


def test_a_head_of_one_chapter_goes_by_its_page_number(paper: SimpleNamespace) -> None:
    heads = ["Chapter 1: Arrests 7", "8 Nile Press Watch", "Chapter 2: Trials 9"]
    pages = [[paper.Put(head, 72, 40, 9), *paper.flow([f"{k}: {LONG}"])] for k, head in enumerate(heads)]
    assert read_pdf(paper.pdf(pages)).text == "\n\n".join(f"{k}: {LONG}" for k in range(3)) + "\n"


def test_a_title_stays_though_it_is_the_running_head_later(paper: SimpleNamespace) -> None:
    first = [paper.Put("Uganda in May", 72, 50, 18, True), *paper.flow([LONG])]
    later = [[paper.Put("Uganda in May", 72, 50, 9), *paper.flow([f"{k}: {SECOND}"])] for k in (2, 3)]
    text = read_pdf(paper.pdf([first, *later])).text
    assert text == f"Uganda in May\n\n{LONG}\n\n2: {SECOND}\n\n3: {SECOND}\n"


def test_text_that_recurs_in_the_body_stays(paper: SimpleNamespace) -> None:
    pages = [paper.flow([LONG, "No charge was brought.", SECOND], y=200) for _ in range(3)]
    assert read_pdf(paper.pdf(pages)).text.count("No charge was brought.") == 3


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the demonstra-", "tions in the town", "the demonstrations in the town"),
        ("the anti-", "government rally", "the anti-government rally"),
        ("the Inter-", "American Court", "the Inter-American Court"),
        ("a well-known woman, as well-", "known men", "a well-known woman, as well-known men"),
        ("the pre-", "and post-trial stages", "the pre- and post-trial stages"),
        ("a policeman and a police-", "man", "a policeman and a policeman"),
    ],
)
def test_hyphens_at_the_end_of_lines(first: str, second: str, joined: str, paper: SimpleNamespace) -> None:
    lines = [
        paper.Put(f"On the day after the vote, police in the centre of the town met {first}", 72, 100),
        paper.Put(f"{second} of that name, the Nile Press Watch said in its statement of Monday.", 72, 114),
    ]
    assert joined in read_pdf(paper.pdf([lines])).text


def test_a_soft_hyphen_is_never_kept() -> None:
    lines = [
        Line(text, 0, 72, 400, top, top + 11, 11, bold=False, left=72, right=400, page_height=792)
        for text, top in (("The police met the anti\u00ad", 100), ("social crowd.", 114))
    ]
    assert [block.text for block in paragraphs([lines])] == ["The police met the antisocial crowd."]


def test_a_paragraph_goes_on_on_the_next_page(paper: SimpleNamespace) -> None:
    lines = paper.flow([LONG, f"{SECOND} {LONG}"])
    first, second = lines[:-2], [paper.Put(line.text, line.x, 100 + 14 * k) for k, line in enumerate(lines[-2:])]
    assert read_pdf(paper.pdf([first, second])).text == f"{LONG}\n\n{SECOND} {LONG}\n"


def test_columns_are_read_one_after_the_other(paper: SimpleNamespace) -> None:
    left = paper.flow([LONG, SECOND], width=40, y=130)
    right = paper.flow([f"Right. {SECOND}", f"Right. {LONG}"], x=320, width=40, y=130)
    title = paper.Put("Uganda: two editors held over a story on land deals", 72, 90, 18, True)
    text = read_pdf(paper.pdf([[title, *left, *right]])).text
    assert text == f"{title.text}\n\n{LONG}\n\n{SECOND}\n\nRight. {SECOND}\n\nRight. {LONG}\n"


def test_columns_whose_lines_are_not_level(paper: SimpleNamespace) -> None:
    left = paper.flow([LONG, SECOND], width=40, y=130)
    right = paper.flow([f"Right. {SECOND}", f"Right. {LONG}"], x=320, width=40, y=137)
    text = read_pdf(paper.pdf([[*left, *right]])).text
    assert text == f"{LONG}\n\n{SECOND}\n\nRight. {SECOND}\n\nRight. {LONG}\n"


def test_an_initial_over_several_lines(paper: SimpleNamespace) -> None:
    lines = [
        paper.Put("P", 72, 100, 30),
        paper.Put("olice in Kampala held two editors of the Daily Lamp on Tuesday after the", 93, 100),
        paper.Put("paper ran a story on land deals in the north, the Nile Press Watch said", 93, 114),
        paper.Put("in a statement that named the officers and asked for their suspension.", 72, 128),
    ]
    text = read_pdf(paper.pdf([lines])).text
    assert text == f"Police{' '.join(line.text for line in lines[1:]).removeprefix('olice')}\n"


def test_notes_come_last_and_their_marks_go(paper: SimpleNamespace) -> None:
    mark = paper.Put("1", 330, 98, 6)
    page = [
        paper.Put("Police held two editors of the Daily Lamp on Tuesday.", 72, 100),
        mark,
        paper.Put("One was freed.", 340, 100),
        *paper.flow([LONG], y=130),
        paper.Put("1 The Lamp is a daily paper.", 72, 700, 8),
    ]
    text = read_pdf(paper.pdf([page])).text
    assert text.startswith("Police held two editors of the Daily Lamp on Tuesday. One was freed.\n")
    assert text.endswith("\n\nNotes\n\n1. The Lamp is a daily paper.\n")


def test_a_ruled_table_comes_row_by_row(paper: SimpleNamespace) -> None:
    cells = [("Month", 200, 102), ("Held", 300, 102), ("April", 200, 122), ("12", 300, 122)]
    page = [paper.Put(text, x, y) for text, x, y in cells]
    page += [*paper.flow([LONG], y=180), paper.Put("Held in 2023", 72, 60)]
    across = b" ".join(b"190 %d m 400 %d l S" % (792 - y, 792 - y) for y in (100, 120, 140))
    down = b" ".join(b"%d 692 m %d 652 l S" % (x, x) for x in (190, 290, 400))
    text = read_pdf(paper.pdf([page], drawing=across + b" " + down)).text
    assert text == f"Held in 2023\n\n• Month | Held\n• April | 12\n\n{LONG}\n"


def test_what_the_pdf_says_of_itself(paper: SimpleNamespace) -> None:
    title = paper.Put("Uganda: two editors held", 0, 0, 18, True)
    page = paper.flow([title, LONG])
    info = {"Title": "Microsoft Word - final.docx", "CreationDate": "D:20230504101010", "Author": "J Writer"}
    best = best_claims(read_pdf(paper.pdf([page], info)).claims)
    assert (best["title"].value, best["title"].trust) == ("Uganda: two editors held", "likely")
    assert (best["published"].value, best["published"].trust) == ("2023-05-04", "doubtful")
    assert best["source"].trust == "doubtful"
    good = best_claims(read_pdf(paper.pdf([page], {"Title": "Uganda: Two Editors Held"})).claims)
    assert good["title"].trust == "sure"


def test_pictures_of_pages(paper: SimpleNamespace) -> None:
    with pytest.raises(BadInputError, match="run OCR first") as caught:
        read_pdf(paper.pdf([[], []], pictures=True))
    assert caught.value.code == "no_text_layer"


def test_a_page_that_is_a_picture_is_named(paper: SimpleNamespace) -> None:
    extracted = read_pdf(paper.pdf([paper.flow([LONG]), []], pictures=True))
    assert extracted.notes == ("pages that are pictures, without text: 2",)


def test_empty_pages(paper: SimpleNamespace) -> None:
    with pytest.raises(BadInputError) as caught:
        read_pdf(paper.pdf([[]]))
    assert caught.value.code == "empty"


def test_nothing_but_page_numbers(paper: SimpleNamespace) -> None:
    with pytest.raises(BadInputError) as caught:
        read_pdf(paper.pdf([[paper.Put(str(k), 300, 750)] for k in (1, 2, 3)]))
    assert caught.value.code == "empty"


@pytest.mark.parametrize("raw", [b"%PDF-1.4\n", b"%PDF-1.7\nnothing of use\n%%EOF\n"])
def test_broken_files(raw: bytes) -> None:
    with pytest.raises(BadInputError) as caught:
        read_pdf(raw)
    assert caught.value.code == "broken_file"


def test_a_password(paper: SimpleNamespace) -> None:
    raw = paper.pdf([paper.flow([LONG])])
    locked = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)
    raw = raw.replace(b"trailer\n<<", b"trailer\n<< /Encrypt %s /ID [<00> <00>]" % locked)
    with pytest.raises(BadInputError, match="password") as caught:
        read_pdf(raw)
    assert caught.value.code == "encrypted"
