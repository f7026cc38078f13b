"""What an expression's value is, and what it was read against."""

from __future__ import annotations

import pytest

# Report of Thursday, 12 July 2018.


@pytest.mark.parametrize(
    ("sentence", "span", "edtf", "anchor"),
    [
        ("On 14 May 2018 he fled.", "14 May 2018", "2018-05-14", "explicit"),
        ("On 25th April, officers broke up a vigil.", "25th April", "2018-04-25", "published"),
        ("In December the trade unionist was released.", "December", "2017-12", "published"),
        ("The law will enter into force in September.", "September", "2018-09", "published"),
        ("The permit, dated 24/06/2018, was withdrawn.", "24/06/2018", "2018-06-24", "explicit"),
        ("On Monday the court heard the case.", "Monday", "2018-07-09", "published"),
        ("The hearing will resume on Monday.", "Monday", "2018-07-16", "published"),
        ("The union said on Thursday that it would appeal.", "Thursday", "2018-07-12", "published"),
        ("Last Friday they were freed.", "Last Friday", "2018-07-06", "published"),
        ("Some 300 groups were struck off last year.", "last year", "2017", "published"),
        ("She was questioned two weeks ago.", "two weeks ago", "2018-06-28", "published"),
        ("He was questioned the day before yesterday.", "the day before yesterday", "2018-07-10", "published"),
        ("He was jailed eleven years ago.", "eleven years ago", "2007", "published"),
        ("As of this week, nobody has been charged.", "this week", "2018-07-09/2018-07-15", "published"),
        ("It fell in the second quarter of 2017.", "the second quarter of 2017", "2017-34", "explicit"),
        ("It rose in the first half of 2018.", "the first half of 2018", "2018-01/2018-06", "explicit"),
        ("The statute dates from the 1990s.", "the 1990s", "199X", "explicit"),
        ("In the summer of 2016 it closed.", "the summer of 2016", "2016-22", "explicit"),
        ("The report covers 2015-2017.", "2015-2017", "2015/2017", "explicit"),
        ("It was cut from 3 to 5 May 2018.", "3 to 5 May 2018", "2018-05-03/2018-05-05", "explicit"),
        ("In June last year, the office was burgled.", "June last year", "2017-06", "published"),
        ("It rained on the last day of May 2018.", "the last day of May 2018", "2018-05-31", "explicit"),
        (
            "They met on the last weekend of June 2018.",
            "the last weekend of June 2018",
            "2018-06-30/2018-07-01",
            "explicit",
        ),
        ("Journalists gathered on World Press Freedom Day.", "World Press Freedom Day", "2018-05-03", "published"),
        ("They were freed on the day after Christmas 2017.", "the day after Christmas 2017", "2017-12-26", "explicit"),
    ],
)
def test_date(dated, sentence: str, span: str, edtf: str, anchor: str) -> None:
    found = dict(dated(sentence))
    assert span in found
    assert (found[span].kind, found[span].edtf, found[span].anchor) == ("date", edtf, anchor)


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("He was held on 14 May 2016 and freed three days later.", "three days later", "2016-05-17"),
        (
            "On 18 October 2016 he was shot. The court had asked for help two years earlier.",
            "two years earlier",
            "2014",
        ),
        ("The station closed on 20 May 2018. Two months before, it had been fined.", "Two months before", "2018-03"),
        ("The bill passed on 27 June and was signed the same day.", "the same day", "2018-06-27"),
        ("On 2 July he complained. His office had been searched the previous day.", "the previous day", "2018-07-01"),
        (
            "Clashes began on 18 June. The following week the governor banned marches.",
            "The following week",
            "2018-06-25/2018-07-01",
        ),
        ("In 2016 the party won. In October it shut two stations.", "October", "2016-10"),
        ("The decree was signed on 21 December 2017. In February, the court suspended it.", "February", "2018-02"),
        ("The court froze the rules on 4th May; it lifted the ban on the 28th.", "the 28th", "2018-05-28"),
        ("He fled in May 2015 and returned a year later.", "a year later", "2016-05"),
        ("The vote was set for 25 June. It was called off on 3 June.", "25 June", "2018-06-25"),
    ],
)
def test_date_counted_from_the_narrative(dated, text: str, span: str, edtf: str) -> None:
    found = dict(dated(text))
    assert span in found
    assert found[span].edtf == edtf


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        (
            "The concert was planned for 7 July. Its organisers were summoned the day before the concert.",
            "the day before the concert",
            "2018-07-06",
        ),
        ("Its organisers were summoned the day before the concert.", "the day before the concert", None),
        (
            "On 5 June, hours after the vote had ended, shots were fired.",
            "hours after the vote had ended",
            "2018-06-05",
        ),
    ],
)
def test_date_counted_from_an_event(dated, text: str, span: str, edtf: str | None) -> None:
    found = dict(dated(text))
    assert span in found
    assert found[span].edtf == edtf


@pytest.mark.parametrize(
    ("sentence", "span", "duration"),
    [
        ("He got ten years in prison.", "ten years", "P10Y"),
        ("He got two and a half years.", "two and a half years", "P2Y6M"),
        ("He got two years and eight months.", "two years and eight months", "P2Y8M"),
        ("She was held for 48 hours.", "48 hours", "PT48H"),
        ("He served an eighteen-month sentence.", "eighteen-month", "P18M"),
        ("It lasted half an hour.", "half an hour", "PT30M"),
        ("Space has narrowed over the past two years.", "the past two years", "P2Y"),
        ("They were held for several months.", "several months", None),
        ("They were held for more than a year.", "more than a year", None),
        ("They were held for weeks.", "weeks", None),
        ("Over the last few months it grew.", "the last few months", None),
    ],
)
def test_duration(dated, sentence: str, span: str, duration: str | None) -> None:
    found = dict(dated(sentence))
    assert span in found
    assert (found[span].kind, found[span].edtf, found[span].duration) == ("duration", None, duration)


@pytest.mark.parametrize(
    ("sentence", "span", "edtf"),
    [
        ("Police sealed the hall at 8 pm on 2 July.", "8 pm on 2 July", "2018-07-02T20:00:00"),
        ("They came at 1 a.m. on 22nd May 2018.", "1 a.m. on 22nd May 2018", "2018-05-22T01:00:00"),
        ("On 5 May 2018 the channel signed off at 7:52 that evening.", "7:52 that evening", "2018-05-05T19:52:00"),
        ("They came on the night of 20 June.", "the night of 20 June", "2018-06-20"),
        ("On 9 May he resigned. That afternoon mobs set fires.", "That afternoon", "2018-05-09"),
        ("On 9 May he resigned. The next morning mobs set fires.", "The next morning", "2018-05-10"),
    ],
)
def test_time(dated, sentence: str, span: str, edtf: str) -> None:
    found = dict(dated(sentence))
    assert span in found
    assert (found[span].kind, found[span].edtf) == ("time", edtf)


@pytest.mark.parametrize(
    "sentence",
    [
        "They gather every Friday.",
        "They gather nightly.",
        "They get one hour a day.",
        "They gather once a week.",
        "They gather at weekends.",
    ],
)
def test_set(dated, sentence: str) -> None:
    kinds = [d.kind for _, d in dated(sentence)]
    assert "set" in kinds
    assert all(d.edtf is None for _, d in dated(sentence) if d.kind == "set")


@pytest.mark.parametrize(
    ("sentence", "span", "modifier", "bounds"),
    [
        ("It closed in early May 2018.", "early May 2018", "early", ("2018-05-01", "2018-05-10")),
        ("It closed in late May 2018.", "late May 2018", "late", ("2018-05-21", "2018-05-31")),
        ("It must close by the end of 2018.", "the end of 2018", "late", ("2018-09-01", "2018-12-31")),
        ("It has been closed since March 2018.", "March 2018", "since", ("2018-03-01", "2018-03-31")),
        ("It stays closed until 31 August 2018.", "31 August 2018", "until", ("2018-08-31", "2018-08-31")),
        ("It closed on 3 May 2018.", "3 May 2018", None, ("2018-05-03", "2018-05-03")),
    ],
)
def test_modifier_and_bounds(dated, sentence: str, span: str, modifier: str | None, bounds: tuple[str, str]) -> None:
    found = dict(dated(sentence))
    assert found[span].modifier == modifier
    first, last = found[span].earliest, found[span].latest
    assert first is not None and last is not None
    assert (first[:7], last) == (bounds[0][:7], bounds[1])


def test_named_day_of_a_country(dated) -> None:
    sentence = "Thousands marched on Independence Day."
    assert [d.edtf for _, d in dated(sentence, country="SV")] == ["2017-09-15"]
    assert [d.edtf for _, d in dated(sentence, country="FR")] == [None]


@pytest.mark.parametrize(
    ("country", "sentence", "edtf", "bounds"),
    [
        ("GB", "It closed in the summer of 2016.", "2016-22", ("2016-06-01", "2016-08-31")),
        ("ZA", "It closed in the summer of 2016.", "2016-22", ("2016-12-01", "2017-02-28")),
        ("ZA", "It closed in the winter of 2016.", "2016-24", ("2016-06-01", "2016-08-31")),
        (None, "It closed in the winter of 2016.", "2016-24", ("2016-12-01", "2017-02-28")),
        ("AU", "It closed last summer.", "2017-22", ("2017-12-01", "2018-02-28")),
        ("FR", "It closed last summer.", "2017-22", ("2017-06-01", "2017-08-31")),
        ("NA", "It closed last autumn.", "2018-23", ("2018-03-01", "2018-05-31")),
    ],
)
def test_season_of_the_reports_hemisphere(
    dated, country: str | None, sentence: str, edtf: str, bounds: tuple[str, str]
) -> None:
    (found,) = [d for _, d in dated(sentence, country=country)]
    assert (found.edtf, (found.earliest, found.latest)) == (edtf, bounds)
