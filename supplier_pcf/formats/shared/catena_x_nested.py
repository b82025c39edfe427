"""The mapping that data models 9 and 10 of Catena-X share, in the order written, and their document.

Every property that holds others is a list of one object; a path names the properties on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from supplier_pcf.formats.shared import catena_x as cx
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.descriptions import (
    allocation_text,
    boundary_text,
    comment_text,
    exempted_text,
)
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.shared.urns import class_urns
from supplier_pcf.formats.validation.catena_x_9_model import (
    ALLOCATION,
    ATTESTATION,
    BALANCING,
    BOUNDARY,
    CARBON,
    COMPANY,
    DATA,
    DISTRIBUTION,
    GENERAL,
    GWP,
    IDENTITY,
    PACKAGING,
    PLACE,
    PRODUCT,
    PRODUCTION,
    SCOPE,
    SHARES,
    STANDARDS,
    TECHNOLOGY,
    TIME,
    stage_name,
)

T = TypeVar("T")


class Field(NamedTuple):
    """One property of the file: where it stands, what it holds, and the rule behind it.

    A time becomes a text in UTC; without a value the property is left out.
    """

    path: str
    value: Callable[[Issue], Any]
    rule: str


def _stage(stage: str, of: Callable[[Issue], cx.Emissions | None], rule: str) -> Iterator[Field]:
    """The figures of a stage: both totals, then the positions they are the sums of."""
    for name, pick, said in _POSITIONS:
        yield Field(stage_name(stage, name), picked(of, pick), f"{said}; {rule}")


def picked(
    of: Callable[[Issue], T | None], pick: Callable[[T], Decimal]
) -> Callable[[Issue], Decimal | None]:
    """One figure of a stage; nothing where the stage is left out."""

    def value(issue: Issue) -> Decimal | None:
        found = of(issue)
        return None if found is None else pick(found)

    return value


_POSITIONS: tuple[tuple[str, Callable[[cx.Emissions], Decimal], str], ...] = (
    ("pcfIncludingBiogenicUptake", lambda e: e.including, "T1 = T2 + D"),
    ("pcfExcludingBiogenicUptake", lambda e: e.excluding, "T2 = A + C + E + F + G + H"),
    ("fossilGhgEmissions", lambda e: e.fossil, "A, without aircraft"),
    ("biogenicNonCO2Emissions", lambda e: e.biogenic_non_co2, "C"),
    ("biogenicCO2Uptake", lambda e: e.uptake, "D, of product and packaging"),
    ("landUseChangeGhgEmissions", lambda e: e.land_use_change, "E"),
    ("landManagementBiogenicCO2Emissions", lambda e: e.land_management, "F"),
    ("landManagementBiogenicCO2Removals", lambda e: e.land_removals, "G"),
    ("aircraftGhgEmissions", lambda e: e.aircraft, "H, in the sum"),
)


def packaging_including(issue: Issue) -> Decimal | None:
    """T1 of packaging, left out below zero: the schema takes none, though cardboard is."""
    found = cx.packaging(issue)
    return None if found is None or found.including < 0 else found.including


COMMON: tuple[Field, ...] = (
    Field(f"{SCOPE}/partialFullPcf", lambda _: "Cradle-to-gate", "all our studies end there"),
    Field(f"{COMPANY}/companyName", lambda i: i.study.company.name.strip(), "data owner"),
    Field(f"{COMPANY}/companyIds", cx.company_ids, "urn:BPNL…, then other numbers"),
    Field(f"{PRODUCT}/productNameCompany", lambda i: i.study.product.name.strip(), "trade name"),
    Field(f"{PRODUCT}/productIds", cx.product_ids, "urn:<domain>:product-id:<part number>"),
    Field(
        f"{PRODUCT}/declaredUnitOfMeasurement", lambda i: pact.declared_in(i)[1], "list of units"
    ),
    Field(
        f"{PRODUCT}/declaredUnitAmount", lambda i: pact.declared_in(i)[0], "what amounts are for"
    ),
    Field(f"{PRODUCT}/productMassPerDeclaredUnit", pact.mass, "net kg of amount times unit"),
    Field(f"{PRODUCT}/productClassifications", lambda i: class_urns(i.study.product), "URNs"),
    Field(f"{PRODUCT}/productDescription", lambda i: i.study.product.description.strip(), "text"),
    Field(f"{DATA}/primaryDataShare", cx.primary_share, "percent, weighed with uptake"),
    Field(f"{DATA}/secondaryEmissionFactorSources", cx.sources, "name and version"),
    Field(f"{DATA}/technologicalDQR", lambda i: cx.rating(i, "technology"), "1 to 5, with uptake"),
    Field(f"{DATA}/temporalDQR", lambda i: cx.rating(i, "time"), "1 to 5, with uptake"),
    Field(f"{DATA}/geographicalDQR", lambda i: cx.rating(i, "geography"), "1 to 5, with uptake"),
    Field(f"{TECHNOLOGY}/ccsTechnologicalCO2CaptureIncluded", lambda _: False, "never here"),
    Field(f"{TECHNOLOGY}/boundaryProcessesDescription", boundary_text, "processes by stage"),
    Field(f"{IDENTITY}/id", lambda i: i.release.id, "a new one for every release"),
    Field(f"{IDENTITY}/version", lambda _: 0, "default of Catena-X"),
    Field(f"{IDENTITY}/status", lambda _: "Active", "default of Catena-X"),
    Field(f"{IDENTITY}/retroOrProspectivePcfType", cx.kind_of_pcf, "measured or planned"),
    Field(
        f"{BOUNDARY}/exemptedEmissionsPercent",
        lambda i: cx.rate(i.result.exempted_percent),
        "screened",
    ),
    Field(f"{BOUNDARY}/exemptedEmissionsDescription", exempted_text, "the reasons"),
    Field(f"{PLACE}/geographyRegionOrSubregion", cx.region, "UN region, Several or Global"),
    Field(f"{PLACE}/geographyCountry", cx.country, "that all sites share"),
    Field(f"{PLACE}/geographyCountrySubdivision", cx.subdivision, "that all sites share"),
    Field(f"{TIME}/referencePeriodStart", lambda i: pact.period(i).start, "inclusive"),
    Field(f"{TIME}/referencePeriodEnd", lambda i: pact.period(i).end, "exclusive: next midnight"),
    Field(f"{TIME}/created", lambda i: i.created, "when released"),
    Field(
        f"{TIME}/validityPeriodStart", cx.valid_start, "from release, not before the period's end"
    ),
    Field(f"{TIME}/validityPeriodEnd", cx.valid_end, "the rule set's years; of a plan its period"),
    Field(
        f"{SHARES}/programCertificationShare", cx.certified_share, "only with a certified program"
    ),
    Field(f"{SHARES}/productVerificationShare3rdParty", cx.verified_share, "only with a statement"),
    Field(f"{BALANCING}/massBalancingUsed", lambda _: False, "never in these studies"),
    Field(f"{STANDARDS}/productOrSectorSpecificRules", cx.rule_names, "of the rule set"),
    Field(f"{GWP}/ipccCharacterizationFactors", cx.oldest_gwp, "the oldest set used"),
    Field(f"{ALLOCATION}/allocationWasteIncineration", cx.waste_incineration, "of the rule set"),
    Field(f"{ALLOCATION}/allocationRulesDescription", allocation_text, "of the foreground"),
    Field(f"{ALLOCATION}/allocationRecycledCarbon", cx.recycled_carbon_rule, "of the rule set"),
    Field(f"{GENERAL}/comment", comment_text, "comment, limitations, older GWP values"),
    Field(f"{CARBON}/carbonContentTotal", lambda i: cx.carbon(i).total, "fossil and biogenic"),
    Field(f"{CARBON}/fossilCarbonContent", lambda i: cx.carbon(i).fossil, "kg C in product"),
    Field(f"{CARBON}/biogenicCarbonContent", lambda i: cx.carbon(i).biogenic, "with packaging"),
    Field(
        f"{CARBON}/packagingBiogenicCarbonContent", lambda i: cx.carbon(i).packaging, "part of it"
    ),
    Field(f"{CARBON}/recycledCarbonContent", lambda i: cx.carbon(i).recycled, "kg C, if known"),
    *_stage(PRODUCTION, cx.production, "packaging inside, transport to the customer not"),
    Field(f"{PACKAGING}/packagingEmissionsIncluded", pact.packed, "from the study's scope"),
    Field(
        stage_name(PACKAGING, "pcfIncludingBiogenicUptake"),
        packaging_including,
        "T1, left out below zero",
    ),
    *tuple(_stage(PACKAGING, cx.packaging, "part of production"))[1:],
    Field(
        f"{DISTRIBUTION}/distributionStageIncluded",
        lambda i: i.paid_outbound() is not None,
        "whether we pay transport to the customer",
    ),
    *_stage(DISTRIBUTION, cx.distribution, "apart from production"),
    Field(ATTESTATION, cx.attestations, "left out without a paper"),
)
"""What both data models hold; each adds what they write differently."""

_MAY_BE_EMPTY = (GENERAL, CARBON, DATA)
_LISTS_THAT_STAY = (f"{STANDARDS}/productOrSectorSpecificRules",)


def document(issue: Issue, fields: Iterable[Field]) -> dict[str, Any]:
    """The footprint as a JSON object: every field that has a value."""
    root: dict[str, Any] = {}
    for path, value, _ in fields:
        found = value(issue)
        if found is None or found == "" or (found == [] and path not in _LISTS_THAT_STAY):
            continue
        parent, _, name = path.rpartition("/")
        _node(root, parent)[name] = utc_text(found) if isinstance(found, datetime) else found
    for path in _MAY_BE_EMPTY:
        _node(root, path)
    return root


def _node(root: dict[str, Any], path: str) -> dict[str, Any]:
    """The one object in the list at a path, made where it is not there."""
    place = root
    for name in filter(None, path.split("/")):
        place = place.setdefault(name, [{}])[0]
    return place
