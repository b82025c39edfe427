"""Our own check of the calculation CSV: what is missing, unreadable or does not go together.

Specification: CX-0136 v2.2.1, section 2.2, and the rules between fields of the Catena-X PCF Rulebook v3,
4.1. The rules C03 to C20 are numbered as those of the later data models that they are counterparts of; C00 is the shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.places import contains, country_of, kind
from supplier_pcf.formats.shared.urns import is_urn
from supplier_pcf.formats.validation import cx_0136_model as model
from supplier_pcf.formats.validation.cx_0136_model import Cells
from supplier_pcf.formats.validation.sums import agree
from supplier_pcf.rules.validity import LONGEST_VALIDITY, add_years

Rule = Callable[[Cells], Iterator[Finding]]

_EXEMPTED_LIMIT = 3
_MOST_EXEMPTED = 5
_SINCE = datetime(2025, 1, 1, tzinfo=UTC)
_BPN = "urn:bpn:id:BPNL"
_LETTERS_OF_BPN = 16
_CLAUSE = "CX-0136 v2.2.1, 2.2"
_PLAUSIBLE_PER_KG = 1000
"""kg CO2e per kg: above this an amount was mistaken for another, whatever the product."""


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with the rows; places of several rows begin with the row's number."""
    rows = model.rows_of(document)
    if not rows:
        return (_found("missing", "id"),)
    findings: list[Finding] = []
    for number, row in enumerate(rows, start=2):
        prefix = f"{number}/" if len(rows) > 1 else ""
        for rule in RULES:
            findings.extend(_in_row(finding, prefix) for finding in rule(Cells(row)))
    return tuple(findings)


def _in_row(finding: Finding, prefix: str) -> Finding:
    return Finding(
        code=finding.code,
        severity=finding.severity,
        where=prefix + finding.where,
        clause=finding.clause,
        params=finding.params,
    )


def mandatory_cells_are_filled(cells: Cells) -> Iterator[Finding]:
    """C00: what must be there is there, from 2025 on also the kinds of emission and carbon contents."""
    over = cells.time("referencePeriodEnd")
    is_new = over is not None and over > _SINCE
    for name in (*model.MANDATORY, *(model.MANDATORY_SINCE_2025 if is_new else ())):
        if not cells.text(name):
            yield _found("missing", name)


def cells_can_be_read(cells: Cells) -> Iterator[Finding]:
    """C00: numbers have a point and no exponent, times a zone, truths are TRUE or FALSE."""
    for names, read in (
        (model.NUMBERS, cells.number),
        (model.TIMES, cells.time),
        (model.BOOLEANS, cells.flag),
    ):
        for name in names:
            if cells.text(name) and read(name) is None:
                yield _found("c00", name, value=_short(cells.text(name)))


def values_are_of_their_lists(cells: Cells) -> Iterator[Finding]:
    """C00: where a list of values is given, the value is one of them."""
    for name, allowed in model.LISTS.items():
        for column, text in cells.items(name) or [(name, cells.text(name))]:
            if text and text not in allowed:
                yield _found("list", column, value=_short(text))


def columns_are_known(cells: Cells) -> Iterator[Finding]:
    """C00: no column stands there that the standard does not know."""
    listed = {column for name in model.COLUMNS for column, _ in cells.items(name)}
    for column in cells.row:
        is_known = column in listed or column in model.COLUMNS
        if not is_known and cells.text(column):
            yield _found("column", column, Severity.WARNING)


def identity_is_told(cells: Cells) -> Iterator[Finding]:
    """C03, C05: version of the data model, ids that are UUIDs, not its own predecessor."""
    if cells.text("specVersion") not in ("", model.SPEC_VERSION):
        yield _found("c03", "specVersion", value=_short(cells.text("specVersion")))
    own = cells.text("id")
    before = cells.items("precedingPfIds.1")
    for column, text in [("id", own), *before]:
        if text and not _is_uuid(text):
            yield _found("c05", column, value=_short(text))
    for column, text in before:
        if text == own:
            yield _found("c05", column, value=_short(text))


def _is_uuid(text: str) -> bool:
    try:
        UUID(text.removeprefix("urn:uuid:"))
    except ValueError:
        return False
    return True


def names_are_urns(cells: Cells) -> Iterator[Finding]:
    """C04: ids are URNs, and one of the company's is a BPN of 16 characters."""
    companies = cells.items("companyIds.1")
    for column, text in [*companies, *cells.items("productIds.1")]:
        if not is_urn(text):
            yield _found("c04", column, value=_short(text))
    for column, text in companies:
        code = text.rpartition(":")[2]
        is_bpn = text.lower().startswith("urn:bpn")
        if is_bpn and not (
            text.startswith(_BPN) and len(code) == _LETTERS_OF_BPN and code.isalnum()
        ):
            yield _found("bpn", column, value=_short(text))
    if companies and not any(text.startswith(_BPN) for _, text in companies):
        yield _found("no_bpn", "companyIds.1", Severity.WARNING)


def times_are_utc(cells: Cells) -> Iterator[Finding]:
    """C06: every time is in UTC."""
    for name in model.TIMES:
        moment = cells.time(name)
        if moment is not None and moment.utcoffset():
            yield _found("c06", name, value=cells.text(name))


def periods_are_in_order(cells: Cells) -> Iterator[Finding]:
    """C07: the reference period ends after it starts, and before the footprint was made and holds."""
    start, over = cells.time("referencePeriodStart"), cells.time("referencePeriodEnd")
    if start is not None and over is not None and over <= start:
        yield _found("c07", "referencePeriodEnd", value=cells.text("referencePeriodEnd"))
    for name in ("created", "validityPeriodStart"):
        moment = cells.time(name)
        if moment is not None and over is not None and moment < over:
            yield _found("c08", name, value=cells.text(name))


def validity_is_in_bounds(cells: Cells) -> Iterator[Finding]:
    """C08: validity ends after it starts, and within three years of the reference period."""
    end, over = cells.time("validityPeriodEnd"), cells.time("referencePeriodEnd")
    start = cells.time("validityPeriodStart") or cells.time("created")
    if end is None or over is None:
        return
    if (start is not None and end <= start) or end > add_years(over, LONGEST_VALIDITY):
        yield _found("c08", "validityPeriodEnd", value=cells.text("validityPeriodEnd"))


def little_is_exempted(cells: Cells) -> Iterator[Finding]:
    """C09: less than 3 percent are left out (the data model admits 5), and it is said what."""
    percent = cells.number("exemptedEmissionsPercent")
    if percent is None:
        return
    value = str(percent)
    if percent > _EXEMPTED_LIMIT:
        too_many = Severity.ERROR if percent > _MOST_EXEMPTED else Severity.WARNING
        yield _found("c09", "exemptedEmissionsPercent", too_many, value=value)
    if percent > 0 and not cells.text("exemptedEmissionsDescription"):
        yield _found("unexplained", "exemptedEmissionsDescription", Severity.WARNING, value=value)


def newest_gwp_is_used(cells: Cells) -> Iterator[Finding]:
    """C10: the GWP values are those of AR6."""
    stated = cells.text("characterizationFactors")
    if stated in model.GWP_SETS and stated != "AR6":
        yield _found("c10", "characterizationFactors", Severity.WARNING, value=stated)


def operators_have_a_name(cells: Cells) -> Iterator[Finding]:
    """P20: the operator Other has a name, and no operator else has one."""
    operator, name = cells.text(model.OPERATOR), cells.text(model.OPERATOR_NAME)
    if operator and (operator == "Other") is not bool(name):
        yield _found("operator", model.OPERATOR_NAME, value=operator)


def shares_are_in_range(cells: Cells) -> Iterator[Finding]:
    """C13: percentages are from 0 to 100, ratings from 1 to 3, all five of them or none."""
    for name in model.PERCENTAGES:
        percent = cells.number(name)
        if percent is not None and not 0 <= percent <= 100:
            yield _found("c13", name, value=str(percent))
    rated = [name for name in model.RATINGS if cells.text(name)]
    for name in model.RATINGS:
        rating = cells.number(name)
        if rating is not None and not 1 <= rating <= 3:
            yield _found("rating", name, value=str(rating))
        elif rated and name not in rated:
            yield _found("missing", name, Severity.WARNING)


def signs_are_right(cells: Cells) -> Iterator[Finding]:
    """P04: emissions and contents are not negative, withdrawals not positive; the declared amount is above zero."""
    for names, sign in ((model.NOT_NEGATIVE, 1), (model.NOT_POSITIVE, -1)):
        for name in names:
            number = cells.number(name)
            if number is not None and number * sign < 0:
                yield _found("sign", name, value=str(number))
    if cells.number("unitaryProductAmount") == 0:
        yield _found("sign", "unitaryProductAmount", value="0")


def totals_are_sums(cells: Cells) -> Iterator[Finding]:
    """C15, C16: without withdrawal the sum of five kinds; with it, that and the withdrawal; on the way as well."""
    for total, parts, with_uptake, uptake in (
        (
            "pcfExcludingBiogenic",
            model.SUMMANDS,
            "pcfIncludingBiogenic",
            "biogenicCarbonWithdrawal",
        ),
        (
            "distributionStagePcfExcludingBiogenic",
            model.ON_THE_WAY,
            "distributionStagePcfIncludingBiogenic",
            "distributionStageBiogenicCarbonWithdrawal",
        ),
    ):
        found = list(cells.numbers(parts))
        if len(found) == len(parts):
            yield from _summed("c15", cells, total, found)
        excluding = cells.number(total)
        if excluding is not None:
            withdrawn = cells.number(uptake) or Decimal(0)
            yield from _summed("c16", cells, with_uptake, [excluding, withdrawn])


def packaging_is_in_the_total(cells: Cells) -> Iterator[Finding]:
    """C17: packaging is a part of the total, and only told where it is included."""
    packed, whole = cells.number("packagingGhgEmissions"), cells.number("pcfExcludingBiogenic")
    if packed is None:
        return
    if cells.flag("packagingEmissionsIncluded") is False:
        yield _found("c18", "packagingGhgEmissions", value=str(packed))
    elif whole is not None and packed > whole and not agree(packed, [whole]):
        yield _found("c17", "packagingGhgEmissions", value=str(packed), expected=str(whole))


def carbon_goes_together(cells: Cells) -> Iterator[Finding]:
    """C19: carbon is fossil and biogenic; withdrawal is 44/12 of the biogenic; carbon weighs less than the product."""
    parts = list(cells.numbers(("fossilCarbonContent", "biogenicCarbonContent")))
    if len(parts) == 2:
        yield from _summed("c19", cells, "carbonContentTotal", parts)
    biogenic = cells.number("biogenicCarbonContent")
    withdrawn = cells.number("biogenicCarbonWithdrawal")
    if biogenic is not None and withdrawn is not None:
        expected = -biogenic * 44 / 12
        if not agree(withdrawn, [expected]):
            value, wanted = str(withdrawn), f"{expected:.6g}"
            yield _found("uptake", "biogenicCarbonWithdrawal", value=value, expected=wanted)
    mass, carbon = cells.number("productMassPerDeclaredUnit"), cells.number("carbonContentTotal")
    if mass and carbon is not None and carbon > mass and not agree(carbon, [mass]):
        yield _found("carbon", "carbonContentTotal", value=str(carbon), expected=str(mass))


def masses_go_with_units(cells: Cells) -> Iterator[Finding]:
    """C20: one kilogram weighs one; goods have a mass, energy and transport have none; the figure is thinkable."""
    unit, mass = cells.text("declaredUnit"), cells.number("productMassPerDeclaredUnit")
    if mass is None or unit not in model.UNITS:
        return
    if unit == "kilogram" and mass != 1:
        yield _found("c20", "productMassPerDeclaredUnit", value=str(mass))
    elif (unit in model.WITHOUT_MASS) is not (mass == 0):
        yield _found("mass", "productMassPerDeclaredUnit", value=str(mass), unit=unit)
    total = cells.number("pcfExcludingBiogenic")
    if mass > 0 and total is not None and total / mass > _PLAUSIBLE_PER_KG:
        per_kg = f"{total / mass:.4g}"
        yield _found("plausible", "pcfExcludingBiogenic", Severity.WARNING, value=per_kg)


def places_go_together(cells: Cells) -> Iterator[Finding]:
    """Trust level 1: the subdivision lies in the country, and the country in the region."""
    part, country = cells.text("geographyCountrySubdivision"), cells.text("geographyCountry")
    region = cells.text("geographyRegionOrSubregion")
    if part and (kind(part) != "subdivision" or (country and country_of(part) != country)):
        yield _found("place", "geographyCountrySubdivision", value=_short(part))
    if country and kind(country) != "country":
        yield _found("place", "geographyCountry", value=_short(country))
    elif country and kind(region) == "region" and not contains(region, country):
        yield _found("place", "geographyRegionOrSubregion", value=_short(region))


RULES: tuple[Rule, ...] = (
    *(mandatory_cells_are_filled, cells_can_be_read, values_are_of_their_lists),
    *(columns_are_known, identity_is_told, names_are_urns, times_are_utc, periods_are_in_order),
    *(validity_is_in_bounds, little_is_exempted, newest_gwp_is_used, operators_have_a_name),
    *(shares_are_in_range, signs_are_right, totals_are_sums, packaging_is_in_the_total),
    *(carbon_goes_together, masses_go_with_units, places_go_together),
)


def _summed(rule: str, cells: Cells, name: str, parts: list[Decimal]) -> Iterator[Finding]:
    total = cells.number(name)
    if total is not None and not agree(total, parts):
        expected = str(sum(parts, Decimal(0)))
        yield _found(rule, name, value=str(total), expected=expected)


def _short(text: str) -> str:
    return text[:60]


def _found(rule: str, column: str, severity: Severity = Severity.ERROR, **params: Param) -> Finding:
    return Finding(
        code=f"cx_0136_csv.{rule}",
        severity=severity,
        where=column,
        clause=_CLAUSE,
        params={"column": column[:80], **params},
    )
