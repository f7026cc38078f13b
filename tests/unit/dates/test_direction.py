"""Weekdays and dates without a year: whether they lie behind or ahead, and why."""

from __future__ import annotations

import pytest

from civicspace.components.dates.leaning import Leaning, weekday_ahead, yearless_ahead

# Reports of Thursday, 12 July 2018.


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Police arrested the editor on Friday.", "2018-07-06"),
        ("Nobody was hurt, and the march ended on Saturday.", "2018-07-07"),
        ("She walked free on Friday after an appeal.", "2018-07-06"),
        ("The ministry declined to comment Saturday.", "2018-07-07"),
        ("The authorities refused to free him on Sunday.", "2018-07-08"),
        ("Lawmakers voted to support the amendment Friday.", "2018-07-06"),
        ("On Friday the union planned a strike.", "2018-07-06"),
        ("The bill was tabled on Thursday.", "2018-07-12"),
        ("Union members will march on Thursday.", "2018-07-12"),
        ("The unions agreed to meet on Monday.", "2018-07-16"),
        ("The president promised to free them by Sunday.", "2018-07-15"),
        ("Activists planned a march on Saturday.", "2018-07-14"),
        ("The trial opens on Wednesday.", "2018-07-18"),
        ("The deadline is Friday.", "2018-07-13"),
        ("The group could be dissolved as early as Monday.", "2018-07-16"),
        ("The strike, starting Monday, will close all schools.", "2018-07-16"),
        ("The minister said that the court would rule on Friday.", "2018-07-13"),
    ],
)
def test_weekday_of_a_verb(dated, sentence: str, edtf: str) -> None:
    assert [d.edtf for _, d in dated(sentence)] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("A court adjourned the trial until Tuesday.", "2018-07-17"),
        ("The council banned rallies until Saturday.", "2018-07-14"),
        ("The court has given the union until Monday to reply.", "2018-07-16"),
        ("The curfew was extended to 30 July.", "2018-07-30"),
        ("He was held until Tuesday.", "2018-07-10"),
        ("The curfew was in force until 30 June.", "2018-06-30"),
    ],
)
def test_limit(dated, sentence: str, edtf: str) -> None:
    assert [d.edtf for _, d in dated(sentence)] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Monday's ruling will be appealed.", "2018-07-09"),
        ("The order followed Monday's raid on the station.", "2018-07-09"),
        ("The verdict came ahead of Sunday's vote.", "2018-07-15"),
        ("Saturday's election will be the first since the war.", "2018-07-14"),
        ("Saturday's election was marred by arrests.", "2018-07-07"),
        ("The governor banned Sunday's march.", "2018-07-15"),
        ("The October elections were postponed.", "2018-10"),
        ("The referendum in August will decide on term limits.", "2018-08"),
        ("Observers said the May vote was flawed.", "2018-05"),
        ("The speech of 21 August angered the church.", "2017-08-21"),
        ("The upcoming vote in November worries the unions.", "2018-11"),
    ],
)
def test_date_of_a_noun(dated, sentence: str, edtf: str) -> None:
    assert [d.edtf for _, d in dated(sentence)] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("In October the bill was passed.", "2017-10"),
        ("He was convicted on 3 August.", "2017-08-03"),
        ("The editor, sentenced in August, fled.", "2017-08"),
        ("The editor, who will be sentenced in August, fled.", "2018-08"),
        ("Two journalists have been jailed since September.", "2017-09"),
        ("More than 700 people were tried for having marched on 11 August.", "2017-08-11"),
        ("The law takes effect in January.", "2019-01"),
        ("The law was to enter into force in November.", "2018-11"),
        ("The fee is payable 15 December.", "2018-12-15"),
        ("The levy, effective 1 August, has angered publishers.", "2018-08-01"),
        ("The ceremony is scheduled for 3 August.", "2018-08-03"),
        ("The regulator has set 20 July as the deadline for bids.", "2018-07-20"),
        ("The minister has invited donors to a summit on 2 August.", "2018-08-02"),
        ("She was due to appear in court on 2 July.", "2018-07-02"),
        ("He is due to appear in court on 19 July.", "2018-07-19"),
        ("Police detained the organiser of a rally planned on 21 July.", "2018-07-21"),
        ("Two of them remain in custody pending a hearing on 25 July.", "2018-07-25"),
    ],
)
def test_date_without_year(dated, sentence: str, edtf: str) -> None:
    assert [d.edtf for _, d in dated(sentence)] == [edtf]


def test_date_that_opens_a_sentence_is_of_its_main_verb(dated) -> None:
    sentence = "On 3 August, hours before the camp was due to be handed back, soldiers raided it."
    assert dated(sentence)[0][1].edtf == "2017-08-03"


def test_limit_counts_from_the_story(dated) -> None:
    text = "On 20 May the council met. It put off the vote until 15 June."
    assert [d.edtf for _, d in dated(text)] == ["2018-05-20", "2018-06-15"]


def test_definite_weekday_follows_the_story(dated) -> None:
    found = dict(dated("Nine people died on 8 May. On the Friday the committee met; the Monday hearing was short."))
    assert (found["the Friday"].edtf, found["the Friday"].anchor) == ("2018-05-11", "narrative")
    assert "the Monday" not in found


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The union met on Friday.", "weekday.past-verb"),
        ("The union will meet on Friday.", "weekday.future-verb"),
        ("The union has been banned since March.", "month.since"),
        ("He was convicted on 3 August.", "day-month.past-verb"),
        ("He was convicted on 3 August 2017.", "day-month"),
        ("He was convicted on Thursday.", "weekday"),
    ],
)
def test_rule_tells_the_reason(dated, sentence: str, rule: str) -> None:
    assert [d.rule for _, d in dated(sentence)] == [rule]


@pytest.mark.parametrize(
    ("text", "published", "edtfs"),
    [
        # A review of 2018 that doesn't say so in its title.
        (
            "The year opened badly. On 3 February a paper was shut. In April two groups were struck off. On 9 June a "
            "march was broken up. In September a poet was jailed. On 21 November the law was passed. Police broke up "
            "a vigil over a killing in late May.",
            "2019-01-20",
            ["2018-02-03", "2018-04", "2018-06-09", "2018-09", "2018-11-21", "2018-05"],
        ),
        # An alert: "in November" is the last one, and nothing makes it a review.
        ("He was arrested in November. He will be tried in March.", "2019-01-20", ["2018-11", "2019-03"]),
    ],
)
def test_review_of_a_year(dated, text: str, published: str, edtfs: list[str]) -> None:
    found = [d.edtf for _, d in dated(text, published) if d.kind == "date" and d.rule != "the-unit"]
    assert found == edtfs


@pytest.mark.parametrize(
    ("leaning", "back", "ahead", "expected"),
    [
        (Leaning(), 1, 6, (False, "weekday")),
        (Leaning((("future-verb", 6.0),)), 6, 1, (True, "future-verb")),
        (Leaning((("past-verb", -4.0),)), 6, 1, (False, "past-verb")),
    ],
)
def test_weekday_ahead(leaning: Leaning, back: int, ahead: int, expected: tuple[bool, str]) -> None:
    assert weekday_ahead(leaning, back, ahead) == expected


def test_nearness_decides_where_nothing_else_does() -> None:
    assert yearless_ahead(Leaning(), 350, 15, in_story=False) == (True, "nearest")
    assert yearless_ahead(Leaning(), 15, 350, in_story=False) == (False, "nearest")
    assert yearless_ahead(Leaning((("past-verb", -4.0),)), 350, 15, in_story=False)[0] is False


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        (
            "In a statement on 4th July, the director said: “Officers came yesterday. We must leave by tomorrow.”",
            ["2018-07-04", "2018-07-03", "2018-07-05"],
        ),
        ("The director said: “Officers came yesterday.”", ["2018-07-11"]),
        ("On 4th July he met the mayor. The director said: “Officers came yesterday.”", ["2018-07-04", "2018-07-11"]),
        ("On 4th July he spoke of “a new era”, and yesterday he resigned.", ["2018-07-04", "2018-07-11"]),
    ],
)
def test_day_told_in_a_quotation(dated, text: str, edtfs: list[str]) -> None:
    assert [d.edtf for _, d in dated(text)] == edtfs


def test_day_told_in_a_quotation_of_a_review_is_unknown(dated) -> None:
    found = dated("Chad 2017: a hard year\n\nA priest wrote: “The beds are empty today.”")
    assert found[-1][1].edtf is None


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("His lawyers have until 20 July to appeal.", "2018-07-20"),
        ("The judge fixed 3 September for the hearing.", "2018-09-03"),
        ("The judge fixed the date on 3 July.", "2018-07-03"),
        ("Since the elections of 30 July, more than 200 people have been held.", "2017-07-30"),
        ("Ahead of the 30 July elections, police raided three offices.", "2018-07-30"),
        ("The law, passed in November, bans foreign funding.", "2017-11"),
        ("The law, to be voted on in November, bans foreign funding.", "2018-11"),
        ("The opposition announced protests for Saturday.", "2018-07-14"),
        ("The opposition announced on Saturday that it would boycott the vote.", "2018-07-07"),
        ("The network was restored by Friday.", "2018-07-06"),
        ("Officials said the network would be restored by Friday.", "2018-07-13"),
        ("Groups that fail to register by 31 December will be closed.", "2018-12-31"),
        ("Groups that failed to register by 31 December were closed.", "2017-12-31"),
        ("The December election was won by the incumbent.", "2017-12"),
        ("Activists fear more arrests before the December election.", "2018-12"),
        ("The court is hearing the case on Monday.", "2018-07-16"),
        ("Police are looking for a man seen on Monday.", "2018-07-09"),
        ("The group called on the court to free him at Monday's hearing.", "2018-07-16"),
        ("On Tuesday, the league plans to march.", "2018-07-17"),
        ("Elections will be held in the autumn.", "2018-23"),
        ("Police broke up a march in autumn.", "2017-23"),
        ("The family hopes to see him free by Christmas.", "2018-12-25"),
        ("The prisoners were freed at Christmas.", "2017-12-25"),
        ("28 October: police raid an office in Kisumu.", "2017-10-28"),
    ],
)
def test_one_sentence_of_many_kinds(dated, sentence: str, edtf: str) -> None:
    assert [d.edtf for _, d in dated(sentence)] == [edtf]


def test_story_of_an_earlier_year_goes_on(dated) -> None:
    text = "He was arrested at home on 16 May 2015. On 9 August he was moved to another prison."
    assert [d.edtf for _, d in dated(text)] == ["2015-05-16", "2015-08-09"]
    apart = "He was arrested at home on 16 May 2015.\n\nOn 9 August he was moved to another prison."
    assert [d.edtf for _, d in dated(apart)] == ["2015-05-16", "2017-08-09"]
