"""Any mix of headings, paragraphs and list items of the genre gives a record that keeps the contracts."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicspace.pipelines import Pipelines
from civicspace.record import build_record, versions_of
from civicspace.report import Metadata, Report

BLOCKS = [
    "Two reporters freed after protests",
    "Peaceful Assembly",
    "Killing of an activist",
    "Police arrested Ama Boko in Lomé on 5 May 2018. She was released two days later and charged again.",
    "The arrest of Ama Boko and Kofi Mensah, two reporters, was condemned by the Press Union (PU).",
    "Gunmen killed Kofi Mensah. The killing shocked the town. In the attack four others were injured.",
    "“They beat us,” Boko said. “We only filmed.” According to the PU, at least 20 people were hurt.",
    "Soldiers fired tear gas at thousands of marchers; three were killed and dozens detained.",
    "The protests went on the next day. Neither Boko nor Mensah had been tried since their detentions in April and May "
    "2017, respectively.",
    "• release the detained reporters;",
    "We call on the government to:",
    "If the bill is adopted, any group could be dissolved, the union warned in a letter.",
    "The court sentenced him to ten years. The sentence was upheld in June. The ruling was criticised by the UN.",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    blocks=st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=14), gap=st.sampled_from(["\n", "\n\n", "\r\n\r\n"])
)
def test_a_record_is_built(pipelines: Pipelines, blocks: list[str], gap: str) -> None:
    text = gap.join(blocks)
    doc = pipelines(text, published="2018-07-31", country="TG")
    record = build_record(doc, Report("r", text, Metadata()), versions_of(pipelines))
    mentions = [mention for act in record.acts for mention in act.mentions]
    assert sorted(mentions) == sorted(event.id for event in record.events)
    for event in record.events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
