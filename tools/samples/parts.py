"""Short ways to write down a sample: a year of a meter, a row by weight or by money, the usual notes."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    Material,
    Origin,
    OutsideProcess,
    Packaging,
    PackagingKind,
    TechnologyFit,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.record import Evidence, Signature
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.study import Company, Identifier, Period, Scope
from supplier_pcf.domain.transport import DistanceKind, Payer, Transport, TransportMode
from supplier_pcf.domain.transport import TransportPurpose as Purpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.composition import Component, Composition, ProcessingEnergy, compose
from supplier_pcf.factors.library import bundled_library

USD = "USD 2022"
SIMILAR, SAME = TechnologyFit.SIMILAR, TechnologyFit.AVERAGE_SAME

WEIGHED = "Made up for this sample. Weigh ten of your own parts, or take the mass from the drawing."
BILLS = "Made up for this sample. Enter the readings of your own twelve bills."
LEDGER = "Made up for this sample. Take the amount from your own purchase ledger."
LOSSES = "Made up for this sample: what goes in less what is in the good part. Compare it with your scrap tickets."
DISPOSAL = "Made up for this sample. Take the amount from the transfer sheets of your disposer."
ROUTE = "Made up for this sample. Take the places of your own suppliers and the route by road."
PACK = "Made up for this sample. Weigh your own packaging and count what is in it."
PRICE = (
    "No open factor fits, so the price stands in (screening): made up for this sample, in US dollars of 2022. "
    "Ask the supplier for his footprint and put it here."
)
SMALL = "Too little to matter; left out with an estimate made with the factor shown."

MONTHS = (9, 8, 9, 8, 8, 8, 8, 7, 8, 9, 9, 9)
"""How an even year is spread over its months, in parts of a hundred."""
HEATING = (18, 15, 12, 7, 3, 1, 1, 1, 3, 8, 13, 18)
"""The same for gas that mostly heats the hall."""


def year(total: float, spread: tuple[int, ...] = MONTHS) -> tuple[Reading, ...]:
    """Twelve readings of 2025 that add up to the total."""
    starts = [*(date(2025, month, 1) for month in range(1, 13)), date(2026, 1, 1)]
    amounts = [total * part / 100 for part in spread]
    return tuple(
        Reading(start=start, end=following - timedelta(days=1), amount=round(amount, 3))
        for start, following, amount in zip(starts[:-1], starts[1:], amounts, strict=True)
    )


def kg(value: float) -> Quantity:
    """So many kilograms; figures as a person would type them."""
    return Quantity(float(f"{value:.6g}"), "kg")


def part(row: str, name: str, net: float, factor: str, **facts: Any) -> Material:
    """A material or part by weight."""
    told: dict[str, Any] = {
        "amount": kg(net),
        "factor_id": factor,
        "technology_fit": SAME,
        "origin": Origin.MEASURED,
        "note": WEIGHED,
        "evidence": ("bom",),
    }
    return Material(id=row, name=name, **{**told, **facts})


def by_money(row: str, name: str, net: float, usd: float, factor: str, **facts: Any) -> Material:
    """A part counted by what one costs; its mass is kept for the mass balance."""
    told: dict[str, Any] = {
        "amount": Quantity(usd, USD),
        "mass_per_unit": Quantity(net / usd, "kg"),
        "factor_id": f"epa-spend-v1-3:naics-{factor}",
        "technology_fit": SIMILAR,
        "origin": Origin.ESTIMATED,
        "note": PRICE,
        "evidence": ("bom",),
    }
    return Material(id=row, name=name, **{**told, **facts})


def auxiliary(row: str, name: str, amount: Quantity, factor: str, **facts: Any) -> Material:
    """What the whole plant uses up in a year, shared by machine hours."""
    told: dict[str, Any] = {
        "amount": amount,
        "basis": Basis.PER_PERIOD,
        "allocation": by_hours(),
        "factor_id": factor,
        "technology_fit": SIMILAR,
        "origin": Origin.MEASURED,
        "note": LEDGER,
        "is_auxiliary": True,
    }
    return Material(id=row, name=name, **{**told, **facts})


def by_hours() -> Allocation:
    """Shared among the products of the plant by machine hours."""
    return Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="plant")


def metered(carrier: Carrier, name: str, factor: str, **facts: Any) -> EnergyUse:
    """What the meter of this carrier says, shared by machine hours."""
    told: dict[str, Any] = {
        "basis": Basis.PER_PERIOD,
        "allocation": by_hours(),
        "factor_id": factor,
        "technology_fit": SAME,
        "origin": Origin.MEASURED,
        "note": BILLS,
        "evidence": ("bills",),
        "site_id": "plant",
        "meter_id": carrier.value,
    }
    return EnergyUse(id=carrier.value, name=name, carrier=carrier, **{**told, **facts})


def meter(carrier: Carrier, name: str, unit: str, readings: tuple[Reading, ...]) -> Meter:
    """The meter of a carrier, with its year."""
    return Meter(
        id=carrier.value, site_id="plant", name=name, carrier=carrier, unit=unit,
        readings=readings, evidence=("bills",), note=BILLS,
    )  # fmt: skip


def bought_step(row: str, name: str, usd: float, factor: str, **facts: Any) -> OutsideProcess:
    """A bought process counted by what it costs for one piece."""
    told: dict[str, Any] = {
        "amount": Quantity(usd, USD),
        "factor_id": f"epa-spend-v1-3:naics-{factor}",
        "technology_fit": SIMILAR,
        "origin": Origin.ESTIMATED,
        "note": PRICE,
    }
    return OutsideProcess(id=row, name=name, **{**told, **facts})


def package(row: str, name: str, mass: float, holds: float, factor: str, **facts: Any) -> Packaging:
    """A package used once, or with `trips` one that comes back."""
    told: dict[str, Any] = {
        "amount": kg(mass),
        "units_per_package": holds,
        "factor_id": factor,
        "technology_fit": SAME,
        "origin": Origin.MEASURED,
        "note": PACK,
    }
    if "trips" in facts:
        told["kind"] = PackagingKind.RETURNABLE
    return Packaging(id=row, name=name, **{**told, **facts})


def waste(row: str, name: str, mass: float, factor: str, **facts: Any) -> Waste:
    """Waste of one good piece, given to recycling unless said otherwise."""
    told: dict[str, Any] = {
        "amount": Quantity(float(f"{mass:.3g}"), "kg"),
        "factor_id": factor,
        "technology_fit": SAME,
        "origin": Origin.CALCULATED,
        "note": LOSSES,
        "treatment": WasteTreatment.RECYCLING,
    }
    return Waste(id=row, name=name, **{**told, **facts})


def yearly_waste(row: str, name: str, mass: float, factor: str, **facts: Any) -> Waste:
    """Waste of the whole plant in a year, shared by machine hours."""
    told: dict[str, Any] = {
        "basis": Basis.PER_PERIOD,
        "allocation": by_hours(),
        "origin": Origin.MEASURED,
        "note": DISPOSAL,
        "technology_fit": SIMILAR,
    }
    return waste(row, name, mass, factor, **{**told, **facts})


def leg(row: str, name: str, km: float, factor: str, *carries: str, **facts: Any) -> Transport:
    """A leg by road that brings what it carries, unless said otherwise."""
    told: dict[str, Any] = {
        "factor_id": f"desnz-2025:{factor}",
        "technology_fit": SAME,
        "origin": Origin.ESTIMATED,
        "note": ROUTE,
        "distance": Quantity(km, "km"),
        "distance_kind": DistanceKind.SHORTEST_FEASIBLE,
        "paid_by": Payer.US,
    }
    return Transport(id=row, name=name, carries=carries, **{**told, **facts})


def to_customer(name: str, km: float, mass: float, places: tuple[str, str]) -> Transport:
    """The way to the customer with a part of the packaging, reported apart."""
    return leg(
        "out", name, km, "hgv-artic-over-33t-average", purpose=Purpose.OUTBOUND,
        carried_mass=kg(mass), from_place=places[0], to_place=places[1],
    )  # fmt: skip


def by_sea(row: str, name: str, km: float, *carries: str, **facts: Any) -> Transport:
    """A leg by container ship."""
    return leg(
        row, name, km, "ship-container-average", *carries, mode=TransportMode.SEA, **facts
    )  # fmt: skip


def made_of(
    name: str,
    place: str,
    shares: dict[str, float],
    document: str,
    energies: tuple[ProcessingEnergy, ...] = (),
    material_yield: float = 1.0,
) -> EmissionFactor:
    """A factor composed of shipped ones, as a user would compose it.

    Raises:
        ValueError: the parts do not make a factor.
    """
    components = tuple(Component(factor_id=i, share=s) for i, s in shares.items())
    if not math.isclose(math.fsum(shares.values()), 1):
        raise ValueError(f"shares of {name}")
    made = compose(
        Composition(
            name=name, place=place, components=components, energies=energies,
            material_yield=material_yield, publisher="This sample", document=document,
            note="Composed of factors of the library. Replace it by the supplier's footprint.",
        ),
        bundled_library(),
        frozenset(),
    )  # fmt: skip
    if made.factor is None:
        raise ValueError([f.code for f in made.findings])
    return made.factor


def who(name: str, number: str, domain: str, contact: str) -> Company:
    """A company that does not exist and says so."""
    return Company(
        name=f"{name} (made up for this sample)",
        identifiers=(Identifier(scheme="own", value=number),),
        domain=domain,
        contact=contact,
        email=f"carbon@{domain}",
    )


def common(contact: str) -> dict[str, Any]:
    """What all samples say alike: period, goal and scope, documents, who prepared it."""
    return {
        "period": Period(start=date(2025, 1, 1), end=date(2025, 12, 31)),
        "scope": Scope(
            application="Answer to the customer's data request",
            reason="The customer asks for the footprint of this part",
            audience="Customer, business to business",
            boundary_text="From raw material to the gate of the plant; the way to the customer is reported apart.",
            allocation_text="Energy and auxiliaries of the plant by machine hours; returnable packaging by its trips.",
            limitations=(
                "Rows counted by price are a screening. Machines, buildings and business travel are not included."
            ),
            comment=(
                "Sample study: company, product and amounts are made up; the factors are real. "
                "Overwrite it line by line."
            ),
        ),
        "evidence": (
            Evidence(id="bom", title="Bill of materials with masses, print of the ERP system"),
            Evidence(id="bills", title="Twelve bills of energy of 2025"),
            Evidence(id="hours", title="Machine hours of 2025 by product, production planning"),
        ),
        "prepared": Signature(name=contact, day="2026-02-16"),
    }  # fmt: skip
