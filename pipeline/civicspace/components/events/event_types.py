"""Ids of the taxonomy's 35 event types, for checks of lexicon files."""

from __future__ import annotations

from typing import Literal, get_args

EventType = Literal[
    "protest", "protest_ban", "protest_disruption", "excessive_force",
    "killing", "physical_attack", "torture_ill_treatment", "disappearance_abduction", "detention", "release",
    "threat", "harassment", "movement_restriction",
    "censorship", "internet_restriction", "access_restriction", "vilification", "surveillance",
    "organisation_restriction", "funding_restriction", "raid_seizure", "forced_closure",
    "prosecution", "court_decision", "legal_change", "emergency_measure", "political_interference",
    "crackdown_campaign",
    "appeal_demand", "criticism_concern", "meeting_visit", "agreement", "refusal", "report_resolution",
    "positive_step",
]
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
