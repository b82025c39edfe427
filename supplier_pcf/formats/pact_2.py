"""PACT product footprint: ProductFootprint of the PACT Technical Specifications 2.3.3.

Specification: https://docs.carbon-transparency.org, version 2.3.3 of December 2025, of WBCSD's
Partnership for Carbon Transparency; withdrawn on 1 April 2026 and still asked for. The file is one
ProductFootprint object. `FIELDS` is the mapping, in the order written. Read is any 2.x.

All amounts are for one declared unit. PACT 2 cannot count pieces: a product declared in pieces stands
there in kilograms, with its mass as the number of units it is. Amounts are texts without exponent,
percentages and ratings are JSON numbers. Ratings run from 1 to 3, worked out anew from the facts.
A value that is not known is left out, never null. Standards stand there in both spellings.

Aircraft emissions stand inside the fossil ones; land management with its removals is one sum. The
single field for the IPCC report tells the oldest one used. Transport to the customer has no field
and stands in the comment.

Not carried: uncertainty, results of single stages but packaging, evidence, carbon of packaging and
of recycled input, uptake of packaging, indirect land use change, assurance, extensions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from supplier_pcf.domain.finding import Finding, Param, Severity, errors
from supplier_pcf.domain.numbers import exact
from supplier_pcf.formats.shared import pact, pact_2
from supplier_pcf.formats.shared.descriptions import allocation_text, boundary_text, exempted_text
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.json_numbers import json_bytes
from supplier_pcf.formats.shared.pact_reading import read_footprint
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.shared.urns import class_urns, company_urns, product_urns
from supplier_pcf.formats.validation import pact_2 as rules
from supplier_pcf.formats.validation.pact_2_model import VERSION
from supplier_pcf.formats.validation.pact_lacks import find_lacks
from supplier_pcf.formats.validation.pact_model import Footprint, is_of

ID, TITLE, SUFFIX = "pact-2", "PACT 2 (JSON)", ".json"
SPEC_VERSION = "2.3.3"
_EXEMPTED_LIMIT = 5.0


class Field(NamedTuple):
    """One property of the file: where it stands, what it holds, and the rule behind it.

    A time becomes a text in UTC, a figure a decimal text; what is to be a JSON number says so.
    """

    path: str
    value: Callable[[Issue], Any]
    rule: str
    is_number: bool = False


FIELDS: tuple[Field, ...] = (
    Field("id", lambda i: i.release.id, "a new one for every release"),
    Field("specVersion", lambda _: SPEC_VERSION, "of this mapping"),
    Field("precedingPfIds", pact.preceding, "earlier releases; left out if none"),
    Field("version", lambda i: i.release.version, "of the release", is_number=True),
    Field("created", lambda i: i.created, "when released"),
    Field("status", lambda i: i.release.status.value, "Active for the newest release"),
    Field("validityPeriodStart", lambda i: pact.valid(i).start, "from release, not before"),
    Field("validityPeriodEnd", lambda i: pact.valid(i).end, "the rule set's years, 3 at most"),
    Field("companyName", lambda i: i.study.company.name.strip(), "data owner"),
    Field("companyIds", lambda i: company_urns(i.study.company), "URNs"),
    Field("productDescription", lambda i: i.study.product.description.strip(), "may be empty"),
    Field("productIds", lambda i: product_urns(i.study.company, i.study.product), "URNs"),
    Field("productClassifications", lambda i: class_urns(i.study.product), "URNs"),
    Field("productCategoryCpc", pact_2.cpc, "UN CPC 2.1"),
    Field("productNameCompany", lambda i: i.study.product.name.strip(), "trade name"),
    Field("comment", pact_2.comment, "comment, limitations, delivery; may be empty"),
    Field("pcf/declaredUnit", lambda i: pact_2.declared_in(i)[1], "PACT 2's list, no pieces"),
    Field("pcf/unitaryProductAmount", lambda i: pact_2.declared_in(i)[0], "units in the product"),
    Field("pcf/productMassPerDeclaredUnit", pact_2.mass, "kg of one unit, 1 for a kilogram"),
    Field("pcf/pCfExcludingBiogenic", pact_2.excluding, "sum of parts"),
    Field("pcf/pCfIncludingBiogenic", pact_2.including, "plus uptake"),
    Field("pcf/fossilGhgEmissions", pact_2.fossil, "with aircraft"),
    Field(
        "pcf/fossilCarbonContent",
        pact_2.OneUnit(lambda i: i.result.carbon.fossil),
        "kg C in a unit",
    ),
    Field(
        "pcf/biogenicCarbonContent",
        pact_2.OneUnit(lambda i: i.result.carbon.biogenic),
        "kg C in a unit",
    ),
    Field("pcf/dLucGhgEmissions", pact_2.land_use_change, "in the sum"),
    Field("pcf/landManagementGhgEmissions", pact_2.land_management, "with removals, in the sum"),
    Field("pcf/otherBiogenicGhgEmissions", pact_2.biogenic_non_co2, "in the sum"),
    Field("pcf/biogenicCarbonWithdrawal", pact_2.uptake, "-44/12 of the carbon"),
    Field(
        "pcf/aircraftGhgEmissions",
        pact_2.OneUnit(lambda i: i.result.buckets.aircraft),
        "part of fossil",
    ),
    Field("pcf/packagingEmissionsIncluded", pact.packed, "from the study's scope"),
    Field("pcf/packagingGhgEmissions", pact_2.OneUnit(pact.packaging), "part of the sum"),
    Field("pcf/characterizationFactors", pact_2.report, "the oldest report used"),
    Field("pcf/ipccCharacterizationFactorsSources", pact.characterisations, "every report used"),
    Field("pcf/crossSectoralStandardsUsed", pact_2.older_standards, "older spelling"),
    Field("pcf/crossSectoralStandards", pact_2.newer_standards, "newer spelling"),
    Field("pcf/productOrSectorSpecificRules", pact.rules, "where the rule set has one"),
    Field("pcf/boundaryProcessesDescription", boundary_text, "processes by stage"),
    Field("pcf/referencePeriodStart", lambda i: pact.period(i).start, "inclusive"),
    Field("pcf/referencePeriodEnd", lambda i: pact.period(i).end, "exclusive: next midnight"),
    Field("pcf/geographyRegionOrSubregion", lambda i: pact.geography(i).region, "one of three"),
    Field("pcf/geographyCountry", lambda i: pact.geography(i).country, "one of three"),
    Field(
        "pcf/geographyCountrySubdivision", lambda i: pact.geography(i).subdivision, "one of three"
    ),
    Field("pcf/secondaryEmissionFactorSources", pact.sources, "name and version"),
    Field(
        "pcf/exemptedEmissionsPercent",
        lambda i: i.result.exempted_percent,
        "screened",
        is_number=True,
    ),
    Field("pcf/exemptedEmissionsDescription", exempted_text, "the reasons; may be empty"),
    Field("pcf/allocationRulesDescription", allocation_text, "of the foreground"),
    Field(
        "pcf/primaryDataShare",
        lambda i: i.result.primary_data_share_excluding,
        "percent, weighed without uptake",
        is_number=True,
    ),
    Field("pcf/dqi", pact_2.ratings, "1 to 3, of rows above 5 %", is_number=True),
)
_MAY_BE_EMPTY = ("productDescription", "comment", "pcf/exemptedEmissionsDescription")


def render(issue: Issue) -> bytes:
    """The file: one ProductFootprint object as UTF-8 JSON."""
    return json_bytes(product_footprint(issue))


def product_footprint(issue: Issue) -> dict[str, Any]:
    """The footprint as an object: every field of the mapping that has a value, numbers as decimals."""
    root: dict[str, Any] = {}
    for path, value, _, is_number in FIELDS:
        found = value(issue)
        if found is None or found == [] or (found == "" and path not in _MAY_BE_EMPTY):
            continue
        *parents, name = path.split("/")
        place = root
        for parent in parents:
            place = place.setdefault(parent, {})
        place[name] = found if is_number else _written(found)
    return root


def _written(value: Any) -> Any:
    """Figures as decimal texts, times as UTC texts, all else as it is."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = exact(value)
    if isinstance(value, Decimal):
        return pact.decimal_text(value)
    return utc_text(value) if isinstance(value, datetime) else value


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """What the study still owes this format; in the end its own rules are tried on the file."""
    shared = find_lacks(issue, ID, pact_2.declared_in, _EXEMPTED_LIMIT)
    found = (*shared, *_own_lacks(issue))
    return found if errors(found) else (*found, *errors(check(product_footprint(issue))))


def _own_lacks(issue: Issue) -> Iterator[Finding]:
    if not pact_2.cpc(issue):
        yield _missing("cpc", "product/classifications")
    if pact.characterisations(issue) and pact_2.report(issue) is None:
        yield _missing("gwp_only_older", "result/gwp_sets")
    if not pact_2.older_standards(issue):
        stated = ", ".join(pact.standards(issue))
        yield _missing("standards", "rule_set", standards=stated)
    if issue.result.complete and pact_2.quality(issue).ratings is None:
        yield _missing("ratings", "result/ratings")
    delivery = pact.outbound(issue)
    if delivery is not None:
        yield _finding("outbound", "transports", Severity.NOTE, kg=delivery)


def _missing(what: str, where: str, **params: Param) -> Finding:
    return _finding(what, where, Severity.ERROR, **params)


def _finding(what: str, where: str, severity: Severity, **params: Param) -> Finding:
    return Finding(code=f"pact_2.{what}", severity=severity, where=where, params=params)


def knows(document: object) -> bool:
    """Whether a parsed document says that it is a footprint of PACT 2."""
    return is_of(document, VERSION)


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with a parsed footprint."""
    return rules.check(document)


def read(document: object) -> Received:
    """What a footprint says; its figures for one unit become those of the product.

    Raises:
        Refusal: it has no total, or no declared unit or amount that we know.
    """
    footprint = Footprint.of(document, VERSION)
    return read_footprint(footprint, ID, footprint.number("declaredUnitAmount"))
