"""A study of the carbon footprint of one product, as one immutable value; every field may be empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from supplier_pcf.domain.energy import Carrier, DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import CoProduct, Flow, Material, OutsideProcess, Packaging, Waste
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number somebody gave a company or a product: who issues it, and the number."""

    scheme: str
    """bpn, duns, vat, uscc, customer, own, gtin, urn."""
    value: str
    issuer: str = ""
    """Domain or name of the customer, where the number is his."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who makes the product and answers for the numbers."""

    name: str = ""
    identifiers: tuple[Identifier, ...] = ()
    domain: str = ""
    """Own internet domain, for identifiers of our own."""
    contact: str = ""
    email: str = ""
    phone: str = ""
    is_manufacturer: bool = True


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredUnit:
    """What the footprint is declared for: an amount of a unit (ISO 14067 clause 6.3.3)."""

    amount: float = 1.0
    unit: str = "piece"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What is made; flows are entered for one `counted_in` of it."""

    name: str = ""
    description: str = ""
    part_number: str = ""
    customer_part_number: str = ""
    customer: str = ""
    customer_domain: str = ""
    identifiers: tuple[Identifier, ...] = ()
    """Further numbers of the product, such as a GTIN."""
    classifications: tuple[str, ...] = ()
    """URNs, or codes such as `cn:87089997` and `cpc:49129`."""
    counted_in: str = "piece"
    mass: Quantity | None = None
    """Mass of one unit, without packaging."""
    volume: float | None = None
    """Good units made in the reference period."""
    price: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The reference period, both days included."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the study says about itself beside its numbers (ISO 14067 clauses 6.3.1 and 6.3.2)."""

    application: str = ""
    reason: str = ""
    audience: str = ""
    boundary_text: str = ""
    allocation_text: str = ""
    limitations: str = ""
    comment: str = ""
    packaging_included: bool = True
    is_prospective: bool = False
    infrastructure_excluded: bool = True


class CoProductMethod(StrEnum):
    """How burdens are shared with co-products; AUTO follows the rule set's price test."""

    AUTO = "auto"
    PHYSICAL = "physical"
    ECONOMIC = "economic"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoProductSteps:
    """What was tried before burdens are shared (ISO 14067 clause 6.4.6.2; Catena-X v4, 5.1.2); None: not answered."""

    sector_rule: str = ""
    """A rule of the sector that settles it; empty: there is none."""
    can_be_divided: bool | None = None
    division: str = ""
    """Why it cannot be divided, or how it was."""
    has_substitute: bool | None = None
    """Whether one product clearly stands to be displaced by the co-product."""
    substitution: str = ""


class AssuranceLevel(StrEnum):
    """How deep a third party has looked at this study's own operations."""

    NONE = "none"
    REGULAR = "regular"
    IN_DEPTH = "in_depth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """Verification of the study and certification of the way it was made, as held on paper."""

    level: AssuranceLevel = AssuranceLevel.NONE
    provider: str = ""
    standard: str = ""
    statement: str = ""
    """Number or title of the statement."""
    day: str = ""
    """ISO date of the statement."""
    has_certified_program: bool = False
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A document that proves a number."""

    id: str
    title: str = ""
    file: str = ""
    """Name inside the project file, or empty for paper."""
    sha256: str = ""
    page: str = ""
    period: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who changed what, when and why."""

    when: str
    who: str = ""
    what: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Prepared, checked or approved: by whom and on which day (ISO date)."""

    name: str = ""
    day: str = ""


class ReleaseStatus(StrEnum):
    """Whether a release is the newest."""

    ACTIVE = "Active"
    DEPRECATED = "Deprecated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A state of the study that left the house: identity and time for exports."""

    id: str
    created: str
    """UTC, as 2026-01-31T12:00:00Z."""
    version: int = 1
    status: ReleaseStatus = ReleaseStatus.ACTIVE
    preceding: tuple[str, ...] = ()
    fingerprint: str = ""
    """SHA-256 of the study's content without its releases."""
    rule_set: str = ""
    declared_unit: DeclaredUnit | None = None
    excluding: float | None = None
    """kg CO2e per declared unit without biogenic uptake, as it left."""
    including: float | None = None
    """The same with the uptake of the product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """All that is known about one product's footprint."""

    id: str = ""
    title: str = ""
    language: str = ""
    rule_set: str = "iso-14067-2018"
    company: Company = Company()
    sites: tuple[Site, ...] = ()
    meters: tuple[Meter, ...] = ()
    product: Product = Product()
    declared_unit: DeclaredUnit = DeclaredUnit()
    period: Period = Period()
    scope: Scope = Scope()
    process_steps: tuple[ProcessStep, ...] = ()

    materials: tuple[Material, ...] = ()
    energy_uses: tuple[EnergyUse, ...] = ()
    direct_emissions: tuple[DirectEmission, ...] = ()
    outside_processes: tuple[OutsideProcess, ...] = ()
    packaging: tuple[Packaging, ...] = ()
    wastes: tuple[Waste, ...] = ()
    transports: tuple[Transport, ...] = ()
    co_products: tuple[CoProduct, ...] = ()
    co_product_method: CoProductMethod = CoProductMethod.AUTO
    co_product_reason: str = ""
    co_product_steps: CoProductSteps = CoProductSteps()

    factors: tuple[EmissionFactor, ...] = ()
    """The user's own factors and footprints received from suppliers."""
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[Change, ...] = ()
    prepared: Signature = Signature()
    checked: Signature = Signature()
    approved: Signature = Signature()
    assurance: Assurance = Assurance()
    releases: tuple[Release, ...] = ()

    def flows(self) -> Iterator[Flow]:
        """Every flow that can carry a factor, in the order of the kinds; co-products are not among them."""
        for kind in FLOW_KINDS:
            if kind != "co_products":
                yield from getattr(self, kind)

    def site(self, site_id: str) -> Site | None:
        """The site of this id; the only site where the id is empty."""
        if not site_id and len(self.sites) == 1:
            return self.sites[0]
        return next((s for s in self.sites if s.id == site_id), None)

    def meter(self, meter_id: str) -> Meter | None:
        """The meter of this id."""
        return next((m for m in self.meters if m.id == meter_id), None)


SITE_MIXES: tuple[str, ...] = ("location_factor_id", "inventory_factor_id", "residual_factor_id")
"""The fields of `Site` that point to a factor of electricity."""

FLOW_KINDS: tuple[str, ...] = (
    "materials",
    "energy_uses",
    "direct_emissions",
    "outside_processes",
    "packaging",
    "wastes",
    "transports",
    "co_products",
)
"""The tuples of `Study` that hold flows, in the order they are shown."""
