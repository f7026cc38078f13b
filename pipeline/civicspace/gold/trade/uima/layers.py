"""The layers of gold as a UIMA type system, and as INCEpTION imports them; layers.toml beside this module says which.

INCEpTION's conventions, kept here: a relation has the features Governor and Dependent and takes Dependent's offsets; a
link feature is an array of links, each with a role and a target; document metadata are no annotations of the text.
An exported layer doesn't list Governor and Dependent: INCEpTION adds them. TypeSystem.xml makes the layers too where a
project imports it, but for document metadata and the lists of choices.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, get_args

from civicspace.gold.trade.uima.extra import cassis
from civicspace_schemas.taxonomy import taxonomy
from civicspace_schemas.vocabulary import DateKind, EntityType, EventType, Modifier, QuoteKind, Status

if TYPE_CHECKING:
    from cassis import TypeSystem

NAMESPACE = "civicspace.gold"
STRING = "uima.cas.String"
STRINGS = "uima.cas.StringArray"
_SUPERTYPES = {
    "span": "uima.tcas.Annotation",
    "relation": "uima.tcas.Annotation",
    "document-metadata": "uima.cas.AnnotationBase",
}
_TAGS: dict[str, tuple[str, ...]] = {
    "file_status": ("draft", "reviewed"),
    "coreference": ("annotated",),
    "entity_types": get_args(EntityType.__value__),
    "date_kinds": get_args(DateKind.__value__),
    "modifiers": get_args(Modifier.__value__),
    "quote_kinds": get_args(QuoteKind.__value__),
    "event_types": get_args(EventType.__value__),
    "statuses": get_args(Status.__value__),
}


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a layer: a text, one of tags, several texts, or a link to spans of a layer."""

    description: str
    tags: str | None = None
    several: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: what it is to INCEpTION, and its features by name."""

    layer: Literal["span", "relation", "document-metadata"]
    description: str
    attach: str | None = None
    features: dict[str, Feature] = field(default_factory=dict)


def type_name(layer: str) -> str:
    """The full name of a layer's type.

    >>> type_name("Entity")
    'civicspace.gold.Entity'
    """
    return f"{NAMESPACE}.{layer}"


def link_name(layer: str, feature: str) -> str:
    """The full name of the type of a feature's links.

    >>> link_name("Quote", "cue")
    'civicspace.gold.QuoteCueLink'
    """
    return type_name(f"{layer}{feature[0].upper()}{feature[1:]}Link")


@cache
def layers() -> dict[str, Layer]:
    """The layers by name, as layers.toml has them."""
    raw = tomllib.loads((resources.files("civicspace.gold.trade.uima") / "layers.toml").read_text(encoding="utf-8"))
    return {
        name: Layer(**{**entry, "features": {key: Feature(**value) for key, value in entry["features"].items()}})
        for name, entry in raw.items()
    }


def type_system() -> TypeSystem:
    """The UIMA type system of gold's layers. Raises CorpusError where dkpro-cassis is missing."""
    types = cassis().TypeSystem()
    for name, layer in layers().items():
        types.create_type(type_name(name), _SUPERTYPES[layer.layer], description=layer.description)
    for name, layer in layers().items():
        for feature, about in layer.features.items():
            _add_feature(types, name, feature, about)
        if layer.attach:
            for end in ("Governor", "Dependent"):
                types.create_feature(type_name(name), end, type_name(layer.attach))
    return types


def _add_feature(types: TypeSystem, layer: str, name: str, about: Feature) -> None:
    if not about.link:
        range_ = STRINGS if about.several else STRING
        types.create_feature(
            type_name(layer),
            name,
            range_,
            description=about.description,
            multipleReferencesAllowed=False if about.several else None,
        )
        return
    link = link_name(layer, name)
    types.create_type(link, "uima.cas.TOP", description=f"A link from {layer} to {about.link}.")
    types.create_feature(link, "role", STRING)
    types.create_feature(link, "target", type_name(about.link))
    types.create_feature(
        type_name(layer),
        name,
        "uima.cas.FSArray",
        elementType=link,
        description=about.description,
        multipleReferencesAllowed=False,
    )


def type_system_xml() -> str:
    """The text of TypeSystem.xml, which XMI can't be read without."""
    xml: str = type_system().to_xml()
    return xml


def inception_layers() -> str:
    """Gold's layers in the form in which INCEpTION's project settings import them ("Layers", "Import")."""
    return json.dumps([_exported(name, layer) for name, layer in layers().items()], indent=2, ensure_ascii=False) + "\n"


def _exported(name: str, layer: Layer) -> dict[str, Any]:
    features = [_exported_feature(name, key, about, rank) for rank, (key, about) in enumerate(layer.features.items())]
    return {
        "name": type_name(name),
        "uiName": name,
        "type": layer.layer,
        "description": layer.description,
        "features": features,
        "enabled": True,
        "built_in": False,
        "readonly": False,
        "attach_type": {"name": type_name(layer.attach)} if layer.attach else None,
        "attach_feature": None,
        "allow_stacking": True,
        "cross_sentence": True,
        "show_hover": True,
        "anchoring_mode": "CHARACTERS",
        "overlap_mode": "ANY_OVERLAP",
        "validation_mode": "NEVER",
        "lock_to_token_offset": False,
        "multiple_tokens": True,
        "linked_list_behavior": False,
        "traits": '{"singleton":true}' if layer.layer == "document-metadata" else None,
    }


def _exported_feature(layer: str, name: str, about: Feature, rank: int) -> dict[str, Any]:
    return {
        "name": name,
        "uiName": name,
        "type": type_name(about.link) if about.link else STRINGS if about.several else STRING,
        "tag_set": _tag_set(about.tags) if about.tags else None,
        "description": about.description,
        "enabled": True,
        "visible": True,
        "include_in_hover": True,
        "required": False,
        "remember": False,
        "multi_value_mode": "ARRAY" if about.several or about.link else "NONE",
        "link_mode": "WITH_ROLE" if about.link else "NONE",
        "link_type_name": link_name(layer, name) if about.link else None,
        "link_type_role_feature_name": "role" if about.link else None,
        "link_type_target_feature_name": "target" if about.link else None,
        "curatable": True,
        "rank": rank,
    }


def _tag_set(name: str) -> dict[str, Any]:
    about: dict[str, str] = {info.id: info.definition for info in taxonomy().types} if name == "event_types" else {}
    return {
        "name": f"{NAMESPACE}.{name}",
        "description": "",
        "language": "en",
        "tags": [{"tag_name": tag, "tag_description": about.get(tag, "")} for tag in _TAGS[name]],
        "create_tag": False,
    }
