"""A footprint that somebody sent us, in our own words whatever format it came in, and the factor it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import EmissionFactor, GwpSet, Layer, Ratings


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


def factor_of(received: Received, factor_id: str, document: str) -> EmissionFactor:
    """The supplier's factor per one unit; `document` is the file's name, for its birth certificate.

    No share of primary data counts as 0, no ratings as the worst (Catena-X v4, 7.2.4-7.2.5).
    """
    times = 1 / received.amount
    found = received.buckets
    year = received.period_end.year if received.period_end else None
    return EmissionFactor(
        id=factor_id,
        name=received.product,
        category="supplier",
        unit=received.unit,
        fossil=found.fossil * times,
        biogenic_non_co2=found.biogenic_non_co2 * times,
        land_use_change=found.land_use_change * times,
        land_management=found.land_management * times,
        land_removals=found.land_removals * times,
        aircraft=found.aircraft * times,
        uptake=found.uptake_product * times,
        includes_packaging=bool(received.packaging_included),
        gwp_set=_gwp_set(received.gwp_sets),
        place=received.place,
        year_from=received.period_start.year if received.period_start else year,
        year_to=year,
        publisher=received.company,
        document=document,
        edition=received.id,
        licence="received from the supplier",
        layer=Layer.SUPPLIER,
        set_id="",
        note=received.comment,
        primary_share=(received.primary_percent or 0.0) / 100,
        ratings=received.ratings,
        rule_set=", ".join((*received.standards, *received.rules)),
        outbound=None if received.outbound is None else received.outbound * times,
        verified_share=_share(received.verified_percent),
        certified_share=_share(received.certified_percent),
        valid_until=received.valid_until.isoformat() if received.valid_until else "",
        exempted_percent=received.exempted_percent,
        fossil_carbon=_each(received.fossil_carbon, times),
        biogenic_carbon=_each(received.biogenic_carbon, times),
        recycled_carbon=_each(received.recycled_carbon, times),
    )


def _gwp_set(names: tuple[str, ...]) -> GwpSet:
    sets = {gwp.value for gwp in GwpSet}
    known = {name for name in names if name in sets}
    if not known:
        return GwpSet.UNKNOWN
    return GwpSet(known.pop()) if len(known) == 1 else GwpSet.MIXED


def _share(percent: float | None) -> float | None:
    return None if percent is None else percent / 100


def _each(value: float | None, times: float) -> float | None:
    return None if value is None else value * times
