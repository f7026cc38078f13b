"""One sentence a frame of the cue lexicon, and sentences that are no quotes."""

from __future__ import annotations

import pytest

INDIRECT = [
    # text, content, cue, speaker
    (
        "The union said on Tuesday that the raid had been unlawful.",
        ["the raid had been unlawful"],
        "said",
        "The union",
    ),
    ("Lawyers say the two men were beaten in custody.", ["the two men were beaten in custody"], "say", "Lawyers"),
    ("The raid, the group added, was unlawful.", ["The raid", "was unlawful"], "added", "the group"),
    ("The raid was unlawful, the group said.", ["The raid was unlawful"], "said", "the group"),
    (
        "The minister told reporters that no shots had been fired.",
        ["no shots had been fired"],
        "told",
        "The minister",
    ),
    (
        "The commission warned donors that funds could be frozen.",
        ["funds could be frozen"],
        "warned",
        "The commission",
    ),
    (
        "The court, as one observer put it, has become a stage.",
        ["The court", "has become a stage"],
        "put it",
        "one observer",
    ),
    (
        "According to the league, nine students were expelled.",
        ["nine students were expelled"],
        "According to",
        "the league",
    ),
    (
        "Nine students were expelled, according to the league.",
        ["Nine students were expelled"],
        "according to",
        "the league",
    ),
    (
        "In the lawyer's words, the trial was a rehearsal.",
        ["the trial was a rehearsal"],
        "In the lawyer's words",
        "the lawyer",
    ),
    ("The spokesman was quoted as saying that the law would go.", ["the law would go"], "saying", "The spokesman"),
    ("In a statement, the council said that the ban was void.", ["the ban was void"], "said", "the council"),
    ("A reporter wrote on Twitter that police took her phone.", ["police took her phone"], "wrote", "A reporter"),
    (
        "The council's report found that eleven stations had closed.",
        ["eleven stations had closed"],
        "found",
        "The council's report",
    ),
    ("Sources said the editor had left the country.", ["the editor had left the country"], "said", "Sources"),
    (
        "The envoy voiced concern that the vote would be delayed.",
        ["the vote would be delayed"],
        "voiced concern",
        "The envoy",
    ),
    (
        "Several groups raised concerns that the bill would curb donations.",
        ["the bill would curb donations"],
        "raised concerns",
        "Several groups",
    ),
    ("The minister's claim that nobody was hurt was false.", ["nobody was hurt"], "claim", "The minister's"),
    ("The army denied that its soldiers had opened fire.", ["its soldiers had opened fire"], "denied", "The army"),
    ("The mayor went on to say that the square was closed.", ["the square was closed"], "say", "The mayor"),
]


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), INDIRECT)
def test_reported_clauses(quotes, text, content, cue, speaker):
    (found,) = quotes(text)
    assert found.kind == "indirect"
    assert found.content == content
    assert found.cue == cue
    assert found.speaker in (speaker, speaker.removesuffix("'s"))


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("“We waited for hours,” she said.", ["We waited for hours,"], "said", "she"),
        ("“We waited for hours,” said the nurse.", ["We waited for hours,"], "said", "the nurse"),
        ("“They came at night,” recalled her brother.", ["They came at night,"], "recalled", "her brother"),
        ("“We waited for hours”, a nurse told the radio.", ["We waited for hours"], "told", "a nurse"),
        ("She said: “We waited for hours.”", ["We waited for hours."], "said", "She"),
        ("He said ‘the deal will not last.’", ["the deal will not last."], "said", "He"),
        (
            "The pastor wrote to his flock: ‘Forty beds are cold tonight.’",
            ["Forty beds are cold tonight."],
            "wrote",
            "The pastor",
        ),
        (
            "As one observer put it, “the court has become a stage”.",
            ["the court has become a stage"],
            "put it",
            "one observer",
        ),
        (
            "In the words of her lawyer, “the verdict was ready”.",
            ["the verdict was ready"],
            "In the words of",
            "her lawyer",
        ),
        (
            "According to her lawyer, “the verdict was ready”.",
            ["the verdict was ready"],
            "According to",
            "her lawyer",
        ),
        (
            "The officer ordered his men to “clear the square by dawn”.",
            ["clear the square by dawn"],
            "ordered",
            "The officer",
        ),
        ("The union warned that “a gag is still a gag”.", ["a gag is still a gag"], "warned", "The union"),
        ("The governor: “We will not tolerate disorder.”", ["We will not tolerate disorder."], None, "The governor"),
        (
            "“We will not tolerate disorder.” – Ana Ruiz, governor",
            ["We will not tolerate disorder."],
            None,
            "Ana Ruiz, governor",
        ),
        (
            "A vendor remembers it otherwise: ‘I keep the cartridges here.’",
            ["I keep the cartridges here."],
            None,
            "A vendor",
        ),
    ],
)
def test_quotations(quotes, text, content, cue, speaker):
    (found,) = quotes(text)
    assert found.kind == "direct"
    assert found.content == content
    assert found.speaker == speaker
    if cue is not None:
        assert found.cue == cue


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The clerk said that her file was “incomplete”.", ["her file was “incomplete”"]),
        (
            "The army said its inquiry had found ‘no failures of any kind’.",
            ["its inquiry had found ‘no failures of any kind’"],
        ),
        (
            "The court said the law was ‘void. It must be repealed at once.’",
            ["the law was ‘void. It must be repealed at once.’"],
        ),
        (
            "The ministry countered that “an exchange of fire” had left two dead.",
            ["“an exchange of fire” had left two dead"],
        ),
        (
            "The minister called the report “a bouquet of lies and half-truths”.",
            ["the report “a bouquet of lies and half-truths”"],
        ),
        ("The union was guilty of ‘sabotage’, the ministry claimed.", ["The union was guilty of ‘sabotage’"]),
    ],
)
def test_clauses_with_quoted_parts(quotes, text, content):
    (found,) = quotes(text)
    assert found.kind == "mixed"
    assert found.content == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "She said that the office had been searched and that two laptops were missing.",
            ["the office had been searched and that two laptops were missing"],
        ),
        (
            "Police said they had fired in the air, although three students were wounded.",
            ["they had fired in the air"],
        ),
        ("The guard denied that shots had been fired and blamed the marchers.", ["shots had been fired"]),
        ("The state says the paper may print; its editor has gone abroad.", ["the paper may print"]),
        (
            "Abuja, May 3, 2021 – The paper should be reopened, the council said today.",
            ["The paper should be reopened"],
        ),
        (
            "The mayor said the hall was full, adding that nobody had been hurt.",
            ["the hall was full", "nobody had been hurt"],
        ),
    ],
)
def test_where_reported_words_end(quotes, text, content):
    assert [part for found in quotes(text) for part in found.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "The president condemned the arrest of the journalist.",
        "The group called on the government to release him.",
        "The ministry demanded that the post be deleted.",
        "The mayor asked whether the permit had been signed.",
        "He was convicted of “insulting the president”.",
        "A court sentenced him to six years for “spreading false news”.",
        "The so-called “foreign agents” law was adopted.",
        "Marchers carried banners reading “No to fear” and “Bread for all”.",
        "The rapper known as “Little Storm” was released.",
        "Protesters chanted “Freedom now” outside the court.",
        "His film “The Long Road Home” was banned.",
        "The minister dismissed the report as “lies”.",
        "Nobody said that the march was banned.",
        "The police did not say that he had been charged.",
        "The judge found him guilty.",
        "The hashtag #FreeThemAll was blocked.",
        "Officers refused to say why the office was shut.",
        "The bank held two million dollars of the charity's money.",
    ],
)
def test_no_quotes(quotes, text):
    assert quotes(text) == []


def test_rules_are_named(quotes):
    rules = {found.rule for text, *_ in INDIRECT for found in quotes(text)}
    assert rules == {"cue.that-clause", "cue.bare-clause", "cue.parenthetical", "cue.noun", "source-phrase"}
