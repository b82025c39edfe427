"""PACT product footprint: ProductFootprint of the PACT Technical Specifications 3.0.3.

Specification: https://docs.carbon-transparency.org, version 3.0.3 of 18 November 2025, of WBCSD's
Partnership for Carbon Transparency. The file is one ProductFootprint object. `FIELDS` is the mapping,
in the order written. Read is any 3.x; lists of footprints are taken apart before.

All amounts are for the whole declared unit, amount times unit. Decimals are texts without exponent
at full precision; totals are the sums of their parts as written. A value that is not known is left out, never null.
Times are days from midnight UTC; the reference period's end is exclusive.

Where to put a product made in several places: the most exact place that all sites share, as
subdivision, country or UN region; nothing, which means global, where they share none. Aircraft
emissions stand inside the fossil ones. Outbound transport is told only as far as we pay for it.

Not carried: uncertainty, results of single stages but packaging, evidence, uptake of packaging
(its carbon content is), land management fossil emissions and land occupation (factors do not state
them), carbon capture and use, verification, extensions.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.descriptions import (
    allocation_text,
    boundary_text,
    comment_text,
    exempted_text,
)
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.pact_reading import read_footprint
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.shared.urns import class_urns, company_urns, product_urns
from supplier_pcf.formats.validation import pact_3 as rules
from supplier_pcf.formats.validation.pact_3_model import VERSION
from supplier_pcf.formats.validation.pact_lacks import find_lacks
from supplier_pcf.formats.validation.pact_model import Footprint, is_of

ID, TITLE, SUFFIX = "pact-3", "PACT 3 (JSON)", ".json"
SPEC_VERSION = "3.0.3"
_EXEMPTED_LIMIT = 3.0


class Field(NamedTuple):
    """One property of the file: where it stands, what it holds, and the rule behind it.

    A number becomes a decimal text, a time a text in UTC; without a value the property is left out.
    """

    path: str
    value: Callable[[Issue], Any]
    rule: str


FIELDS: tuple[Field, ...] = (
    Field("id", lambda i: i.release.id, "a new one for every release"),
    Field("specVersion", lambda _: SPEC_VERSION, "of this mapping"),
    Field("precedingPfIds", pact.preceding, "earlier releases; left out if none"),
    Field("created", lambda i: i.created, "when released"),
    Field("status", lambda i: i.release.status.value, "Active for the newest release"),
    Field("validityPeriodStart", lambda i: pact.valid(i).start, "from release, not before"),
    Field("validityPeriodEnd", lambda i: pact.valid(i).end, "the rule set's years, 3 at most"),
    Field("companyName", lambda i: i.study.company.name.strip(), "data owner"),
    Field("companyIds", lambda i: company_urns(i.study.company), "URNs"),
    Field("productDescription", lambda i: i.study.product.description.strip(), "may be empty"),
    Field("productIds", lambda i: product_urns(i.study.company, i.study.product), "URNs"),
    Field("productClassifications", lambda i: class_urns(i.study.product), "URNs"),
    Field("productNameCompany", lambda i: i.study.product.name.strip(), "trade name"),
    Field("comment", lambda i: comment_text(i) or None, "comment, limitations, older GWP values"),
    Field(
        "pcf/declaredUnitOfMeasurement", lambda i: pact.declared_in(i)[1], "PACT's list of units"
    ),
    Field("pcf/declaredUnitAmount", lambda i: pact.declared_in(i)[0], "what all amounts are for"),
    Field("pcf/productMassPerDeclaredUnit", pact.mass, "net kg; 0 for energy, services"),
    Field("pcf/referencePeriodStart", lambda i: pact.period(i).start, "inclusive"),
    Field("pcf/referencePeriodEnd", lambda i: pact.period(i).end, "exclusive: next midnight"),
    Field("pcf/geographyRegionOrSubregion", lambda i: pact.geography(i).region, "one of three"),
    Field("pcf/geographyCountry", lambda i: pact.geography(i).country, "one of three"),
    Field(
        "pcf/geographyCountrySubdivision", lambda i: pact.geography(i).subdivision, "one of three"
    ),
    Field("pcf/boundaryProcessesDescription", boundary_text, "processes by stage"),
    Field("pcf/pcfExcludingBiogenicUptake", pact.excluding, "sum of parts"),
    Field("pcf/pcfIncludingBiogenicUptake", pact.including, "plus uptake"),
    Field("pcf/fossilCarbonContent", lambda i: i.result.carbon.fossil, "kg C in product"),
    Field("pcf/biogenicCarbonContent", lambda i: i.result.carbon.biogenic, "kg C in product"),
    Field("pcf/recycledCarbonContent", lambda i: i.result.carbon.recycled, "kg C, if known"),
    Field("pcf/fossilGhgEmissions", pact.fossil, "with aircraft"),
    Field(
        "pcf/landUseChangeGhgEmissions", lambda i: i.result.buckets.land_use_change, "in the sum"
    ),
    Field(
        "pcf/landManagementBiogenicCO2Emissions",
        lambda i: i.result.buckets.land_management,
        "in the sum",
    ),
    Field(
        "pcf/landManagementBiogenicCO2Removals",
        lambda i: i.result.buckets.land_removals,
        "zero or below, in the sum",
    ),
    Field(
        "pcf/biogenicCO2Uptake", lambda i: i.result.buckets.uptake_product, "-44/12 of the carbon"
    ),
    Field("pcf/biogenicNonCO2Emissions", lambda i: i.result.buckets.biogenic_non_co2, "in the sum"),
    Field("pcf/aircraftGhgEmissions", lambda i: i.result.buckets.aircraft, "part of fossil"),
    Field("pcf/packagingEmissionsIncluded", pact.packed, "from the study's scope"),
    Field("pcf/packagingGhgEmissions", pact.packaging, "part of the sum, without uptake"),
    Field("pcf/packagingBiogenicCarbonContent", pact.packaging_carbon, "kg C"),
    Field("pcf/outboundLogisticsGhgEmissions", pact.outbound, "apart; only what we pay"),
    Field("pcf/ccsTechnologicalCO2CaptureIncluded", lambda _: False, "never in these studies"),
    Field("pcf/ipccCharacterizationFactors", pact.characterisations, "every set used"),
    Field("pcf/crossSectoralStandards", pact.standards, "of the rule set"),
    Field("pcf/productOrSectorSpecificRules", pact.rules, "where the rule set has one"),
    Field("pcf/exemptedEmissionsPercent", lambda i: i.result.exempted_percent, "screened"),
    Field("pcf/exemptedEmissionsDescription", lambda i: exempted_text(i) or None, "the reasons"),
    Field("pcf/allocationRulesDescription", allocation_text, "of the foreground"),
    Field("pcf/secondaryEmissionFactorSources", pact.sources, "name and version"),
    Field(
        "pcf/primaryDataShare",
        lambda i: i.result.primary_data_share_excluding,
        "percent, weighed without uptake",
    ),
    Field("pcf/dqi", pact.ratings, "1 to 5, weighed without uptake"),
)


def render(issue: Issue) -> bytes:
    """The file: one ProductFootprint object as UTF-8 JSON."""
    return _json(product_footprint(issue))


def product_footprint(issue: Issue) -> dict[str, Any]:
    """The footprint as a JSON object: every field of the mapping that has a value."""
    root: dict[str, Any] = {}
    for path, value, _ in FIELDS:
        found = value(issue)
        if found is None or found == [] or (found == "" and path.startswith("pcf/")):
            continue
        *parents, name = path.split("/")
        place = root
        for parent in parents:
            place = place.setdefault(parent, {})
        place[name] = _written(found)
    return root


def _written(value: Any) -> Any:
    """Numbers as decimal texts, times as UTC texts, all else as it is."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return decimal_string(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return utc_text(value) if isinstance(value, datetime) else value


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """What the study still owes this format; in the end its own rules are tried on the file."""
    found = tuple(find_lacks(issue, ID, pact.declared_in, _EXEMPTED_LIMIT))
    return found if errors(found) else (*found, *errors(check(product_footprint(issue))))


def knows(document: object) -> bool:
    """Whether a parsed document says that it is a footprint of PACT 3."""
    return is_of(document, VERSION)


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with a parsed footprint."""
    return rules.check(document)


def read(document: object) -> Received:
    """What a footprint says.

    Raises:
        Refusal: it has no total, or no declared unit or amount that we know.
    """
    return read_footprint(Footprint.of(document, VERSION), ID)


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
