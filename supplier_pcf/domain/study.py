"""A study of the carbon footprint of one product, as one immutable value; every field may be empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from supplier_pcf.domain.assurance import Assurance
from supplier_pcf.domain.collection import CollectionSheet
from supplier_pcf.domain.delivery import CustomerRequest, Delivery
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import CoProduct, Flow, Material, OutsideProcess, Packaging, Waste
from supplier_pcf.domain.record import (
    Change,
    DeclaredUnit,
    Evidence,
    Forerunner,
    Release,
    Signature,
)
from supplier_pcf.domain.scenario import Scenario
from supplier_pcf.domain.site import Meter, ProcessStep, Site
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.domain.verification import (
    ChecklistAnswer,
    Comment,
    RecordCount,
    RegisterNote,
    SamplingDrill,
)


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


class PlannedAs(StrEnum):
    """What planned production is planned production of (Catena-X v4, 5.2.1)."""

    NEW_PRODUCT = "new_product"
    SUCCESSOR = "successor"
    """A further developed product whose forerunner is made already."""
    LATER_PRODUCTION = "later_production"
    """The product of today, made at a later time."""


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
    planned_as: PlannedAs | None = None
    """Said where `is_prospective`."""
    is_confidential: bool = False
    """Whether exchange files leave out names of rows and suppliers, and free texts that may name them."""


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
    checklist: tuple[ChecklistAnswer, ...] = ()
    comments: tuple[Comment, ...] = ()
    """What a verifier or customer remarked, round by round."""
    drills: tuple[SamplingDrill, ...] = ()
    register: tuple[RegisterNote, ...] = ()
    """Items of the evidence register that are not needed."""
    record_counts: tuple[RecordCount, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    collections: tuple[CollectionSheet, ...] = ()
    """Sheets that are out with colleagues, or back."""
    forerunner: Forerunner | None = None
    """The study of another year this one was begun from."""
    stale: tuple[str, ...] = ()
    """Paths as in findings of what was carried over from the forerunner and not confirmed since."""
    releases: tuple[Release, ...] = ()
    requests: tuple[CustomerRequest, ...] = ()
    deliveries: tuple[Delivery, ...] = ()

    def flows(self) -> Iterator[Flow]:
        """Every flow that can carry a factor, in the order of the kinds; co-products are not among them."""
        for kind in COUNTED_KINDS:
            yield from getattr(self, kind)

    def flow(self, flow_id: str) -> Flow | None:
        """The flow of this id among those that can carry a factor."""
        return next((flow for flow in self.flows() if flow.id == flow_id), None)

    def site(self, site_id: str) -> Site | None:
        """The site of this id; the only site where the id is empty."""
        if not site_id and len(self.sites) == 1:
            return self.sites[0]
        return next((s for s in self.sites if s.id == site_id), None)

    def meter(self, meter_id: str) -> Meter | None:
        """The meter of this id."""
        return next((m for m in self.meters if m.id == meter_id), None)


COUNTED_KINDS: tuple[str, ...] = (
    "materials",
    "energy_uses",
    "direct_emissions",
    "outside_processes",
    "packaging",
    "wastes",
    "transports",
)
"""The tuples of `Study` that hold flows with a factor, in the order they are shown."""
FLOW_KINDS: tuple[str, ...] = (*COUNTED_KINDS, "co_products")
"""All tuples of flows: those that are counted, and what shares the burdens."""
