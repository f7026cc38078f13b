"""Gender from unmistakable pronouns: a he or she in a sentence that names one person and no other."""

from __future__ import annotations

from civicspace.annotations import Entity
from civicspace.components.coreference.scene import Scene
from civicspace.components.coreference.vocabulary import Gender


def heard_genders(
    scene: Scene, entities: list[Entity], names: dict[int, int], described: dict[int, int]
) -> dict[int, Gender]:
    """Entity -> gender, where most such sentences agree.

    names, described: token -> entity, heads of names and of descriptions beside them. A pronoun counts where it stands
    outside quotation marks and behind the name, and no unnamed person is about.
    """
    votes: dict[int, dict[Gender, int]] = {}
    for first, beyond in scene.table.sents:
        vote = _vote(scene, entities, names, described, range(first, beyond))
        if vote is not None:
            k, gender = vote
            tally = votes.setdefault(k, {})
            tally[gender] = tally.get(gender, 0) + 1
    found: dict[int, Gender] = {}
    for k, tally in votes.items():
        best = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
        if len(best) == 1 or best[0][1] > best[1][1]:
            found[k] = best[0][0]
    return found


def _vote(
    scene: Scene, entities: list[Entity], names: dict[int, int], described: dict[int, int], sentence: range
) -> tuple[int, Gender] | None:
    table, words = scene.table, scene.vocabulary
    person: int | None = None
    heard: Gender | None = None
    for i in sentence:
        k = names.get(i)
        if k is not None and entities[k].type == "person":
            if heard is not None or person not in (None, k):
                return None
            person = k
        elif table.pos[i] == "PRON":
            pronoun = words.pronouns.get(table.lower[i])
            if pronoun and pronoun.gender in ("masculine", "feminine") and not scene.quoted[i]:
                if heard not in (None, pronoun.gender):
                    return None
                heard = pronoun.gender
        elif table.tag[i] == "NN" and table.lemma[i] in words.people and i not in described:
            return None
    return None if person is None or heard is None else (person, heard)
