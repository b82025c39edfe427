"""What the versions of PACT's data model share: a lenient reading of a footprint under one set of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from supplier_pcf.domain.places import country_of, kind
from supplier_pcf.formats.validation import typed
from supplier_pcf.formats.validation.typed import (
    Json,
    Kind,
    Properties,
    as_list,
    as_object,
    as_text,
)

GEOGRAPHY = ("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision")
ROOT_TIMES = ("created", "validityPeriodStart", "validityPeriodEnd")
PCF_TIMES = ("referencePeriodStart", "referencePeriodEnd")

STATUSES = ("Active", "Deprecated")
OPERATORS = ("PEF", "EPD International", "Other")
SPEC_VERSION = typed.pattern(r"\d+\.\d+\.\d+(-\d{8})?")
REPORT = typed.pattern(r"AR\d+")
COUNTRY = Kind(lambda value: isinstance(value, str) and kind(value) == "country")
SUBDIVISION = Kind(
    lambda value: (
        isinstance(value, str)
        and kind(value) == "subdivision"
        and bool(country_of(value))
        and value.upper() == value
    )
)
URN = typed.TEXT
"""A text here; its grammar is a rule of its own."""

RULE = typed.object_of(
    {
        **typed.required(
            operator=typed.one_of(OPERATORS), ruleNames=typed.list_of(typed.FULL_TEXT)
        ),
        **typed.optional(otherOperatorName=typed.FULL_TEXT),
    }
)
SOURCE = typed.object_of(typed.required(name=typed.FULL_TEXT, version=typed.FULL_TEXT))
EXTENSION = typed.object_of(
    {
        **typed.required(specVersion=SPEC_VERSION, dataSchema=typed.URI, data=typed.OBJECT),
        **typed.optional(documentation=typed.URI),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of the data model: its properties, and its own names for what PACT 3 names."""

    id: str
    """Before the codes of its findings."""
    major: str
    clause: str
    root: Properties
    names: Mapping[str, str]
    """PACT 3's name of a property of `pcf` to this version's; empty where it has none."""
    summands: tuple[str, ...]
    """What the total without uptake is the sum of, in PACT 3's names."""
    not_negative: tuple[str, ...]
    not_positive: tuple[str, ...]
    without_mass: frozenset[str]
    """Declared units of energy, transport and services."""
    worst_rating: int
    exempted_limit: int
    """Percent, above which it is a doubt."""
    doubts: frozenset[str]
    """Rules that this version does not state in so many words."""

    def name(self, name: str) -> str:
        """This version's name for what PACT 3 calls so."""
        return self.names.get(name, name)


@dataclass(frozen=True, slots=True)
class Footprint:
    """A parsed document, read leniently: what cannot be read counts as not there."""

    root: Json
    pcf: Json
    version: Version

    @classmethod
    def of(cls, document: object, version: Version) -> Footprint:
        """The footprint in any parsed JSON value."""
        root = as_object(document)
        return cls(root, as_object(root.get("pcf")), version)

    def get(self, name: str) -> Any:
        """The value in `pcf` of what PACT 3 calls so."""
        return self.pcf.get(self.version.name(name))

    def has(self, name: str) -> bool:
        """Whether `pcf` holds what PACT 3 calls so."""
        return self.version.name(name) in self.pcf

    def where(self, name: str) -> str:
        """The place of what PACT 3 calls so."""
        return f"pcf/{self.version.name(name)}"

    def number(self, name: str) -> Decimal | None:
        """The number in `pcf` of what PACT 3 calls so."""
        return typed.number(self.get(name))

    def time(self, name: str) -> datetime | None:
        """The time of this name, wherever the model puts it."""
        return typed.time((self.pcf if name in PCF_TIMES else self.root).get(name))

    def items(self, name: str) -> list[Any]:
        """The list in `pcf` of what PACT 3 calls so, or an empty one."""
        return as_list(self.get(name))

    def text(self, name: str) -> str:
        """The text in `pcf` of what PACT 3 calls so, or an empty one."""
        return as_text(self.get(name))

    @property
    def unit(self) -> str:
        """The declared unit as written."""
        return self.text("declaredUnitOfMeasurement")


def is_of(document: object, version: Version) -> bool:
    """Whether a document says that it is a footprint of this version of PACT."""
    root = as_object(document)
    stated = as_text(root.get("specVersion"))
    return stated.split(".")[0] == version.major and "." in stated and "pcf" in root
