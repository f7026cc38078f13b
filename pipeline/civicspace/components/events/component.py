"""Events: who did what to whom, when, where, how many, how certain, on whose word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from civicspace.annotations import Codes, Event, Extent, Participant, Section
from civicspace.attributes import declare, source_text
from civicspace.components.events.arguments import RoleHeads, role_heads
from civicspace.components.events.attachment import clause_verb, is_perfect, is_present_perfect
from civicspace.components.events.counts import Counter
from civicspace.components.events.dating import Dated, Dates
from civicspace.components.events.demand_lists import mark_demand_lists
from civicspace.components.events.implicit import ImplicitAgents
from civicspace.components.events.linking import Linker, merged_acts, settle_links
from civicspace.components.events.narrative import Narrative
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.components.events.participants import ParticipantResolver
from civicspace.components.events.places import Places, is_country, report_country
from civicspace.components.events.roles import role_lexicon
from civicspace.components.events.semantic_classes import belongs
from civicspace.components.events.sources import Sources
from civicspace.components.events.status import StatusFound, status_of, told_by_own_side
from civicspace.components.events.summaries import link_summaries
from civicspace.components.events.triggers import Trigger, attributes, find_triggers
from civicspace.mentions import MentionIndex
from civicspace.syntax import is_passive
from civicspace.tokens import TokenTable, token_table
from civicspace_schemas.codes import codes_for

_FOREIGN = frozenset({"igo_un", "foreign_state", "other_state"})
_REAL = ("occurred", "ongoing", "negated")


class EventsComponent:
    """Writes ``doc._.civic_events`` (in text order) and ``doc._.civic_acts``.

    Needs a parsed Doc; entities, dates and quotes are used where earlier stages have left them.
    """

    def __init__(self, name: str = "civic_events") -> None:
        declare()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        events = _EventReader(doc).events() if len(doc) else []
        doc._.civic_events = events
        doc._.civic_acts = merged_acts(events)
        return doc


class _EventReader:
    """Reads the events of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._table: TokenTable = token_table(doc)
        self._index = MentionIndex(doc)
        self._dates = Dates(self._table, doc._.civic_dates or [])
        self._places = Places(self._table, self._index, doc._.civic_country)
        self._resolver = ParticipantResolver(self._table, self._index, self._dates.tokens)
        self._sources = Sources(self._table, doc._.civic_quotes or [], self._resolver)
        self._counter = Counter(self._table)
        self._linker = Linker(self._table, self._index)
        self._country = report_country(self._index.entities, doc._.civic_country)
        text = source_text(doc)
        self._lines = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
        self._narrative = Narrative()
        self._implicit = ImplicitAgents()
        self._sections: list[Section] = doc._.civic_sections or []
        self._opening = self._head()
        self._period = self._dates.period(self._opening)

    def events(self) -> list[Event]:
        """All events in text order, linked."""
        found: list[Event] = []
        for trigger in find_triggers(self._table, self._index):
            found.extend(self._read(trigger))
        mark_demand_lists(self._table, found)
        for short, full in link_summaries(self._table, found, self._summaries()):
            _complete(found[full], found[short])
        settle_links(found)
        if self._period is not None:
            for event in found:
                if event.edtf is None and event.status in _REAL and event.type in narrative_lexicon().period_date:
                    event.date, event.edtf = self._period.position, self._period.value
        for event in found:
            event.codes = _codes(event)
        return found

    def _summaries(self) -> list[tuple[Extent, Extent]]:
        """Headings with their sections, and title and opening paragraph with the whole report."""
        end = len(self._table.doc.text)
        found = [(Extent(0, self._table.start[self._opening - 1] if self._opening else 0), Extent(0, end))]
        for section in self._sections:
            if section.heading is not None:
                found.append((section.heading, Extent(section.start, section.end)))
        return found

    def _head(self) -> int:
        """Token position behind the title and the opening paragraph."""
        starts = [line for line, beyond in zip(self._lines, self._lines[1:], strict=False) if beyond - line > 1]
        return self._table.at(starts[2]) if len(starts) > 2 else len(self._table)

    def _read(self, trigger: Trigger) -> list[Event]:
        table, narrative = self._table, self._narrative
        paragraph = bisect_right(self._lines, table.start[trigger.first])
        if paragraph != narrative.paragraph:
            narrative.enter(paragraph, self._dates.heading(table.at(self._lines[paragraph - 1])))
        heads = role_heads(
            table, trigger, self._resolver.is_actor, self._resolver.has_power, self._resolver.parties.is_pair
        )
        status = status_of(table, trigger, self._index)
        dated = self._dates.attached(trigger, status.status)
        unknown = any(not date.value for date in dated)
        dated = [date for date in dated if date.value]
        event = self._event(trigger, heads, status)
        if event.status == "occurred" and told_by_own_side(table, event):
            event.status = "alleged"
        stated_place = event.place_basis == "stated"
        own = dated[0] if dated and (dated[0].cost == 0 or trigger.kind != "noun") else None
        if own is not None:
            event.date, event.edtf = own.position, own.value
        antecedent = self._linker.antecedent(event, trigger, stated_place=stated_place)
        if antecedent is not None:
            event.same_as = self._linker.root(antecedent)
            _inherit(event, self._linker.event(antecedent))
        if event.edtf is None and dated:
            event.date, event.edtf = dated[0].position, dated[0].value
        self._carry(event, trigger, unknown=unknown)
        events = [event] if len(dated) < 2 else _apart(event, dated)
        for each in events:
            self._linker.add(each, trigger)
        self._remember(event, trigger, dated, heads)
        return events

    def _event(self, trigger: Trigger, heads: RoleHeads, status: StatusFound) -> Event:
        table, people = self._table, self._narrative.people
        agents = self._resolver.resolve(heads.agents, "agent", people, things=False)
        things = bool(role_lexicon().slots(trigger.type).things)
        targets = self._resolver.resolve(heads.targets, "target", people, things=things, owners=heads.experiencers)
        plural = any(self._resolver.is_plural(head) for head in heads.targets)
        taken = frozenset(p.entity for p in (*agents, *targets) if p.entity is not None)
        place = self._places.attached(trigger, taken)
        agent_groups = self._groups(agents, heads.agents, 0)
        target_groups = self._groups(targets, heads.targets, 1)
        values = attributes(table, trigger, heads)
        return Event(
            type=trigger.type,
            trigger=table.extent(trigger.first, trigger.last),
            sentence=table.sentence(trigger.head),
            rule=trigger.rule,
            status=status.status,
            place=place,
            place_basis=None if place is None else "stated",
            agents=agents,
            targets=targets,
            agent_groups=agent_groups,
            target_groups=target_groups,
            attributes=values,
            cues=status.cues,
            counts=self._counter.counts(trigger, heads, targets, status.status, plural),
            source=self._sources.source(trigger, agents, status.governor),
        )

    def _groups(self, participants: Sequence[Participant], heads: Sequence[int], which: int) -> list[str]:
        """Groups of the participants' entities and of the words that describe them, in order, none twice."""
        found: dict[str, None] = {}
        for participant in participants:
            if participant.entity is not None:
                entity = self._index.entities[participant.entity]
                found.update(dict.fromkeys((entity.agent_groups, entity.target_groups)[which]))
        for head in heads:
            found.update(dict.fromkeys(self._resolver.groups(head)[which]))
        return list(found)

    def _carry(self, event: Event, trigger: Trigger, *, unknown: bool) -> None:
        """Victims, date and place from the narrative where the act's own sentence gives none.

        unknown: whether the act has a date of its own whose value isn't known.
        """
        narrative, table = self._narrative, self._table
        if not event.targets:
            event.targets = narrative.targets_for(event)
        if not event.agents:
            sentence = table.sent[trigger.head]
            unsaid = trigger.kind == "verb" and is_passive(table, trigger.head)
            event.agents = self._implicit.agents_for(event, narrative.paragraph, sentence, unsaid=unsaid)
        verb = clause_verb(table, trigger.predicate)
        if event.edtf is None and not unknown:
            goes_on = table.dep[verb] == "ccomp" or (table.dep[verb] == "ROOT" and event.status != "negated")
            earlier = is_perfect(table, verb) and not goes_on
            perfect = earlier or is_present_perfect(table, verb)
            date = narrative.date_for(event, table.sent[trigger.head], perfect=perfect)
            if date is not None:
                event.date, event.edtf = date.position, date.value
        if event.place is None:
            place = narrative.place_for(event, table.sent[trigger.head])
            if place is not None:
                event.place, event.place_basis = place, "carried"
        if event.place is None and self._country is not None and self._at_home(event):
            event.place, event.place_basis = self._country, "report_country"

    def _at_home(self, event: Event) -> bool:
        """Whether an act without a place was in the report's country: statements and visits need a party from there."""
        if event.type not in narrative_lexicon().no_country:
            return True
        if not event.agents:
            return False
        parties = [self._index.entities[p.entity] for p in event.agents if p.entity is not None]
        if not parties and event.type in narrative_lexicon().spoken:
            return all(self._are_people(p) for p in event.agents)
        return not any(set(e.agent_groups) & _FOREIGN for e in parties) and any(
            e.country == self._index.entities[self._country or 0].country for e in parties
        )

    def _are_people(self, participant: Participant) -> bool:
        """True for a description of people ("the families", "300 journalists"); bodies may be from anywhere."""
        table = self._table
        first, last = table.covering(Extent(participant.start, participant.end))
        head = next((i for i in range(first, last + 1) if not first <= table.head[i] <= last), last)
        words = range(first, last + 1)
        if any(self._index.covering(i) or table.lower[i] in narrative_lexicon().from_abroad for i in words):
            return False
        return belongs(table, self._index, head, "person")

    def _remember(self, event: Event, trigger: Trigger, dated: Sequence[Dated], heads: RoleHeads) -> None:
        narrative = self._narrative
        self._implicit.remember(event, narrative.paragraph, self._table.sent[trigger.head])
        if dated and event.status in ("occurred", "ongoing"):
            narrative.date, narrative.date_sentence = dated[-1], self._table.sent[trigger.head]
            narrative.speakers = frozenset(p.entity for p in event.agents if p.entity is not None)
        stated = event.place if event.place_basis == "stated" else None
        if stated is not None and not is_country(self._index.entities[stated]):
            narrative.reach(event, self._table.sent[trigger.head])
        if event.targets:
            narrative.victims = event.targets
        for participants, members in ((event.agents, heads.agents), (event.targets, heads.targets)):
            narrative.people.remember(participants, plural=any(self._resolver.is_plural(head) for head in members))


def _codes(event: Event) -> Codes:
    codes = codes_for(event.type, event.agent_groups, event.target_groups, event.attributes, event.status)
    return Codes(list(codes.civicus), codes.acled, codes.plover, codes.sdg_16_10_1)


def _inherit(event: Event, other: Event) -> None:
    """Fill what a later mention leaves open from an earlier one of the same act."""
    event.agents = event.agents or list(other.agents)
    event.targets = event.targets or list(other.targets)
    event.agent_groups = event.agent_groups or list(other.agent_groups)
    event.target_groups = event.target_groups or list(other.target_groups)
    event.counts = event.counts or list(other.counts)
    if event.edtf is None:
        event.date, event.edtf = other.date, other.edtf
    if event.place is None:
        event.place, event.place_basis = other.place, other.place_basis


def _complete(event: Event, first: Event) -> None:
    """A first mention in a headline takes date and people from the mention that tells more."""
    if first.edtf is None:
        first.date, first.edtf = event.date, event.edtf
    first.agents = first.agents or list(event.agents)


def _apart(event: Event, dated: Sequence[Dated]) -> list[Event]:
    """One event a date; where as many targets as dates are named, each gets its own ("respectively")."""
    events = []
    for k, date in enumerate(dated):
        each = replace(event, date=date.position, edtf=date.value)
        each.agents, each.targets = list(event.agents), list(event.targets)
        if len(event.targets) == len(dated):
            each.targets = [event.targets[k]]
            each.counts = [replace(count, value=1) if count.value == len(dated) else count for count in event.counts]
        events.append(each)
    return events
