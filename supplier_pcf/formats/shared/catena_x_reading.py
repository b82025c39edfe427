"""Reading a footprint of a Catena-X data model into our own words.

A part of the sum that the file leaves out counts as nothing, and what is left of the total as fossil, so that
the parts make up the total that is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.places import kind
from supplier_pcf.formats.shared.catena_x import OUR_UNITS
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.validation import catena_x_7_model as seven
from supplier_pcf.formats.validation import catena_x_9_model as nine
from supplier_pcf.formats.validation.catena_x import is_prospective
from supplier_pcf.formats.validation.catena_x_model import Document, Model, as_list, as_object

At = Mapping[str, str]
_INSTANT = timedelta(microseconds=1)
_NOTHING = Decimal(0)


def received(document: object, model: Model, format_id: str) -> Received:
    """What the file says; amounts for the whole declared unit, in data model 7 for one.

    Raises:
        Refusal: it has no amount above zero, no unit of ours, or no total.
    """
    opened, at = model.of(document), model.at
    amount, excluding = opened.number(at["amount"]), _total(opened, model)
    unit = OUR_UNITS.get(opened.text(at["unit"]), "")
    if amount is None or amount <= 0 or not unit or excluding is None:
        raise Refusal("catena_x.unreadable", model=model.version)
    return Received(
        format_id=format_id,
        amount=float(amount) if model.nested else 1.0,
        unit=unit,
        excluding=float(excluding),
        **_identity(opened, at),
        **_names(opened, at),
        **_figures(opened, model, excluding),
        **_times(opened, at),
        **_quality(opened, model),
        **_method(opened, model),
        preceding=tuple(_preceding(opened, model)),
        place=_place(opened, model),
        is_prospective=is_prospective(opened, model),
    )


def _identity(opened: Document, at: At) -> dict[str, Any]:
    return {
        "spec_version": opened.text(at["spec"]).rpartition(":")[2],
        "id": opened.text(at["id"]).removeprefix("urn:uuid:"),
        "version": _plain(opened.number(at["version"])),
        "created": opened.text(at["created"]),
        "is_active": opened.text(at["status"]) != "Deprecated",
    }


def _names(opened: Document, at: At) -> dict[str, Any]:
    return {
        "company": opened.text(at["company"]),
        "company_ids": tuple(opened.texts(at["company_ids"])),
        "product": opened.text(at["product"]),
        "description": opened.text(at["description"]),
        "product_ids": tuple(opened.texts(at["product_ids"])),
        "classifications": tuple(opened.texts(at["classes"])) if at["classes"] else (),
        "comment": opened.text(at["comment"]),
        "boundary": opened.text(at["boundary"]),
        "allocation": opened.text(at["allocation"]),
    }


def _figures(opened: Document, model: Model, excluding: Decimal) -> dict[str, Any]:
    at, packing = model.at, model.stages["packaging"]
    buckets, packaged = _buckets(opened, model, excluding)
    return {
        "mass_kg": _float(opened.number(at["mass"])),
        "buckets": buckets,
        "including": _float(opened.number(model.stages["production"].including)),
        "uptake_packaging": packaged,
        "outbound": _outbound(opened, model),
        "packaging_included": _flag(opened.value(packing.told)),
        "packaging": _float(opened.number(packing.excluding)),
        "fossil_carbon": _float(opened.number(at["fossil_carbon"])),
        "biogenic_carbon": _biogenic_carbon(opened, model),
        "recycled_carbon": _float(opened.number(at.get("recycled_carbon", ""))),
    }


def _times(opened: Document, at: At) -> dict[str, Any]:
    return {
        "period_start": _first_day(opened, at["start"]),
        "period_end": _last_day(opened, at["end"]),
        "valid_from": _first_day(opened, at["valid_start"]) or _first_day(opened, at["created"]),
        "valid_until": _last_day(opened, at["valid_end"]),
    }


def _quality(opened: Document, model: Model) -> dict[str, Any]:
    at = model.at
    return {
        "exempted_percent": _float(opened.number(at["exempted"])),
        "primary_percent": _float(opened.number(at["primary"])),
        "ratings": _ratings(opened, model),
        "verified_percent": _float(opened.number(at.get("verified", ""))),
        "certified_percent": _float(opened.number(at.get("certified", ""))),
    }


def _method(opened: Document, model: Model) -> dict[str, Any]:
    at = model.at
    return {
        "gwp_sets": tuple(filter(None, [opened.text(at["gwp"])])),
        "standards": tuple(_standards(opened, model)),
        "rules": tuple(_rules(opened, model)),
        "sources": tuple(opened.texts(at["sources"], "" if model.nested else seven.SOURCE)),
    }


def _total(opened: Document, model: Model) -> Decimal | None:
    """The total without uptake; from the one with uptake where it alone is printed."""
    stage = model.stages["production"]
    printed, including = opened.number(stage.excluding), opened.number(stage.including)
    if printed is None and including is not None:
        return including - (opened.number(stage.uptake) or _NOTHING)
    return printed


def _buckets(opened: Document, model: Model, excluding: Decimal) -> tuple[Buckets, float]:
    """The parts of the footprint, and the uptake of the packaging, kept apart from the product's."""
    stage = model.stages["production"]
    fossil, *others = (opened.number(path) for path in stage.parts)
    known = [other or _NOTHING for other in others]
    rest = excluding - sum(known, _NOTHING)
    land = known[1:-1] if model.nested else _split(known[1:-1])
    change, management, removals = land
    packaged = opened.number(model.stages["packaging"].uptake) or _NOTHING
    product = _uptake(opened, model, excluding) - packaged
    parts = (rest if fossil is None else fossil, known[0], change, management, removals, known[-1])
    return Buckets(*map(float, (*parts, product, packaged))), float(packaged)


def _split(land: list[Decimal]) -> list[Decimal]:
    """Data model 7 has one figure of land use: above zero it is an emission, below a removal."""
    change, use = land
    return [change, max(use, _NOTHING), min(use, _NOTHING)]


def _uptake(opened: Document, model: Model, excluding: Decimal) -> Decimal:
    stage = model.stages["production"]
    printed, including = opened.number(stage.uptake), opened.number(stage.including)
    if printed is None and including is not None:
        return min(including - excluding, _NOTHING)
    return printed or _NOTHING


def _outbound(opened: Document, model: Model) -> float | None:
    """Transport to us that the sender pays; a figure beside a stage that is left out is none of his."""
    stage = model.stages["distribution"]
    if stage.told and opened.value(stage.told) is False:
        return None
    return _float(opened.number(stage.excluding))


def _biogenic_carbon(opened: Document, model: Model) -> float | None:
    """Kg of biogenic carbon in the product: without that of the packaging, which 9 and 10 count in."""
    whole = opened.number(model.at["biogenic_carbon"])
    packed = opened.number(model.at.get("packaging_carbon", "")) or _NOTHING
    return None if whole is None else float(whole - packed)


def _preceding(opened: Document, model: Model) -> list[str]:
    where = model.at["preceding"]
    return opened.texts(where) or opened.texts(where, "id")


def _standards(opened: Document, model: Model) -> list[str]:
    where = model.at["standards"]
    one = opened.text(where)
    if one:
        return [one]
    return opened.texts(where, "" if model.nested else seven.STANDARD)


def _rules(opened: Document, model: Model) -> list[str]:
    if model.nested:
        return opened.texts(model.at["rules"])
    return [
        str(named[seven.RULE])
        for rule in opened.objects(model.at["rules"])
        for named in map(as_object, as_list(rule.get("productOrSectorSpecificRules")))
        if named.get(seven.RULE)
    ]


def _ratings(opened: Document, model: Model) -> Ratings | None:
    """All three on the scale of 1 to 5; data model 7 has the older scale."""
    if not model.nested:
        return None
    technology, time, geography = (opened.number(path) for path in nine.RATINGS)
    if technology is None or time is None or geography is None:
        return None
    return Ratings(technology=float(technology), time=float(time), geography=float(geography))


def _place(opened: Document, model: Model) -> str:
    """The finest place that is one we know; empty for the world."""
    for name in ("subdivision", "country", "region"):
        place = opened.text(model.at[name])
        if kind(place) in ("subdivision", "country", "region"):
            return place
    return ""


def _first_day(opened: Document, path: str) -> date | None:
    moment = opened.time(path)
    return None if moment is None else moment.date()


def _last_day(opened: Document, path: str) -> date | None:
    """The last day before a moment, which is the next midnight or the last second of the day."""
    moment = opened.time(path)
    if moment is None or moment.timestamp() <= 0:
        return None
    return (moment - _INSTANT).date()


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
