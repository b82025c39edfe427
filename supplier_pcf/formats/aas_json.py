"""The submodel Carbon Footprint of an asset administration shell, as JSON.

Specification: IDTA 02023-1-0 (template 1.0.1) of the Industrial Digital Twin Association,
https://github.com/admin-shell-io/submodel-templates, in the JSON of the metamodel 3.0 (IDTA 01001-3-0, 01005).
The file is one environment: a shell for the product's type and the submodel. `footprint` and `INFORMATION` are the mapping.

The template has room for one figure: `PcfCO2eq` is the footprint from cradle to gate (A1-A3) without biogenic
uptake, for the declared amount of the declared unit. The way to the customer, as far as we pay for it, is a
footprint of its own (A4). All else a reader needs stands in `PcfInformation` under the names of PACT 3, decimals as
texts; entries of lists end in `_1`, `_2` and so on. Times are UTC; the reference period's end is exclusive.

Not carried: explanatory documents, the address of handover, an interface, single rows, ratings on the older scale.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.formats.shared import aas, pact
from supplier_pcf.formats.shared.aas import Element
from supplier_pcf.formats.shared.aas_reading import read_environment
from supplier_pcf.formats.shared.aas_values import (
    declared_in,
    method_ids,
    rule_keeper,
)
from supplier_pcf.formats.shared.descriptions import (
    allocation_text,
    boundary_text,
    comment_text,
    exempted_text,
)
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.shared.urns import class_urns, company_urns, product_urns
from supplier_pcf.formats.validation import aas as validation
from supplier_pcf.formats.validation.aas_lacks import find_lacks

ID, TITLE, SUFFIX = "aas-json", "AAS submodel Carbon Footprint (JSON)", ".json"


class Field(NamedTuple):
    """One entry of the free part: its name, what it holds, and the rule behind it; without a value it is left out."""

    path: str
    value: Callable[[Issue], Any]
    rule: str


INFORMATION: tuple[Field, ...] = (
    Field("id", lambda i: i.release.id, "a new one for every release"),
    Field("status", lambda i: i.release.status.value, "Active for the newest release"),
    Field("precedingPfIds", pact.preceding, "earlier releases"),
    Field("validityPeriodStart", lambda i: pact.valid(i).start, "from release, not before"),
    Field("companyName", lambda i: i.study.company.name.strip(), "data owner"),
    Field("companyIds", lambda i: company_urns(i.study.company), "URNs"),
    Field("productNameCompany", lambda i: i.study.product.name.strip(), "trade name"),
    Field("productDescription", lambda i: i.study.product.description.strip(), "free text"),
    Field("productIds", lambda i: product_urns(i.study.company, i.study.product), "URNs"),
    Field("productClassifications", lambda i: class_urns(i.study.product), "URNs"),
    Field("comment", comment_text, "comment, limitations, older GWP values"),
    Field("productMassPerDeclaredUnit", pact.mass, "net kg of the declared amount"),
    Field("referencePeriodStart", lambda i: pact.period(i).start, "inclusive"),
    Field("referencePeriodEnd", lambda i: pact.period(i).end, "exclusive: next midnight"),
    Field("geographyRegionOrSubregion", lambda i: pact.geography(i).region, "one of three"),
    Field("geographyCountry", lambda i: pact.geography(i).country, "one of three"),
    Field("geographyCountrySubdivision", lambda i: pact.geography(i).subdivision, "one of three"),
    Field("boundaryProcessesDescription", boundary_text, "processes by stage"),
    Field("pcfExcludingBiogenicUptake", pact.excluding, "the same as PcfCO2eq"),
    Field("pcfIncludingBiogenicUptake", pact.including, "plus uptake"),
    Field("fossilGhgEmissions", pact.fossil, "with aircraft"),
    Field("landUseChangeGhgEmissions", lambda i: i.result.buckets.land_use_change, "in the sum"),
    Field(
        "landManagementBiogenicCO2Emissions",
        lambda i: i.result.buckets.land_management,
        "in the sum",
    ),
    Field(
        "landManagementBiogenicCO2Removals", lambda i: i.result.buckets.land_removals, "in the sum"
    ),
    Field("biogenicNonCO2Emissions", lambda i: i.result.buckets.biogenic_non_co2, "in the sum"),
    Field("biogenicCO2Uptake", lambda i: i.result.buckets.uptake_product, "zero or below"),
    Field("aircraftGhgEmissions", lambda i: i.result.buckets.aircraft, "part of fossil"),
    Field("packagingEmissionsIncluded", pact.packed, "from the study's scope"),
    Field("packagingGhgEmissions", pact.packaging, "part of the sum"),
    Field("fossilCarbonContent", lambda i: i.result.carbon.fossil, "kg C"),
    Field("biogenicCarbonContent", lambda i: i.result.carbon.biogenic, "kg C"),
    Field("recycledCarbonContent", lambda i: i.result.carbon.recycled, "kg C, if known"),
    Field("ipccCharacterizationFactors", pact.characterisations, "every set used"),
    Field("exemptedEmissionsPercent", lambda i: i.result.exempted_percent, "screened"),
    Field("exemptedEmissionsDescription", exempted_text, "the reasons"),
    Field("allocationRulesDescription", allocation_text, "of the foreground"),
    Field(
        "secondaryEmissionFactorSources",
        lambda i: [f"{s['name']} {s['version']}" for s in pact.sources(i)],
        "name and version",
    ),
    Field("primaryDataShare", lambda i: i.result.primary_data_share_excluding, "without uptake"),
    Field("technologicalDQR", lambda i: _rating(i, "technology"), "1 to 5"),
    Field("geographicalDQR", lambda i: _rating(i, "geography"), "1 to 5"),
    Field("temporalDQR", lambda i: _rating(i, "time"), "1 to 5"),
)


def _rating(issue: Issue, name: str) -> float | None:
    return getattr(issue.result.ratings_excluding, name, None)


def render(issue: Issue) -> bytes:
    """The file: one environment as UTF-8 JSON."""
    return (json.dumps(environment(issue), ensure_ascii=False, indent=2) + "\n").encode()


def environment(issue: Issue) -> Element:
    """A shell for the product's type, and its submodel."""
    product = product_urns(issue.study.company, issue.study.product)[0]
    submodel = f"urn:uuid:{issue.release.id}"
    key = {"type": "Submodel", "value": submodel}
    return {
        "assetAdministrationShells": [
            {
                "idShort": "ProductType",
                "id": f"urn:uuid:{uuid5(NAMESPACE_URL, product)}",
                "assetInformation": {"assetKind": "Type", "globalAssetId": product},
                "submodels": [{"type": "ModelReference", "keys": [key]}],
                "modelType": "AssetAdministrationShell",
            }
        ],
        "submodels": [
            {
                "idShort": "CarbonFootprint",
                "administration": {
                    "version": str(issue.release.version),
                    "revision": "0",
                    "templateId": aas.TEMPLATE,
                },
                "id": submodel,
                "kind": "Instance",
                "semanticId": aas.reference(aas.SEMANTICS["CarbonFootprint"]),
                "submodelElements": [_footprints(issue), _by_rules(issue)],
                "modelType": "Submodel",
            }
        ],
    }


def _footprints(issue: Issue) -> Element:
    figures = [(_written(pact.excluding(issue)), aas.GATE)]
    outbound = pact.outbound(issue)
    if outbound is not None:
        figures.append((_written(outbound), aas.TO_CUSTOMER))
    groups = [footprint(issue, figure, phase) for figure, phase in figures]
    return aas.many("ProductCarbonFootprints", "ProductCarbonFootprint", groups)


def footprint(issue: Issue, figure: str, phase: str) -> Iterator[Element]:
    """One footprint: what the template asks of each, in its order."""
    amount, unit = declared_in(issue)
    yield _method(method_ids(issue)[0])
    yield aas.single("PcfCO2eq", figure, "xs:decimal")
    unit_id = aas.UNITS[unit][0]
    yield aas.single("ReferenceImpactUnitForCalculation", unit_id, value_id=unit_id)
    yield aas.single("QuantityOfMeasureForCalculation", _written(amount), "xs:double")
    yield aas.choices("LifeCyclePhases", "LifeCyclePhase", [aas.PHASES[phase][0]])
    yield aas.single("PublicationDate", _written(issue.created), "xs:dateTime")
    yield aas.single("ExpirationDate", _written(pact.valid(issue).end), "xs:dateTime")


def _by_rules(issue: Issue) -> Element:
    rule = aas.collection(
        "ProductOrSectorSpecificRule",
        [
            aas.single("PcfRuleOperator", rule_keeper(issue.rules)),
            aas.single("PcfRuleName", issue.rules.title),
            aas.single("PcfRuleVersion", issue.rules.version),
        ],
    )
    methods = _method(method_ids(issue)[-1])
    information = aas.collection("PcfInformation", _information(issue))
    group = [methods, rule, information]
    name = "ProductOrSectorSpecificCarbonFootprint"
    return aas.many(f"{name}s", name, [group])


def _method(value_id: str) -> Element:
    """The list of methods; the template gives it one entry, so each footprint names one of the standards."""
    return aas.choices("PcfCalculationMethods", "PcfCalculationMethod", [value_id])


def _information(issue: Issue) -> Iterator[Element]:
    for name, value, _ in INFORMATION:
        found = value(issue)
        if isinstance(found, list):
            for number, item in enumerate(found, start=1):
                yield aas.free(f"{name}_{number}", _written(item))
        elif found is not None and found != "":
            yield aas.free(name, _written(found))


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return decimal_string(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return utc_text(value) if isinstance(value, datetime) else str(value)


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """What the study still owes this format; in the end its own rules are tried on the file."""
    found = tuple(find_lacks(issue))
    return found if errors(found) else (*found, *errors(check(environment(issue))))


def knows(document: object) -> bool:
    """Whether a JSON document holds the submodel, in an environment or alone."""
    return validation.submodel_of(document) is not None


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with it."""
    return validation.check(document)


def read(document: object) -> Received:
    """What its footprint from cradle to gate says.

    Raises:
        Refusal: there is none, or its figure cannot be read.
    """
    return read_environment(document)
