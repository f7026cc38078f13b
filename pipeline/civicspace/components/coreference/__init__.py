"""civic_coreference: pronouns, titles and descriptions that refer to the entities.

What resolves them is a setting: ``resolver`` names a function of spaCy's registry ``misc`` that gives a
``resolver.Resolver``; the rules of ``sieve`` are the default, a learned one may take their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.util import registry

if TYPE_CHECKING:
    from civicspace.components.coreference.component import CoreferenceComponent
    from civicspace.components.coreference.resolver import Resolver

SIEVE = "civicspace.SieveResolver.v1"
_DEFAULT: dict[str, Any] = {"resolver": {"@misc": SIEVE, "window": 4, "margin": 10.0}}


def make_sieve(window: int, margin: float) -> Resolver:
    """The rules of ``sieve.SieveResolver``: sentences looked back over, and lead that the best antecedent needs."""
    from civicspace.components.coreference.sieve import SieveResolver

    return SieveResolver(window=window, margin=margin)


registry.misc.register(SIEVE, func=make_sieve)


@Language.factory(
    "civic_coreference",
    requires=["token.lemma", "token.pos", "token.tag", "token.dep", "doc._.civic_entities"],
    assigns=["doc._.civic_entities"],
    default_config=_DEFAULT,
)
def make_coreference(nlp: Language, name: str, resolver: Resolver) -> CoreferenceComponent:
    """Make the component; it stands behind civic_entities."""
    from civicspace.components.coreference.component import CoreferenceComponent

    return CoreferenceComponent(resolver, name)
