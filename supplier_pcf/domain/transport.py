"""Transport: legs by tonnes and kilometres or by fuel, what they carry, and who pays for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.units import Quantity


class TransportMode(StrEnum):
    """Means of transport."""

    ROAD = "road"
    RAIL = "rail"
    SEA = "sea"
    INLAND_WATERWAY = "inland_waterway"
    AIR = "air"
    COURIER = "courier"
    OTHER = "other"


class TransportPurpose(StrEnum):
    """Which stage a leg belongs to."""

    INBOUND = "inbound"
    INTERNAL = "internal"
    PACKAGING = "packaging"
    WASTE = "waste"
    OUTBOUND = "outbound"


class Payer(StrEnum):
    """Who is economically responsible for a leg."""

    US = "us"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"


class DistanceKind(StrEnum):
    """How the distance was found, best first (Catena-X v4, 5.2.3)."""

    ACTUAL = "actual"
    SHORTEST_FEASIBLE = "shortest_feasible"
    GREAT_CIRCLE = "great_circle"


@dataclass(frozen=True, slots=True, kw_only=True)
class FuelUse:
    """Fuel of one trip, shared by mass among what it carries (litres, km, tonnes; STANDARDS D.6)."""

    total: Quantity | None = None
    """Fuel of the trip as measured or billed; it wins over litres per km."""
    litres_per_km_loaded: float = 0.0
    litres_per_km_empty: float = 0.0
    empty_share: float = 0.0
    """Kilometres driven empty for each loaded kilometre; 0 where the factor contains them."""
    load: Quantity | None = None
    """All that the vehicle carried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport(Flow):
    """One leg; the amount is carried mass times distance unless it is entered, or fuel if known."""

    mode: TransportMode = TransportMode.ROAD
    purpose: TransportPurpose = TransportPurpose.INBOUND
    carried_mass: Quantity | None = None
    carries: tuple[str, ...] = ()
    """Ids of what travels where no mass is entered: gross masses of materials, packages, wastes."""
    distance: Quantity | None = None
    distance_kind: DistanceKind | None = None
    distance_adjustment: float = 1.0
    fuel: FuelUse | None = None
    paid_by: Payer | None = None
    from_place: str = ""
    to_place: str = ""
