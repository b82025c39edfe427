"""The submodel Carbon Footprint in a parsed JSON document, read leniently: what cannot be read counts as not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from supplier_pcf.formats.shared.aas import SEMANTICS

Json = Mapping[str, Any]

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_DOUBLE = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,3})?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_LONGEST = 400
_NUMBERED = re.compile(r"(.+)_(\d{1,3})")


def submodel_of(document: object) -> Json | None:
    """The first submodel with the meaning of a carbon footprint, in an environment or alone."""
    root = as_object(document)
    candidates = [root, *as_list(root.get("submodels"))]
    wanted = SEMANTICS["CarbonFootprint"]
    return next((as_object(c) for c in candidates if _meaning(as_object(c)) == wanted), None)


def _meaning(element: Json) -> str:
    keys = as_list(as_object(element.get("semanticId")).get("keys"))
    value = as_object(keys[0]).get("value") if keys else ""
    return value.strip() if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A submodel, collection or list entry: elements below it, found by meaning or, failing that, by name."""

    element: Json
    place: str = ""

    def parts(self) -> list[Json]:
        """The elements below."""
        inside = self.element.get("submodelElements") or self.element.get("value")
        return [as_object(part) for part in as_list(inside)]

    def all(self, name: str) -> list[Json]:
        """All parts of this name in the template."""
        meant = [part for part in self.parts() if _meaning(part) == SEMANTICS[name]]
        return meant or [part for part in self.parts() if part.get("idShort") == name]

    def group(self, name: str) -> Group | None:
        """The first part of this name, as a group."""
        found = self.all(name)
        return Group(found[0], _below(self.place, name)) if found else None

    def entries(self, name: str) -> list[Group]:
        """The groups in the list of this name."""
        found = self.group(name)
        if found is None:
            return []
        return [Group(p, f"{found.place}/{n}") for n, p in enumerate(found.parts(), start=1)]

    def text(self, name: str) -> str:
        """The value of the property of this name."""
        found = self.all(name)
        return text_of(found[0]) if found else ""

    def texts(self, name: str) -> list[str]:
        """The values in the list of this name."""
        found = self.group(name)
        return [text_of(part) for part in found.parts()] if found else []

    def free(self) -> Iterator[tuple[str, str]]:
        """The properties of free naming, by their own names."""
        for part in self.parts():
            name = part.get("idShort")
            if isinstance(name, str) and part.get("modelType") == "Property":
                yield name, text_of(part)


@dataclass(frozen=True, slots=True)
class Information:
    """What stands in `PcfInformation`, by its names."""

    said: Mapping[str, str]

    @classmethod
    def of(cls, submodel: Group) -> Information:
        """The free part of the first footprint by rules that has one."""
        for entry in submodel.entries("ProductOrSectorSpecificCarbonFootprints"):
            found = entry.group("PcfInformation")
            if found is not None:
                return cls(dict(found.free()))
        return cls({})

    def text(self, name: str) -> str:
        """A text."""
        return self.said.get(name, "").strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """The entries of a list in the order of their numbers."""
        found = []
        for key, value in self.said.items():
            numbered = _NUMBERED.fullmatch(key)
            if numbered and numbered[1] == name and value.strip():
                found.append((int(numbered[2]), value.strip()))
        return tuple(value for _, value in sorted(found))

    def number(self, name: str) -> Decimal | None:
        """A decimal."""
        return decimal(self.text(name))

    def time(self, name: str) -> datetime | None:
        """A point in time."""
        return time(self.text(name))


def decimal(text: str) -> Decimal | None:
    """An xs:decimal, or nothing."""
    fine = len(text) <= _LONGEST and _DECIMAL.fullmatch(text)
    return Decimal(text) if fine else None


def double(text: str) -> Decimal | None:
    """An xs:double that is finite, or nothing."""
    fine = len(text) <= _LONGEST and _DOUBLE.fullmatch(text)
    return Decimal(text) if fine else None


def time(text: str) -> datetime | None:
    """An xs:dateTime, or nothing; the zone may be missing."""
    if not _TIME.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def text_of(element: Json) -> str:
    """The value of a property."""
    value = element.get("value")
    return value.strip() if isinstance(value, str) else ""


def as_object(value: object) -> Json:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def _below(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name
