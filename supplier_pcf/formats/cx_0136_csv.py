"""The calculation CSV of CX-0136: what a calculation tool hands to an exchange tool of Catena-X.

Specification: CX-0136 Use Case PCF v2.2.1, section 2.2, of the Catena-X association
(https://catenax-ev.github.io/docs/standards/CX-0136-UseCasePCF): 64 columns in a fixed order, shaped as
the data model 7.0.0, one row for one footprint. Written as UTF-8 with byte order mark, semicolons, CRLF,
quotes after RFC 4180, TRUE and FALSE, decimal points, no exponents. `FIELDS` is the mapping, in the order
written. Where a list has several entries, the further ones follow as columns that end in `.2`, `.3` and so on.

All amounts are for one declared unit; `unitaryProductAmount` says how many of it the declared unit is.
Aircraft emissions are a part of the sum of their own, not of the fossil ones. Packaging is inside the
total, the way to the customer is not and is told only as far as we pay for it. Uptake is that of the product.
Data quality is on the scale of 1 to 3, worked out from the facts; primary data are weighed without uptake.
The reference period's end is exclusive. Where factors rest on several IPCC reports, the oldest is named.

A text that a spreadsheet would take for a formula gets a leading apostrophe, which reading takes away again;
line breaks become spaces.

Not carried: recycled carbon, carbon and uptake of packaging, verification, the legal statement, single rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.formats.shared import cx_0136 as cx
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.cx_0136_reading import read_row
from supplier_pcf.formats.shared.descriptions import (
    allocation_text,
    boundary_text,
    comment_text,
    exempted_text,
)
from supplier_pcf.formats.shared.geography import common_place
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.shared.urns import product_urns
from supplier_pcf.formats.validation import cx_0136 as validation
from supplier_pcf.formats.validation import cx_0136_model as model
from supplier_pcf.formats.validation.cx_0136_lacks import find_lacks
from supplier_pcf.guard.spreadsheet import FORMULA

ID, TITLE, SUFFIX = "cx-0136-csv", "Catena-X calculation table CX-0136 (CSV)", ".csv"

_MARKS = (*FORMULA, "'")
"""What a text must not begin with in a spreadsheet; the apostrophe itself, so that it can be taken away again."""


class Field(NamedTuple):
    """One column: its name, what it holds, and the rule behind it; a value that is not known is an empty cell."""

    path: str
    value: Callable[[Issue], Any]
    rule: str


def _emission(name: str) -> Callable[[Issue], Any]:
    return lambda i: cx.parts(i, i.result.buckets)[name]


def _on_the_way(name: str) -> Callable[[Issue], Any]:
    def told(issue: Issue) -> Any:
        found = issue.paid_outbound()
        return None if found is None else cx.parts(issue, found)[name]

    return told


def _sum_on_the_way(which: Callable[[Issue, Any], Any]) -> Callable[[Issue], Any]:
    def told(issue: Issue) -> Any:
        found = issue.paid_outbound()
        return None if found is None else which(issue, found)

    return told


def _rating(name: str) -> Callable[[Issue], Any]:
    return lambda i: getattr(cx.quality(i).ratings, name, None)


FIELDS: tuple[Field, ...] = (
    Field("id", lambda i: i.release.id, "a new one for every release"),
    Field("specVersion", lambda _: model.SPEC_VERSION, "of the data model the CSV follows"),
    Field("partialFullPcf", lambda _: "Cradle-to-gate", "what these studies are"),
    Field("precedingPfIds.1", pact.preceding, "earlier releases"),
    Field("version", lambda _: 0, "always 0; history is in the earlier ids"),
    Field("created", lambda i: i.created, "when released, UTC"),
    Field("status", lambda i: i.release.status.value, "Active for the newest release"),
    Field("validityPeriodStart", lambda i: pact.valid(i).start, "from release, not before"),
    Field("validityPeriodEnd", lambda i: pact.valid(i).end, "the rule set's years"),
    Field("comment", comment_text, "comment, limitations, older GWP values"),
    Field("pcfLegalStatement", lambda _: None, "none is made"),
    Field("companyName", lambda i: i.study.company.name, "data owner"),
    Field("companyIds.1", cx.company_ids, "URNs, a BPN first"),
    Field("productDescription", lambda i: i.study.product.description, "free text"),
    Field("productIds.1", lambda i: product_urns(i.study.company, i.study.product), "URNs"),
    Field("productCategoryCpc", cx.cpc_code, "UN CPC, if known"),
    Field("productNameCompany", lambda i: i.study.product.name, "trade name"),
    Field("declaredUnit", lambda i: pact.declared_in(i)[1], "the list of eight units"),
    Field("unitaryProductAmount", lambda i: pact.declared_in(i)[0], "how many are declared"),
    Field("productMassPerDeclaredUnit", lambda i: cx.each(i, pact.mass(i)), "net kg of one"),
    Field("exemptedEmissionsPercent", lambda i: i.result.exempted_percent, "screened"),
    Field("exemptedEmissionsDescription", exempted_text, "the reasons"),
    Field("packagingEmissionsIncluded", pact.packed, "from the study's scope"),
    Field("boundaryProcessesDescription", boundary_text, "processes by stage"),
    Field(
        "geographyCountrySubdivision",
        lambda i: common_place(i.study.sites).subdivision,
        "of all sites",
    ),
    Field("geographyCountry", lambda i: common_place(i.study.sites).country, "of all sites"),
    Field("geographyRegionOrSubregion", cx.region, "UN region, or Several"),
    Field("referencePeriodStart", lambda i: pact.period(i).start, "inclusive"),
    Field("referencePeriodEnd", lambda i: pact.period(i).end, "exclusive: next midnight"),
    Field("crossSectoralStandardsUsed.1.crossSectoralStandard", cx.standards, "of the rule set"),
    Field(
        "productOrSectorSpecificRules.1.operator",
        lambda i: "Other" if i.rules.operator else "",
        "Catena-X is no operator of the list",
    ),
    Field("productOrSectorSpecificRules.1.ruleNames.1.ruleName", cx.rule_name, "with its version"),
    Field(
        "productOrSectorSpecificRules.1.otherOperatorName",
        lambda i: i.rules.operator,
        "who keeps the rules",
    ),
    Field("characterizationFactors", cx.characterisation, "AR5 or AR6: the oldest used"),
    Field("allocationRulesDescription", allocation_text, "of the foreground"),
    Field("allocationWasteIncineration", lambda _: "cut-off", "how these studies count waste"),
    Field("primaryDataShare", lambda i: i.result.primary_data_share_excluding, "without uptake"),
    Field("secondaryEmissionFactorSources.1.emissionFactorDS", cx.sources, "name and version"),
    Field("dqi.coveragePercent", cx.coverage, "rated part"),
    Field("dqi.technologicalDQR", _rating("technology"), "1 to 3"),
    Field("dqi.temporalDQR", _rating("time"), "1 to 3"),
    Field("dqi.geographicalDQR", _rating("geography"), "1 to 3"),
    Field("dqi.completenessDQR", _rating("completeness"), "1 to 3"),
    Field("dqi.reliabilityDQR", _rating("reliability"), "1 to 3"),
    Field("pcfExcludingBiogenic", lambda i: cx.excluding(i, i.result.buckets), "sum of parts"),
    Field("pcfIncludingBiogenic", lambda i: cx.including(i, i.result.buckets), "and withdrawal"),
    Field("fossilGhgEmissions", _emission("fossil"), "1, without aircraft"),
    Field("biogenicCarbonEmissionsOtherThanCO2", _emission("biogenic_non_co2"), "2"),
    Field("biogenicCarbonWithdrawal", lambda i: cx.withdrawal(i, i.result.buckets), "in 3"),
    Field("dlucGhgEmissions", _emission("land_use_change"), "in 4"),
    Field("luGhgEmissions", _emission("land_use"), "in 4: management and removals"),
    Field("aircraftGhgEmissions", _emission("aircraft"), "5"),
    Field("packagingGhgEmissions", lambda i: cx.each(i, pact.packaging(i)), "part of the sum"),
    Field("distributionStagePcfExcludingBiogenic", _sum_on_the_way(cx.excluding), "apart"),
    Field("distributionStagePcfIncludingBiogenic", _sum_on_the_way(cx.including), "apart"),
    Field("distributionStageFossilGhgEmissions", _on_the_way("fossil"), "apart"),
    Field(
        "distributionStageBiogenicCarbonEmissionsOtherThanCO2",
        _on_the_way("biogenic_non_co2"),
        "apart",
    ),
    Field("distributionStageBiogenicCarbonWithdrawal", _sum_on_the_way(cx.withdrawal), "apart"),
    Field("distributionStageDlucGhgEmissions", _on_the_way("land_use_change"), "apart"),
    Field("distributionStageLuGhgEmissions", _on_the_way("land_use"), "apart"),
    Field("distributionStageAircraftGhgEmissions", _on_the_way("aircraft"), "apart"),
    Field("carbonContentTotal", cx.carbon_total, "kg C, fossil and biogenic"),
    Field("fossilCarbonContent", lambda i: cx.each(i, i.result.carbon.fossil), "kg C"),
    Field("biogenicCarbonContent", lambda i: cx.each(i, i.result.carbon.biogenic), "kg C"),
)


def row(issue: Issue) -> dict[str, str]:
    """The footprint as one row: every column of the mapping in order, then lists' further entries behind their first."""
    cells: dict[str, str] = {}
    for path, value, _ in FIELDS:
        found = value(issue)
        if not isinstance(found, list):
            cells[path] = _cell(found)
            continue
        cells[path] = _cell(found[0]) if found else ""
        for number, item in enumerate(found[1:], start=2):
            cells[path.replace(".1", f".{number}", 1)] = _cell(item)
    return cells


def render(issue: Issue) -> bytes:
    """The file: a heading and one row."""
    cells = row(issue)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(cells.keys())
    writer.writerow(cells.values())
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return decimal_string(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return utc_text(value)
    text = " ".join(str(value).split())
    return f"'{text}" if text.startswith(_MARKS) else text


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """What the study still owes this format; in the end its own rules are tried on the row."""
    found = tuple(find_lacks(issue))
    return found if errors(found) else (*found, *errors(check([row(issue)])))


def knows(document: object) -> bool:
    """Whether rows of a table are of this format: by the columns that only it has."""
    rows = model.rows_of(document)
    return bool(rows) and rows[0].keys() >= model.TELLING


def footprints(document: object) -> Sequence[object]:
    """Every footprint of a table as a document of its own."""
    return [[each] for each in model.rows_of(document)]


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with the rows."""
    return validation.check(document)


def read(document: object) -> Received:
    """What the only row says; a table of several is taken apart by `footprints` before.

    Raises:
        Refusal: it is not one row, or its figures cannot be read.
    """
    return read_row(document)
