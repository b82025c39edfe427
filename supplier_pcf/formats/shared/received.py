"""A footprint that somebody sent us, in our own words whatever format it came in, and the factor it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer, Provenance, Ratings


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What a received file says. Amounts in kg CO2e and kg are for `amount` times `unit` together."""

    format_id: str
    """Id of the format it came in, such as `pact-3`."""
    spec_version: str = ""
    id: str = ""
    version: str = ""
    created: str = ""
    """UTC, as the file has it."""
    is_active: bool = True
    preceding: tuple[str, ...] = ()
    company: str = ""
    company_ids: tuple[str, ...] = ()
    product: str = ""
    description: str = ""
    product_ids: tuple[str, ...] = ()
    classifications: tuple[str, ...] = ()
    comment: str = ""

    amount: float = 1.0
    unit: str = "piece"
    """One of our own units."""
    mass_kg: float | None = None
    """Net mass of amount times unit."""
    buckets: Buckets
    excluding: float
    """The total without uptake as the file prints it."""
    including: float | None = None
    uptake_packaging: float = 0.0
    outbound: float | None = None
    packaging_included: bool | None = None
    packaging: float | None = None
    fossil_carbon: float | None = None
    biogenic_carbon: float | None = None
    recycled_carbon: float | None = None

    period_start: date | None = None
    period_end: date | None = None
    """Last day, included."""
    valid_from: date | None = None
    valid_until: date | None = None
    """Last day on which it may be used."""
    place: str = ""
    """ISO 3166 code or a region id of `domain.places`; empty: global."""
    gwp_sets: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    boundary: str = ""
    allocation: str = ""
    exempted_percent: float | None = None
    primary_percent: float | None = None
    ratings: Ratings | None = None
    """On the scale of 1 to 5; a file on the older scale of 1 to 3 has none that could be used."""
    verified_percent: float | None = None
    certified_percent: float | None = None
    sources: tuple[str, ...] = ()
    is_prospective: bool = False


_LONGEST_NAME, _LONGEST_NOTE = 200, 2000
_ROUNDING = 1e-9


def factor_of(
    received: Received, factor_id: str, document: str, *, per_kilogram: bool = False
) -> EmissionFactor:
    """The supplier's factor per one unit, or by the net mass per one kilogram of what has one.

    `document` is the file's name, for its birth certificate. No share of primary data counts as 0, no ratings as
    the worst (Catena-X v4, 7.2.4-7.2.5). What the parts do not explain of the total counts as fossil.
    """
    by_mass = per_kilogram and bool(received.mass_kg)
    divisor = received.mass_kg if by_mass and received.mass_kg else received.amount
    of_one = _Of(1 / divisor)
    return EmissionFactor(
        id=factor_id,
        name=one_line(received.product),
        category="supplier",
        unit="kg" if by_mass else received.unit,
        boundary=Boundary.CRADLE_TO_GATE,
        includes_packaging=bool(received.packaging_included),
        gwp_set=_gwp_set(received.gwp_sets),
        place=received.place,
        licence="received from the supplier",
        layer=Layer.SUPPLIER,
        provenance=Provenance.PUBLISHED,
        publisher=one_line(received.company),
        document=document,
        edition=received.id[:_LONGEST_NAME],
        note=received.comment[:_LONGEST_NOTE],
        rule_set=", ".join((*received.standards, *received.rules))[:_LONGEST_NOTE],
        **_parts(received, of_one),
        **_contents(received, of_one),
        **_quality(received),
    )


@dataclass(frozen=True, slots=True)
class _Of:
    """Brings a figure of the whole declared amount to one unit."""

    times: float

    def __call__(self, value: float | None) -> float | None:
        return None if value is None else value * self.times


def whole_buckets(received: Received) -> Buckets:
    """The parts; what the total has beyond their sum counts as fossil, so that nothing is lost."""
    found = received.buckets
    rest = received.excluding - found.excluding_uptake
    if rest <= _ROUNDING * max(abs(received.excluding), abs(found.excluding_uptake)):
        return found
    return found._replace(fossil=found.fossil + rest)


def _parts(received: Received, of_one: _Of) -> dict[str, Any]:
    found = whole_buckets(received)
    return {
        "fossil": found.fossil * of_one.times,
        "biogenic_non_co2": found.biogenic_non_co2 * of_one.times,
        "land_use_change": found.land_use_change * of_one.times,
        "land_management": found.land_management * of_one.times,
        "land_removals": found.land_removals * of_one.times,
        "aircraft": found.aircraft * of_one.times,
        "uptake": found.uptake_product * of_one.times,
    }


def _contents(received: Received, of_one: _Of) -> dict[str, Any]:
    return {
        "outbound": of_one(received.outbound),
        "fossil_carbon": of_one(received.fossil_carbon),
        "biogenic_carbon": of_one(received.biogenic_carbon),
        "recycled_carbon": of_one(received.recycled_carbon),
    }


def _quality(received: Received) -> dict[str, Any]:
    year = received.period_end.year if received.period_end else None
    return {
        "year_from": received.period_start.year if received.period_start else year,
        "year_to": year,
        "valid_until": received.valid_until.isoformat() if received.valid_until else "",
        "exempted_percent": received.exempted_percent,
        "primary_share": (received.primary_percent or 0.0) / 100,
        "ratings": received.ratings,
        "verified_share": _share(received.verified_percent),
        "certified_share": _share(received.certified_percent),
    }


def one_line(text: str, longest: int = _LONGEST_NAME) -> str:
    """A text from outside as one line of printable characters, cut where it is long."""
    words = " ".join(text[: 10 * longest].split())
    return "".join(letter for letter in words if letter.isprintable())[:longest]


def _gwp_set(names: tuple[str, ...]) -> GwpSet:
    sets = {gwp.value for gwp in GwpSet}
    known = {name for name in names if name in sets}
    if not known:
        return GwpSet.UNKNOWN
    return GwpSet(known.pop()) if len(known) == 1 else GwpSet.MIXED


def _share(percent: float | None) -> float | None:
    return None if percent is None else percent / 100
