"""Where a product is made: plants with their meters and products, and the steps of production."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.units import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantOutput:
    """One product of a plant in the reference period, for sharing what the plant used."""

    id: str
    name: str = ""
    is_this_product: bool = False
    units: float | None = None
    mass_per_unit: Quantity | None = None
    machine_hours: float | None = None
    price_per_unit: float | None = None
    part_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A plant: where it stands and what it made."""

    id: str
    name: str = ""
    address: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2."""
    subdivision: str = ""
    """ISO 3166-2 of state or province."""
    outputs: tuple[PlantOutput, ...] = ()
    location_factor_id: str | None = None
    """The average mix its power is counted by in the location-based result."""
    inventory_factor_id: str | None = None
    """The same for scope 2 of the plant: generation alone."""
    residual_factor_id: str | None = None
    """The mix left when all claimed power is taken out."""
    power_is_tracked: bool | None = None
    """Whether certificates are traded in its market; None: as known of the country."""

    @property
    def place(self) -> str:
        """The most exact place code known."""
        return self.subdivision or self.country


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a meter or bill says for a span of days, both included."""

    start: date
    end: date
    amount: float
    note: str = ""


class MeterPartKind(StrEnum):
    """What a meter of a plant may hold beside the machines."""

    IDLE = "idle"
    HALL_LIGHT = "hall_light"
    HALL_HEAT = "hall_heat"
    QUALITY_CONTROL = "quality_control"
    PROCESS_IT = "process_it"
    INTERNAL_TRANSPORT = "internal_transport"
    OFFICES = "offices"
    CANTEEN = "canteen"
    CHARGING = "charging"
    """Charging points of staff and visitors."""
    PASSED_ON = "passed_on"
    """Used by others: tenants, neighbours."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterPart:
    """A part of what a meter reads: whether it belongs to production, and how much it is if it does not."""

    kind: MeterPartKind
    belongs: bool = True
    amount: float | None = None
    """In the period, in the meter's unit; taken off where it does not belong."""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """A meter or a supply contract of a site, with its readings in one unit."""

    id: str
    site_id: str = ""
    name: str = ""
    carrier: Carrier = Carrier.ELECTRICITY
    unit: str = "kWh"
    readings: tuple[Reading, ...] = ()
    evidence: tuple[str, ...] = ()
    note: str = ""
    parts: tuple[MeterPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """A step of production in order: which part of the input it keeps, which part of pieces is good."""

    id: str
    name: str = ""
    site_id: str = ""
    material_yield: float | None = None
    """Mass out over mass in, 0 to 1; None counts as 1."""
    reject_share: float | None = None
    """Rejected pieces over pieces made, 0 to 1; None counts as 0."""
    note: str = ""
    power_kw: float | None = None
    """Mean power of the machine while it works, for comparing with the share of the meter."""
    cycle_seconds: float | None = None
    parts_per_cycle: float | None = None


SITE_MIXES: tuple[str, ...] = ("location_factor_id", "inventory_factor_id", "residual_factor_id")
"""The fields of `Site` that point to a factor of electricity."""
