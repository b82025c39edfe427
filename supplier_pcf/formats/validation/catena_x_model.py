"""What a Catena-X data model holds, as names and kinds, and a lenient reading of a parsed document.

A path names a property by the properties around it. In data models 9 and 10 every property that holds
others is a list of one object; in data model 7 it is the object itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum, auto
from typing import Any, NamedTuple

from supplier_pcf.domain.finding import Severity

Json = Mapping[str, Any]

SPEC = "urn:io.catenax.pcf:datamodel:version:{}"
RETROSPECTIVE = "Retrospective PCF"
KINDS_OF_PCF = (
    RETROSPECTIVE,
    "Prospective PCF without forerunner",
    "Prospective PCF of further developed product with forerunner",
    "Prospective PCF for current product for future production date",
    "Progressive PCF",
)
ABSENT = object()
"""Stands where a document has no value; null is a value."""
_LARGEST = 100
"""Digits before the point beyond which a figure is none that anybody wrote."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


class Kind(Enum):
    """How a property is written."""

    TEXT = auto()
    FILLED = auto()
    """A text that says something."""
    NUMBER = auto()
    FLAG = auto()
    TIME = auto()
    UUID = auto()
    TEXTS = auto()
    """A list of texts."""
    URIS = auto()
    UUIDS = auto()
    OBJECTS = auto()
    """A list of objects that hold the text named `inside`."""


class Property(NamedTuple):
    """One property: where it stands, how it is written, and whether the rules ask for it."""

    path: str
    kind: Kind
    must: bool = False
    allowed: tuple[str, ...] = ()
    lowest: float = -math.inf
    highest: float = math.inf
    inside: str = ""


def emission(path: str, *, must: bool = False) -> Property:
    """Kg CO2e or kg of carbon that is zero or above."""
    return Property(path, Kind.NUMBER, must, lowest=0)


def removal(path: str, *, must: bool = False) -> Property:
    """Kg CO2e that is zero or below."""
    return Property(path, Kind.NUMBER, must, highest=0)


def percent(path: str, *, must: bool = False, highest: float = 100) -> Property:
    """A number from 0 to 100."""
    return Property(path, Kind.NUMBER, must, lowest=0, highest=highest)


class Stage(NamedTuple):
    """The properties of one stage: both totals, their parts but the uptake, and the uptake."""

    including: str
    excluding: str
    parts: tuple[str, ...]
    uptake: str
    told: str = ""
    """The flag that says whether the stage is inside; empty: it always is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One data model: its properties, and where each thing the rules speak of stands in it."""

    version: str
    nested: bool
    nodes: Mapping[str, bool] = field(default_factory=dict)
    """Properties that hold others in a list of one, and whether they must be there."""
    many: frozenset[str] = frozenset()
    """Nodes that may hold several."""
    properties: tuple[Property, ...]
    at: Mapping[str, str]
    stages: Mapping[str, Stage]
    owed: tuple[str, ...]
    """What the schema leaves free and the rules ask for from a year on."""
    owed_now: Severity
    bpnl: re.Pattern[str]
    waste: str
    """How the rulebook wants burning of waste shared."""

    def of(self, document: object) -> Document:
        """A parsed document through the eyes of this model."""
        return Document(as_object(document), self.nested)

    def allowed(self, what: str) -> tuple[str, ...]:
        """The list values of a thing."""
        return next(p.allowed for p in self.properties if p.path == self.at[what])

    def knows(self, document: object) -> bool:
        """Whether a parsed document says that it is of this model, or of a smaller change of it."""
        said = self.of(document).text(self.at["spec"])
        return said.startswith(SPEC.format(f"{self.version.split('.')[0]}."))


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document, read leniently: what cannot be read counts as not there."""

    root: Json
    nested: bool

    def node(self, path: str) -> Json:
        """The object at a path, the first where there are several; empty if there is none."""
        found: Json = self.root
        for name in filter(None, path.split("/")):
            value = found.get(name)
            if self.nested:
                value = next(iter(as_list(value)), None)
            found = as_object(value)
        return found

    def value(self, path: str) -> object:
        """What stands at a path, or ABSENT."""
        parent, _, name = path.rpartition("/")
        return self.node(parent).get(name, ABSENT)

    def number(self, path: str) -> Decimal | None:
        """The number at a path."""
        return number(self.value(path)) if path else None

    def text(self, path: str) -> str:
        """The text at a path, without blanks around; empty if there is none."""
        value = self.value(path) if path else ""
        return value.strip() if isinstance(value, str) else ""

    def time(self, path: str) -> datetime | None:
        """The point in time at a path; without a zone it is taken as UTC."""
        return time(self.value(path))

    def texts(self, path: str, inside: str = "") -> list[str]:
        """The texts of a list, or those named `inside` in the objects of a list."""
        items = as_list(self.value(path))
        if inside:
            items = [as_object(item).get(inside) for item in items]
        return [item.strip() for item in items if isinstance(item, str) and item.strip()]

    def objects(self, path: str) -> Iterator[Json]:
        """Every object of a list."""
        yield from (item for item in as_list(self.value(path)) if isinstance(item, dict))


def number(value: object) -> Decimal | None:
    """The number a JSON value is, or nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    found = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return found if found.is_finite() and found.adjusted() < _LARGEST else None


def time(value: object) -> datetime | None:
    """The point in time a text names, or nothing; without a zone it is taken as UTC."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def is_utc(value: object) -> bool:
    """Whether a text that names a time says that it is UTC."""
    return isinstance(value, str) and value.endswith(("Z", "+00:00", "-00:00"))


def as_object(value: object) -> Json:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []
