"""The closed lists of words that a record's fields take; ids of the taxonomy's types and groups among them.

The lists from taxonomy.json stand here a second time because a type checker and an exported JSON Schema need them
spelled out; a test keeps the two equal.
"""

from __future__ import annotations

from typing import Literal

type EntityType = Literal["person", "organisation", "place", "group", "law", "event", "work"]
type MentionForm = Literal["name", "acronym", "short", "title", "pronoun", "nominal"]
type DateKind = Literal["date", "time", "duration", "set"]
type Modifier = Literal["early", "mid", "late", "approximate", "before", "after", "since", "until"]
type Anchor = Literal["explicit", "published", "narrative", "section", "event"]
type QuoteKind = Literal["direct", "indirect", "mixed"]
type Resolution = Literal["named", "short", "acronym", "title", "pronoun", "description", "anonymous", "none"]
type PublishedBasis = Literal["stated", "inferred", "unknown"]
type CountryBasis = Literal["stated", "unknown"]
type PlaceBasis = Literal["stated", "carried", "report_country"]
type CountWhat = Literal["killed", "injured", "detained", "released", "participants", "signatories", "other"]
type AttributeName = Literal["mode", "polarity", "outcome", "stage", "charge", "sentence", "weapon", "method"]

type Status = Literal["occurred", "ongoing", "alleged", "planned", "demanded", "negated", "hypothetical"]
type Family = Literal["ASSEMBLY", "PERSON", "EXPRESSION", "ASSOCIATION", "LEGAL", "ADVOCACY", "POSITIVE"]
type EventType = Literal[
    "protest", "protest_ban", "protest_disruption", "excessive_force",
    "killing", "physical_attack", "torture_ill_treatment", "disappearance_abduction", "detention", "release",
    "threat", "harassment", "movement_restriction",
    "censorship", "internet_restriction", "access_restriction", "vilification", "surveillance",
    "organisation_restriction", "funding_restriction", "raid_seizure", "forced_closure",
    "prosecution", "court_decision", "legal_change", "emergency_measure", "political_interference",
    "crackdown_campaign",
    "appeal_demand", "criticism_concern", "meeting_visit", "agreement", "refusal", "report_resolution",
    "positive_step",
]  # fmt: skip
type TargetGroup = Literal[
    "hrd", "journalist_media", "protester", "cso_ngo", "trade_unionist", "opposition_political", "lawyer_judge",
    "academic_student", "artist", "religious_minority", "ethnic_minority", "indigenous", "lgbti", "women",
    "refugee_migrant", "youth_child", "foreign_national", "official", "general_public", "business", "unknown",
]  # fmt: skip
type AgentGroup = Literal[
    "state_security", "state_executive", "legislature", "judiciary", "state_media", "other_state",
    "pro_government_group", "non_state_armed", "private_company", "crowd_mob", "civil_society", "igo_un",
    "foreign_state", "media", "individual", "unknown",
]  # fmt: skip
