"""What goes into and comes out of a product's making: the flows of the inventory.

Every flow carries the same facts about itself: what it is multiplied by, where its number comes
from, and whether it is left out. Amounts are for one unit of the product (a piece, as a rule) or for
the whole production of the reference period; the engine brings them to the declared unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.units import Quantity


class Stage(StrEnum):
    """Life cycle stages a cradle-to-gate result is shown in."""

    MATERIALS = "materials"
    INBOUND_TRANSPORT = "inbound_transport"
    PRODUCTION = "production"
    PACKAGING = "packaging"
    WASTE = "waste"
    OUTBOUND_TRANSPORT = "outbound_transport"
    """Reported apart, never inside the footprint."""


PCF_STAGES = tuple(s for s in Stage if s is not Stage.OUTBOUND_TRANSPORT)


class Basis(StrEnum):
    """What an amount is for."""

    PER_UNIT = "per_unit"
    """One unit of the product."""
    PER_PERIOD = "per_period"
    """All units made in the reference period."""


class Origin(StrEnum):
    """How the number came about."""

    MEASURED = "measured"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"
    ASSUMED = "assumed"


class TechnologyFit(StrEnum):
    """How the data's technology relates to the real one (Catena-X v4 and PACT 3: TeR 1 to 5)."""

    EXACT = "exact"
    SAME_COMPANY = "same_company"
    AVERAGE_SAME = "average_same"
    SIMILAR = "similar"
    UNKNOWN = "unknown"


class AllocationBasis(StrEnum):
    """By what a plant's amount is shared among its products (ISO 14067 clause 6.4.6)."""

    ALL = "all"
    """Sub-metered or used for this product alone."""
    MASS = "mass"
    PIECES = "pieces"
    MACHINE_HOURS = "machine_hours"
    VALUE = "value"
    SHARE = "share"
    """A share entered with its reason."""


class ChosenBy(StrEnum):
    """Who put the factor on a flow."""

    USER = "user"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Left out on purpose: why, and how much it would have been.

    `estimate` is kg CO2e in the flow's own basis; None means: take amount times factor.
    """

    reason: str = ""
    estimate: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """How a plant's amount reaches this product: by a basis, at a site; `share` 0 to 1 if entered."""

    basis: AllocationBasis = AllocationBasis.ALL
    site_id: str = ""
    share: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFacts:
    """Facts for rating an amount when it is not the plant's own of the reference period.

    Empty fields are taken from the study: its period, its site, its own process.
    """

    technology: TechnologyFit | None = None
    place: str = ""
    period_end: str = ""
    """ISO date of the last day the number stands for."""
    site_coverage: float | None = None
    """Share of the relevant sites whose data is in the number, 0 to 1."""
    covers_period: bool | None = None
    """Whether it stands for the whole reference period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What every flow says about itself."""

    id: str
    name: str = ""
    amount: Quantity | None = None
    basis: Basis = Basis.PER_UNIT
    allocation: Allocation | None = None

    factor_id: str | None = None
    factor_chosen_by: ChosenBy = ChosenBy.USER
    factor_reason: str = ""
    technology_fit: TechnologyFit | None = None
    """How the factor's technology fits; empty counts as unknown."""

    origin: Origin | None = None
    activity_is_primary: bool | None = None
    factor_is_primary: bool | None = None
    """Overrides what the factor itself says; None means: ask the factor."""
    facts: ActivityFacts = ActivityFacts()

    supplier: str = ""
    note: str = ""
    evidence: tuple[str, ...] = ()
    """Ids of `Study.evidence`."""
    exclusion: Exclusion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Flow):
    """A material, part or auxiliary that is bought; `amount` is net, for one unit of itself.

    In a bill of materials with levels, `parent_id` names the assembly and `quantity_per` how many of
    this go into one of it. Only leaves are counted; a parent with its own factor closes its branch.
    """

    part_number: str = ""
    designation: str = ""
    """Material as the drawing names it: DC01, ADC12, PA66-GF30."""
    parent_id: str | None = None
    quantity_per: float | None = None
    gross_amount: Quantity | None = None
    """What goes in for one good unit, all losses included; replaces the yields of the steps."""
    returned: Quantity | None = None
    """What of the gross amount goes straight back into the same process, for one unit of itself."""
    enters_at: str | None = None
    """Id of the process step where it enters; None: the first."""
    mass_per_unit: Quantity | None = None
    """Mass of one unit, where the amount is not a mass (a piece, a metre)."""
    is_auxiliary: bool = False
    """Used up in production, not part of the product (oil, gas, wire)."""

    recycled_pre_consumer: float | None = None
    recycled_post_consumer: float | None = None
    recycled_factor_id: str | None = None
    """Factor of the recycled part; without it the shares are information only."""
    origin_place: str = ""

    carbon_kind: str | None = None
    """Key of `domain.carbon.CARBON_KINDS`, for the carbon content of the product."""
    fossil_carbon_share: float | None = None
    """kg fossil carbon per kg, where known better than by kind."""
    biogenic_carbon_share: float | None = None
    recycled_carbon_share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideProcess(Flow):
    """A bought process on our parts: plating, heat treatment, machining."""

    process: str = ""
    place: str = ""


class PackagingKind(StrEnum):
    """Used once, or sent round."""

    ONE_WAY = "one_way"
    RETURNABLE = "returnable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packaging(Flow):
    """Packaging of the product; `amount` is for one package, shared by its content and its trips."""

    kind: PackagingKind = PackagingKind.ONE_WAY
    units_per_package: float | None = None
    trips: float | None = None
    carbon_kind: str | None = None
    biogenic_carbon_share: float | None = None
    fossil_carbon_share: float | None = None


class WasteTreatment(StrEnum):
    """What happens to the waste."""

    RECYCLING = "recycling"
    LANDFILL = "landfill"
    INCINERATION = "incineration"
    ENERGY_RECOVERY = "energy_recovery"
    HAZARDOUS = "hazardous"
    COMPOSTING = "composting"
    WASTE_WATER = "waste_water"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waste(Flow):
    """Waste of production or of packaging; sold scrap is waste too, without credit."""

    treatment: WasteTreatment = WasteTreatment.OTHER
    hazardous: bool = False
    sold: bool = False
    of_packaging: bool = False
    replaces_factor_id: str | None = None
    """Factor of what sold scrap may stand in for: for the credit that is shown and not given."""
    fossil_carbon_share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoProductTest:
    """Five questions on whether an output is a co-product or waste (Catena-X v4, 5.2.4); None: not answered."""

    made_on_purpose: bool | None = None
    use_is_certain: bool | None = None
    usable_as_it_is: bool | None = None
    """With normal industrial practice only."""
    part_of_process: bool | None = None
    use_is_lawful: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoProduct(Flow):
    """Something else of value from the same process; it carries its share.

    Its factor is that of the product it clearly displaces: for information, it never enters the result.

    `amount` is what comes out beside one unit of the product; `price` is for one `amount.unit`, in the
    product's currency, averaged over `price_years`.
    """

    price: float | None = None
    price_years: int | None = None
    price_source: str = ""
    test: CoProductTest | None = None
    legal_proof: str = ""
    """Why this is a co-product and not waste."""
