"""Did it happen? The status of an act from cues around its trigger, with the cues' spans.

The method follows NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009): cues with a direction
and a scope, and pseudo cues; the scope is read off the parse. Cues are data (lexicon/events/status.yaml).
The trigger's chain of governors is walked from the inside out and the nearest cue wins; on one level
a demand goes before a negation ("should not be arrested"), a negation before everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Event, Extent, Status
from civicspace.components.events.triggers import Trigger
from civicspace.lexicons import lexicon
from civicspace.mentions import MentionIndex
from civicspace.syntax import is_passive, subject_heads
from civicspace.tokens import TokenTable

type _Cues = dict[Status, list[str]]
_RANK: tuple[Status, ...] = ("demanded", "negated", "hypothetical", "planned", "alleged", "ongoing")
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_MODIFIERS = frozenset({"aux", "auxpass", "neg", "advmod", "amod", "det", "preconj", "cc", "compound", "nmod"})
_REACH = 6
_ANY = frozenset({"any", "anyone", "anybody", "anything"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OUTCOMES = frozenset({"lead", "result", "end", "amount", "culminate"})
_HOLDING = frozenset({"hold", "imprison", "confine"})


class StatusLexicon(BaseModel):
    """The file's parts; what each means stands on its top."""

    model_config = ConfigDict(extra="forbid")

    modifier: _Cues
    complement: _Cues
    subject: _Cues
    preposition: _Cues
    marker: _Cues
    argument: _Cues
    postmodifier: _Cues
    occurrence: frozenset[str]
    pseudo: tuple[str, ...]
    futures: frozenset[str]
    durative: frozenset[str]
    ongoing_verbs: frozenset[str]
    infinitive_only: frozenset[str]
    object_only: frozenset[str]
    no_object: frozenset[str]
    law_nouns: frozenset[str]
    own_word: frozenset[str]
    counsel: frozenset[str]
    until_now: tuple[str, ...]
    state_verbs: frozenset[str]
    purpose_nouns: frozenset[str]
    done_by_announcing: frozenset[str]


class _Table(NamedTuple):
    """The lexicon turned round: cue word -> status."""

    lexicon: StatusLexicon
    modifier: dict[str, Status]
    complement: dict[tuple[str, str | None], Status]
    subject: dict[str, Status]
    preposition: dict[str, Status]
    marker: dict[str, Status]
    argument: dict[str, Status]
    postmodifier: dict[str, Status]


def _turned(cues: _Cues) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for status in _RANK:
        for term in cues.get(status, ()):
            found.setdefault(term, status)
    return found


@cache
def _table() -> _Table:
    data = lexicon("events/status", StatusLexicon)
    complement: dict[tuple[str, str | None], Status] = {}
    for term, status in _turned(data.complement).items():
        word, _, preposition = term.partition(" ")
        complement.setdefault((word, preposition or None), status)
    return _Table(
        data, _turned(data.modifier), complement, _turned(data.subject), _turned(data.preposition),
        _turned(data.marker), _turned(data.argument), _turned(data.postmodifier),
    )  # fmt: skip


def status_lexicon() -> StatusLexicon:
    """The checked lexicon; raises LexiconError."""
    return _table().lexicon


@dataclass(slots=True)
class StatusFound:
    """A status, the spans of the cues that gave it, and the verb or noun that governs the act in it.

    ``governor`` is the position of the complement cue ("urged", "threatened"), or None: its subject is
    the one on whose word the act stands.
    """

    status: Status = "occurred"
    cues: list[Extent] = field(default_factory=list)
    governor: int | None = None


def status_of(table: TokenTable, trigger: Trigger, index: MentionIndex) -> StatusFound:
    """The status of one act."""
    data = _table()
    first = True
    for i, inherits in _chain(table, trigger):
        hits = list(_on(table, i, data, first=first)) if inherits else []
        if hits:
            status = min((hit[0] for hit in hits), key=_RANK.index)
            cues = [table.extent(k, k) for s, k in hits if s == status]
            if status == "hypothetical" and any(table.lower[k] in _ANY for _, k in hits) and _denied(table, i, data):
                status = "negated"
            return StatusFound(status, cues)
        governed = _governed(table, i, data)
        if governed is not None and trigger.type in data.lexicon.done_by_announcing:
            governed = None if table.lemma[governed[1]] == "announce" else governed
        if governed is not None:
            status, cue = governed
            return StatusFound(status, [table.extent(cue, cue)], cue)
        first = False
    if _provision(table, trigger, index, data.lexicon) or _unreal_clause(table, trigger, data):
        return StatusFound("hypothetical")
    return _lasting(table, trigger, data.lexicon)


def _denied(table: TokenTable, i: int, data: _Table) -> bool:
    """True where "any" stands under a negation or denial ("denied that ANYONE had been held"): it means none."""
    for _ in range(4):
        if any(table.dep[j] == "neg" for j in table.children[i]):
            return True
        if table.head[i] == i:
            return False
        i = table.head[i]
        if data.complement.get((table.lemma[i], None)) == "negated" or table.lower[i] == "without":
            return True
    return False


def _unreal_clause(table: TokenTable, trigger: Trigger, data: _Table) -> bool:
    """True for an indefinite noun in an unreal clause ("could jeopardise a DEAL", "a DEAL will fail if")."""
    i, verb = trigger.head, table.head[trigger.head]
    if trigger.kind != "noun" or table.dep[i] not in ("dobj", "nsubj", "nsubjpass") or table.pos[verb] not in _VERBS:
        return False
    if any(table.dep[j] == "poss" or table.lower[j] in _DEFINITE for j in table.children[i]):
        return False
    modals = {table.lower[j] for j in table.children[verb] if table.dep[j] == "aux"}
    if any(data.modifier.get(word) == "hypothetical" for word in modals):
        return True
    clauses = [j for j in table.children[verb] if table.dep[j] == "advcl"]
    return bool(modals & {"will", "would"}) and any(
        table.lower[k] in ("if", "unless") for j in clauses for k in table.children[j] if table.dep[k] == "mark"
    )


def told_by_own_side(table: TokenTable, event: Event) -> bool:
    """True where the act's source is its victim, or speaks for a party ("her lawyer said"): one side's own account."""
    source = event.source
    if source is None:
        return False
    if source.entity is not None and any(source.entity == target.entity for target in event.targets):
        return True
    first, last = table.covering(Extent(source.start, source.end))
    data = status_lexicon()
    for i in range(first, last + 1):
        if table.lemma[i] in data.counsel:
            if any(table.dep[j] == "poss" or table.lower[j] in ("for", "of") for j in table.children[i]):
                return True
        elif table.lemma[i] in data.own_word:
            return True
    return False


def _chain(table: TokenTable, trigger: Trigger) -> Iterator[tuple[int, bool]]:
    """Tokens from the trigger outwards whose cues bear on it, and whether their own modifiers do too."""
    occurrence = _table().lexicon.occurrence
    i = trigger.head
    yield i, True
    for _ in range(_REACH):
        head, dep = table.head[i], table.dep[i]
        if head == i:
            return
        light = i in (trigger.head, trigger.light) and trigger.light == head
        if light or (dep in ("xcomp", "oprd", "acomp") and table.pos[head] in (*_VERBS, "ADJ")):
            i = head
            yield i, True
        elif dep == "ccomp" and table.pos[head] in _VERBS:
            i = head
            yield i, False
        elif dep == "conj":
            shared = _shares_auxiliaries(table, i, head)
            i = head
            yield i, shared
        elif dep in ("nsubj", "nsubjpass", "dobj", "attr") and table.lemma[head] in occurrence and i == trigger.head:
            i = head
            yield i, True
        elif dep in ("pobj", "pcomp") and i == trigger.head and trigger.light == table.head[head] != head:
            i = table.head[head]
            yield i, True
        elif dep in ("pobj", "prep") and i == trigger.head and (verb := _state_verb(table, i)) is not None:
            i = verb
            yield i, True
        else:
            return


def _state_verb(table: TokenTable, i: int) -> int | None:
    """The verb that says that the state or outcome of a phrase holds ("is still in CUSTODY", "led to a TRIAL")."""
    verb = table.head[table.head[i]] if table.dep[i] == "pobj" else table.head[i]
    lasting = table.lemma[verb] == "be" or table.lemma[verb] in _table().lexicon.ongoing_verbs
    if table.pos[verb] not in _VERBS or not (lasting or table.lemma[verb] in _OUTCOMES):
        return None
    return verb


def _shares_auxiliaries(table: TokenTable, i: int, head: int) -> bool:
    """True where a coordinated verb stands under the auxiliaries of the first ("could be arrested and jailed")."""
    if table.pos[i] in _NOUNS:
        return True
    own = any(table.dep[j] in ("aux", "auxpass", "nsubj", "nsubjpass") for j in table.children[i])
    return not own and table.tag[i] == table.tag[head]


def _on(table: TokenTable, i: int, data: _Table, *, first: bool) -> Iterator[tuple[Status, int]]:
    """Cues that stand on one token of the chain: its modifiers, its clause's marker, a preposition over it."""
    for j in table.children[i]:
        dep, word = table.dep[j], table.lower[j]
        if table.pos[j] == "PROPN" and dep in _MODIFIERS:
            continue  # the month in "the May protests" is no modal
        if dep in _MODIFIERS or (dep == "mark" and word not in data.marker):
            status = data.modifier.get(word) or data.modifier.get(table.lemma[j])
            if status is not None and not _pseudo(table, j, data) and not (dep == "cc" and j > i):
                yield _would(table, i, j, status, data), j
        elif dep in ("mark", "advmod") and word in data.marker:
            yield data.marker[word], j
        elif dep in ("nsubj", "nsubjpass", "dobj", "npadvmod", "expl", "agent"):
            hit = _argument(table, j, data)
            if hit is not None:
                yield hit
        elif dep in ("acl", "relcl") and first and j > i and table.pos[i] in _NOUNS:
            status = data.postmodifier.get(table.lemma[j])
            if status is not None and (dep == "acl" or not _has_aux(table, j, "have") or is_passive(table, j)):
                yield status, j
    head = table.head[i]
    if table.dep[i] in ("pobj", "pcomp") and table.pos[head] in ("ADP", "SCONJ", "ADV"):
        over = table.head[head]
        pair = f"{table.lower[over]} {table.lower[head]}"
        status = data.preposition.get(table.lower[head]) or data.preposition.get(pair)
        if status is not None:
            yield status, head


def _argument(table: TokenTable, j: int, data: _Table) -> tuple[Status, int] | None:
    status = data.argument.get(table.lower[j])
    if status is not None:
        return status, j
    for k in table.children[j]:
        cue = table.dep[k] in ("det", "neg", "preconj") and table.lower[k] in data.argument
        if cue and not _pseudo(table, k, data):
            return data.argument[table.lower[k]], k
    return None


def _has_aux(table: TokenTable, i: int, lemma: str) -> bool:
    return any(table.dep[j] == "aux" and table.lemma[j] == lemma for j in table.children[i])


def _pseudo(table: TokenTable, j: int, data: _Table) -> bool:
    around = " ".join(table.lower[max(0, j - 1) : j + 3])
    return any(table.lower[j] in term.split() and term in around for term in data.lexicon.pseudo)


def _would(table: TokenTable, i: int, j: int, status: Status, data: _Table) -> Status:
    """Under a verb of announcing, "would" is the past of "will"."""
    if table.lower[j] not in ("would", "'d") or table.dep[i] != "ccomp":
        return status
    return "planned" if table.lemma[table.head[i]] in data.lexicon.futures else status


def _governed(table: TokenTable, i: int, data: _Table) -> tuple[Status, int] | None:
    """The cue word that the token is a complement, an object or the subject of."""
    head, dep = table.head[i], table.dep[i]
    if head == i:
        return None
    if dep in ("pobj", "pcomp"):
        over = table.head[head]
        if table.dep[head] == "conj" and table.lower[over] == table.lower[head]:
            over = table.head[over]
        status = data.complement.get((table.lemma[over], table.lower[head]))
        return (status, over) if status is not None else None
    if dep in ("prep", "agent"):
        return None
    lemma = table.lemma[head]
    if dep in ("xcomp", "ccomp", "dobj", "acl", "advcl", "oprd"):
        if dep == "advcl" and table.pos[head] != "ADJ" and table.tag[i] != "VB":
            return None
        if dep == "acl" and table.tag[i] != "VB":
            return None
        if dep == "acl" and table.pos[head] == "NOUN" and lemma in data.lexicon.purpose_nouns:
            return "hypothetical", head
        particle = next((table.lower[j] for j in table.children[head] if table.dep[j] == "prt"), None)
        status = data.complement.get((lemma, particle)) if particle else None
        if status is None:
            status = data.complement.get((lemma, None))
        if status is not None and _fits(table, i, dep, lemma, data.lexicon):
            return status, head
    elif dep == "nsubjpass":
        status = data.subject.get(lemma) or data.complement.get((lemma, None))
        if status is not None and table.pos[i] in _NOUNS:
            return status, head
    elif dep == "nsubj" and lemma in data.subject and table.pos[i] in _NOUNS:
        return data.subject[lemma], head
    return None


def _fits(table: TokenTable, i: int, dep: str, lemma: str, data: StatusLexicon) -> bool:
    """Whether a complement of this form can be what the cue speaks of: "is to rule" is a plan, "is a ruling" isn't."""
    if lemma in data.infinitive_only:
        return dep == "xcomp" and table.tag[i] == "VB"
    if lemma in data.object_only:
        return dep == "dobj"
    return not (lemma in data.no_object and dep == "dobj" and table.pos[i] in _NOUNS)


def _provision(table: TokenTable, trigger: Trigger, index: MentionIndex, data: StatusLexicon) -> bool:
    """True for what a law does in the present tense ("the decree bans rallies"): a general rule, no act."""
    verb = trigger.predicate
    if table.pos[verb] not in _VERBS or not _present(table, verb):
        return False
    for subject in subject_heads(table, verb)[0]:
        hit = index.headed_by(subject)
        if table.lemma[subject] in data.law_nouns or (hit is not None and index.entities[hit[1]].type == "law"):
            return True
    return False


def _present(table: TokenTable, verb: int) -> bool:
    """True where the clause of the verb is in the present tense, the perfect left out."""
    tags = [table.tag[j] for j in table.children[verb] if table.dep[j] in ("aux", "auxpass")]
    if any(table.dep[j] == "aux" and table.lemma[j] == "have" for j in table.children[verb]):
        return False
    return any(tag in ("VBZ", "VBP") for tag in tags) or (not tags and table.tag[verb] in ("VBZ", "VBP"))


def _lasting(table: TokenTable, trigger: Trigger, data: StatusLexicon) -> StatusFound:
    """Ongoing where the clause says so by its tense, else occurred."""
    verb = trigger.predicate
    kind = trigger.type in data.durative
    if table.pos[verb] not in _VERBS:
        verb = table.head[verb] if table.pos[table.head[verb]] in _VERBS else table.head[table.head[verb]]
        if table.pos[verb] not in _VERBS:
            amod = table.dep[trigger.head] == "amod" and trigger.type == "detention"
            return StatusFound("ongoing" if amod else "occurred")
        state = table.dep[trigger.head] in ("pobj", "attr", "acomp", "prep")
        stated = table.lemma[verb] == "be" and state and (kind or table.dep[trigger.head] == "pobj")
        if stated and (_present(table, verb) or _until_now(table, verb, data)):
            return StatusFound("ongoing")
        if not kind:
            return StatusFound()
        if table.lemma[verb] in data.ongoing_verbs and (_present(table, verb) or table.tag[verb] == "VBD"):
            return StatusFound("ongoing", [table.extent(verb, verb)])
        if table.tag[verb] == "VBG" and table.dep[trigger.head] == "dobj" and _present(table, verb):
            return StatusFound("ongoing", [table.extent(verb, verb)])
        return StatusFound()
    auxiliaries = [j for j in table.children[verb] if table.dep[j] in ("aux", "auxpass")]
    if table.tag[verb] == "VBG" and any(table.lemma[j] == "be" and table.tag[j] in ("VBZ", "VBP") for j in auxiliaries):
        return StatusFound("ongoing", [table.extent(j, j) for j in auxiliaries])
    if table.tag[verb] == "VBG" and any(table.lower[j] == "been" for j in auxiliaries):
        perfect = any(table.tag[j] in ("VBZ", "VBP") for j in auxiliaries)
        return StatusFound("ongoing" if perfect else "occurred")
    if table.dep[verb] == "amod" and table.tag[verb] == "VBN" and trigger.type == "detention":
        return StatusFound("ongoing")
    if table.dep[verb] == "acl" and table.tag[verb] == "VBN" and table.lemma[verb] in _HOLDING and kind:
        return StatusFound("ongoing")
    if table.lemma[verb] in data.state_verbs and _until_now(table, verb, data):
        return StatusFound("ongoing")
    if kind and is_passive(table, verb) and _present(table, verb) and table.dep[verb] != "amod":
        return StatusFound("ongoing", [table.extent(j, j) for j in auxiliaries])
    return StatusFound()


def _until_now(table: TokenTable, verb: int, data: StatusLexicon) -> bool:
    """True for a present perfect that still holds ("has SO FAR refused", "has been in custody SINCE May")."""
    if not any(table.dep[j] == "aux" and table.lower[j] in ("has", "have", "'ve", "’ve") for j in table.children[verb]):
        return False
    for j in table.children[verb]:
        if table.dep[j] in ("advmod", "prep", "mark", "npadvmod", "advcl"):
            first, last = table.edges(j)
            words = " ".join(table.lower[k] for k in range(first, min(last, first + 3) + 1))
            if any(words == term or words.startswith(term + " ") for term in data.until_now):
                return True
    return False
