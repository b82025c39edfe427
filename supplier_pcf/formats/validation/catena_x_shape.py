"""The form of a Catena-X file: what must be there is there, written as the data model asks.

The list of plain checks that the verification framework of Catena-X calls trust level 1: mandatory
properties are filled, types and list values are right, defaults are kept, places belong together.
C01 and C02 are the lists of one object in which data models 9 and 10 put everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.places import contains, country_of, kind
from supplier_pcf.formats.validation.catena_x_model import (
    ABSENT,
    Document,
    Json,
    Kind,
    Model,
    Property,
    as_list,
    as_object,
    number,
    time,
)

_UUID = re.compile(r"(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
)
_LONGEST_SHOWN = 60


def found(
    code: str, where: str, model: Model, severity: Severity = Severity.ERROR, **params: Param
) -> Finding:
    """A finding on a property of a file."""
    return Finding(
        code=f"catena_x.{code}",
        severity=severity,
        where=where,
        clause=f"Catena-X PCF data model {model.version}",
        params={"field": where.rsplit("/", 1)[-1], **params},
    )


def shown(value: object) -> str:
    """A value as a finding quotes it."""
    text = "" if value is ABSENT or value is None else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def nodes_are_there(document: Document, model: Model) -> Iterator[Finding]:
    """C01 and C02: every property that holds others is there, and is a list of one object."""
    for path, must in model.nodes.items():
        parent = path.rpartition("/")[0]
        if parent and not document.node(parent):
            continue
        value = document.value(path)
        if value is ABSENT:
            if must:
                yield found("c02", path, model)
        elif not model.nested:
            if not isinstance(value, dict):
                yield found("c02", path, model)
        elif not _is_filled_list(value):
            yield found("c02", path, model)
        elif len(as_list(value)) > 1 and path not in model.many:
            yield found("c01", path, model, value=len(as_list(value)))


def _is_filled_list(value: object) -> bool:
    items = as_list(value)
    return bool(items) and all(isinstance(item, dict) for item in items)


def properties_are_as_asked(document: Document, model: Model) -> Iterator[Finding]:
    """T01 to T04: filled where mandatory, of the right type, from the list, in the range."""
    for asked in model.properties:
        parent, _, name = asked.path.rpartition("/")
        for holder in _holders(document, model, parent):
            yield from _one(asked, holder.get(name, ABSENT), model)


def _holders(document: Document, model: Model, parent: str) -> Iterator[Json]:
    """The objects a property can stand in; none where their node is missing, which is told once."""
    if parent in model.many:
        yield from document.objects(parent)
    elif not parent or document.node(parent) or _is_there(document, model, parent):
        yield document.node(parent)


def _is_there(document: Document, model: Model, parent: str) -> bool:
    value = document.value(parent)
    return _is_filled_list(value) if model.nested else isinstance(value, dict)


def _one(asked: Property, value: object, model: Model) -> Iterator[Finding]:
    if value is ABSENT or value == "" or (value == [] and asked.must and _needs_items(asked)):
        if asked.must or (asked.kind is Kind.FILLED and value == ""):
            yield found("t01", asked.path, model)
        return
    if not _is_written_right(asked, value):
        yield found("t02", asked.path, model, value=shown(value))
    elif asked.allowed and not set(_texts_of(asked, value)) <= set(asked.allowed):
        yield found("t03", asked.path, model, value=shown(", ".join(_texts_of(asked, value))))
    elif asked.kind is Kind.NUMBER:
        amount = number(value)
        if amount is not None and not asked.lowest <= amount <= asked.highest:
            yield found("t04", asked.path, model, value=shown(value))


def _needs_items(asked: Property) -> bool:
    """Lists of names may be empty where nothing is to be named; identifiers may not."""
    return asked.kind is Kind.URIS or asked.path.endswith(("Standards", "StandardsUsed"))


def is_uri(value: object) -> bool:
    """Whether a text has the form of a uniform resource identifier (RFC 3986)."""
    return isinstance(value, str) and _URI.fullmatch(value) is not None


def _all(value: object, right: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(map(right, value))


def _is_uuid(value: object) -> bool:
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


_RIGHT: dict[Kind, Callable[[object], bool]] = {
    Kind.TEXT: lambda v: isinstance(v, str),
    Kind.FILLED: lambda v: isinstance(v, str) and bool(v.strip()),
    Kind.NUMBER: lambda v: number(v) is not None,
    Kind.FLAG: lambda v: isinstance(v, bool),
    Kind.TIME: lambda v: time(v) is not None,
    Kind.UUID: _is_uuid,
    Kind.TEXTS: lambda v: _all(v, lambda item: isinstance(item, str) and bool(item.strip())),
    Kind.URIS: lambda v: _all(v, is_uri),
    Kind.UUIDS: lambda v: _all(v, _is_uuid),
    Kind.OBJECTS: lambda v: _all(v, lambda item: isinstance(item, dict)),
}


def _is_written_right(asked: Property, value: object) -> bool:
    if not _RIGHT[asked.kind](value):
        return False
    if not asked.inside:
        return True
    named = (as_object(item).get(asked.inside) for item in as_list(value))
    return all(isinstance(name, str) and name.strip() for name in named)


def _texts_of(asked: Property, value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(as_object(item).get(asked.inside, item)) for item in as_list(value)]


def places_belong_together(document: Document, model: Model) -> Iterator[Finding]:
    """T06: the country is one, the subdivision is inside it, and the region holds both."""
    region, country, part = (
        document.text(model.at[name]) for name in ("region", "country", "subdivision")
    )
    if country and kind(country) != "country":
        yield found("t06", model.at["country"], model, value=shown(country), other="ISO 3166-1")
        return
    if part and (kind(part) != "subdivision" or (country and country_of(part) != country)):
        other = country or "ISO 3166-2"
        yield found("t06", model.at["subdivision"], model, value=shown(part), other=other)
    place = country or part
    if place and kind(region) == "region" and not contains(region, place):
        yield found("t06", model.at["region"], model, value=shown(place), other=shown(region))


def properties_are_known(document: Document, model: Model) -> Iterator[Finding]:
    """T08: nothing stands there that the data model does not know."""
    paths = [*model.nodes, *(asked.path for asked in model.properties)]
    known: dict[str, set[str]] = {}
    for path in paths:
        parent, _, name = path.rpartition("/")
        known.setdefault(parent, set()).add(name)
        if parent and "/" not in parent:
            known.setdefault("", set()).add(parent)
    for parent, names in known.items():
        holders = document.objects(parent) if parent in model.many else [document.node(parent)]
        for holder in holders:
            for name in holder:
                if name not in names:
                    where = f"{parent}/{name}" if parent else str(name)
                    yield found("t08", where, model)


SHAPE = (nodes_are_there, properties_are_as_asked, places_belong_together, properties_are_known)
