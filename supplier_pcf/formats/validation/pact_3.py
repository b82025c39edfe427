"""Our own check of a PACT 3 product footprint, for what the official schema lets pass.

Specification: PACT Technical Specifications 3.0.3, data type ProductFootprint,
https://docs.carbon-transparency.org (text and schema of 18 November 2025). The rules P01 to P26 are
the sentences between the fields there and in PACT's how-to guide; P00 is the shape itself, so that a
file can be judged without a schema at hand. Prose and schema of 3.0.x are one: any 3.x is read.

Sums are compared with the roundings their digits admit: half a unit in the last place of every
number, 0.005 at most, or 0.5 % of the larger side, whichever is more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.formats.shared.urns import is_urn
from supplier_pcf.formats.validation import pact_3_model as model
from supplier_pcf.formats.validation.pact_3_model import Footprint
from supplier_pcf.rules.validity import LONGEST_VALIDITY, add_years

Rule = Callable[[Footprint], Iterator[Finding]]

_CO2_PER_CARBON = Decimal(44) / Decimal(12)
_LARGEST_ROUNDING = Decimal("0.005")
_RELATIVE = Decimal("0.005")
_EXEMPTED_LIMIT = 3
_LONGEST_REFERENCE = timedelta(days=1096)


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with one parsed product footprint."""
    footprint = Footprint.of(document)
    return tuple(finding for rule in RULES for finding in rule(footprint))


def footprints(parsed: object) -> list[object]:
    """The footprints in a parsed file: one object, or an envelope with one or many as its data."""
    inside = parsed.get("data", parsed) if isinstance(parsed, dict) else parsed
    return inside if isinstance(inside, list) else [inside]


def shape(footprint: Footprint) -> Iterator[Finding]:
    """P00: what must be there is there, numbers are plain decimals, times have a zone."""
    for prefix, parent, required, times in (
        ("", footprint.root, model.REQUIRED_ROOT, model.ROOT_TIMES),
        ("pcf/", footprint.pcf, model.REQUIRED_PCF, model.PCF_TIMES),
    ):
        missing = [name for name in required if parent.get(name) in (None, [], {})]
        unread = [name for name in times if name in parent and footprint.time(name) is None]
        for name in dict.fromkeys([*missing, *unread]):
            yield _found("p00", prefix + name)
    for name in model.DECIMALS:
        if name in footprint.pcf and footprint.number(name) is None:
            yield _found("p00", f"pcf/{name}")
    if sum(name in footprint.pcf for name in model.GEOGRAPHY) > 1:
        yield _found("p00", "pcf/geographyCountry")


def excluding_is_the_sum(footprint: Footprint) -> Iterator[Finding]:
    """P01: pcfExcludingBiogenicUptake is the sum of its seven parts."""
    total = footprint.number("pcfExcludingBiogenicUptake")
    parts = [n for n in map(footprint.number, model.SUMMANDS) if n is not None]
    yield from _compared("p01", "pcf/pcfExcludingBiogenicUptake", total, parts)


def including_is_the_sum(footprint: Footprint) -> Iterator[Finding]:
    """P02: pcfIncludingBiogenicUptake is the excluding one plus the uptake."""
    total = footprint.number("pcfIncludingBiogenicUptake")
    excluding = footprint.number("pcfExcludingBiogenicUptake")
    if excluding is not None:
        uptake = footprint.number("biogenicCO2Uptake") or Decimal(0)
        yield from _compared("p02", "pcf/pcfIncludingBiogenicUptake", total, [excluding, uptake])


def uptake_is_the_carbon(footprint: Footprint) -> Iterator[Finding]:
    """P03: the uptake is -44/12 of the biogenic carbon in the product."""
    carbon = footprint.number("biogenicCarbonContent")
    uptake = footprint.number("biogenicCO2Uptake")
    if carbon is None or uptake is None:
        return
    expected = -carbon * _CO2_PER_CARBON
    allowed = max(
        _rounding(uptake) + _rounding(carbon) * _CO2_PER_CARBON,
        _RELATIVE * max(abs(uptake), abs(expected)),
    )
    if abs(uptake - expected) > allowed:
        yield _found("p03", "pcf/biogenicCO2Uptake", value=str(uptake), expected=f"{expected:.6g}")


def signs_are_right(footprint: Footprint) -> Iterator[Finding]:
    """P04: emissions and contents are not negative, removals and uptake not positive."""
    for names, sign in ((model.NOT_NEGATIVE, 1), (model.NOT_POSITIVE, -1)):
        for name in names:
            number = footprint.number(name)
            if number is not None and number * sign < 0:
                yield _found("p04", f"pcf/{name}", value=str(number))


def amount_is_positive(footprint: Footprint) -> Iterator[Finding]:
    """P05: the declared amount is above zero."""
    amount = footprint.number("declaredUnitAmount")
    if amount is not None and amount <= 0:
        yield _found("p05", "pcf/declaredUnitAmount", value=str(amount))


def kilograms_weigh_themselves(footprint: Footprint) -> Iterator[Finding]:
    """P06: declared in kilograms, the mass is the amount."""
    amount, mass = _amount_and_mass(footprint)
    if _unit(footprint) == "kilogram" and amount is not None and mass is not None:
        yield from _compared("p06", "pcf/productMassPerDeclaredUnit", mass, [amount])


def mass_is_known(footprint: Footprint) -> Iterator[Finding]:
    """P07: goods have a mass; energy, transport and services have none."""
    mass, unit = footprint.number("productMassPerDeclaredUnit"), _unit(footprint)
    if mass is None or not unit:
        return
    if mass != 0 if unit in model.WITHOUT_MASS else mass <= 0:
        yield _found("p07", "pcf/productMassPerDeclaredUnit", value=str(mass), unit=unit)


def carbon_is_in_the_mass(footprint: Footprint) -> Iterator[Finding]:
    """P08: fossil and biogenic carbon weigh no more than the product."""
    mass = footprint.number("productMassPerDeclaredUnit")
    carbon = _carbon(footprint)
    if mass is not None and mass > 0 and carbon > mass + _allowed(mass, carbon):
        yield _found("p08", "pcf/fossilCarbonContent", value=str(carbon), mass=str(mass))


def recycled_is_in_the_carbon(footprint: Footprint) -> Iterator[Finding]:
    """P09: the recycled carbon is part of the fossil and biogenic carbon."""
    recycled, carbon = footprint.number("recycledCarbonContent"), _carbon(footprint)
    if recycled is not None and recycled > carbon + _allowed(recycled, carbon):
        yield _found("p09", "pcf/recycledCarbonContent", value=str(recycled), carbon=str(carbon))


def packaging_is_told(footprint: Footprint) -> Iterator[Finding]:
    """P10: whether packaging is included is told; its emissions stand there only if it is."""
    included = footprint.pcf.get("packagingEmissionsIncluded")
    has_figure = "packagingGhgEmissions" in footprint.pcf
    if not isinstance(included, bool):
        yield _found("p10", "pcf/packagingEmissionsIncluded")
    elif included is not has_figure:
        severity = Severity.WARNING if included else Severity.ERROR
        yield _found("p10", "pcf/packagingGhgEmissions", severity)


def packaging_is_in_the_total(footprint: Footprint) -> Iterator[Finding]:
    """P11: packaging is a part of the footprint, so it is not above it."""
    yield from _part_of("p11", footprint, "packagingGhgEmissions", "pcfExcludingBiogenicUptake")


def capture_is_told(footprint: Footprint) -> Iterator[Finding]:
    """P12: whether carbon capture is included is told; its amounts stand there only if it is."""
    included = footprint.pcf.get("ccsTechnologicalCO2CaptureIncluded")
    if not isinstance(included, bool):
        yield _found("p12", "pcf/ccsTechnologicalCO2CaptureIncluded")
    if included is False:
        for name in model.CCS_FIELDS:
            if name in footprint.pcf:
                yield _found("p12", f"pcf/{name}")


def primary_share_is_a_percentage(footprint: Footprint) -> Iterator[Finding]:
    """P13: the primary data share is there, from 0 to 100."""
    share = footprint.number("primaryDataShare")
    if share is None or not 0 <= share <= 100:
        yield _found("p13", "pcf/primaryDataShare", value=str(share or ""))


def ratings_are_in_range(footprint: Footprint) -> Iterator[Finding]:
    """P14: all three data quality ratings, from 1 to 5; owed from 31 December 2027."""
    if "dqi" not in footprint.pcf:
        yield _found("p14", "pcf/dqi", Severity.WARNING, value="")
        return
    ratings = model.as_object(footprint.pcf["dqi"])
    for name in model.RATINGS:
        rating = model.decimal(ratings.get(name))
        if rating is None or not 1 <= rating <= 5:
            yield _found("p14", f"pcf/dqi/{name}", value=str(ratings.get(name, "")))


def little_is_exempted(footprint: Footprint) -> Iterator[Finding]:
    """P15: the exempted share is a percentage, explained if above 0, doubtful if above 3."""
    percent = footprint.number("exemptedEmissionsPercent")
    if percent is None:
        return
    if not 0 <= percent <= 100:
        yield _found("p15", "pcf/exemptedEmissionsPercent", value=str(percent))
    elif percent > _EXEMPTED_LIMIT:
        where = "pcf/exemptedEmissionsPercent"
        yield _found("p15", where, Severity.WARNING, value=str(percent))
    if percent > 0 and not footprint.pcf.get("exemptedEmissionsDescription"):
        where = "pcf/exemptedEmissionsDescription"
        yield _found("p15", where, Severity.WARNING, value=str(percent))


def period_runs_forward(footprint: Footprint) -> Iterator[Finding]:
    """P16: the reference period ends after it starts, and is not longer than three years."""
    start, end = footprint.time("referencePeriodStart"), footprint.time("referencePeriodEnd")
    if start is None or end is None:
        return
    if end <= start:
        yield _found("p16", "pcf/referencePeriodEnd")
    elif end - start > _LONGEST_REFERENCE:
        yield _found("p16", "pcf/referencePeriodEnd", Severity.WARNING)


def validity_is_in_bounds(footprint: Footprint) -> Iterator[Finding]:
    """P17: validity starts when the reference period is over and lasts three years from there."""
    over = footprint.time("referencePeriodEnd")
    start, end = footprint.time("validityPeriodStart"), footprint.time("validityPeriodEnd")
    if over is None:
        return
    if start is not None and start < over:
        yield _found("p17", "validityPeriodStart")
    if end is not None and (end <= (start or over) or end > add_years(over, LONGEST_VALIDITY)):
        yield _found("p17", "validityPeriodEnd")


def made_after_the_period(footprint: Footprint) -> Iterator[Finding]:
    """P18: a footprint is made when its reference period is over."""
    created, over = footprint.time("created"), footprint.time("referencePeriodEnd")
    if created is not None and over is not None and created < over:
        yield _found("p18", "created")


def times_are_utc(footprint: Footprint) -> Iterator[Finding]:
    """P19: every time is in UTC."""
    times = {name: footprint.time(name) for name in model.ROOT_TIMES}
    times |= {f"pcf/{name}": footprint.time(name) for name in model.PCF_TIMES}
    verification = model.as_object(footprint.pcf.get("verification"))
    times["pcf/verification/completedAt"] = model.time(verification.get("completedAt"))
    for where, moment in times.items():
        if moment is not None and moment.utcoffset():
            yield _found("p19", where)


def other_operators_have_a_name(footprint: Footprint) -> Iterator[Finding]:
    """P20: the operator `Other` has a name, and no operator else has one."""
    for index, item in enumerate(footprint.items("productOrSectorSpecificRules")):
        rule = model.as_object(item)
        if (rule.get("operator") == "Other") is not bool(rule.get("otherOperatorName")):
            yield _found("p20", f"pcf/productOrSectorSpecificRules/{index}/otherOperatorName")


def standards_are_known(footprint: Footprint) -> Iterator[Finding]:
    """P21: the standards are those of PACT's list; the list is open, so this is a doubt only."""
    for index, name in enumerate(footprint.items("crossSectoralStandards")):
        if not isinstance(name, str) or name not in model.STANDARDS:
            where = f"pcf/crossSectoralStandards/{index}"
            yield _found("p21", where, Severity.WARNING, value=str(name))


def newest_gwp_is_used(footprint: Footprint) -> Iterator[Finding]:
    """P22: AR6 is among the reports whose GWP values were used."""
    sets = footprint.items("ipccCharacterizationFactors")
    if sets and "AR6" not in sets:
        stated = ", ".join(map(str, sets))
        where = "pcf/ipccCharacterizationFactors"
        yield _found("p22", where, Severity.WARNING, value=stated)


def names_are_urns(footprint: Footprint) -> Iterator[Finding]:
    """P23: ids of companies, products and classes obey RFC 8141."""
    for name in ("companyIds", "productIds", "productClassifications"):
        for index, urn in enumerate(model.as_list(footprint.root.get(name))):
            if not isinstance(urn, str) or not is_urn(urn):
                yield _found("p23", f"{name}/{index}", value=str(urn))


def does_not_precede_itself(footprint: Footprint) -> Iterator[Finding]:
    """P24: a footprint is not among its own predecessors."""
    if footprint.root.get("id") in model.as_list(footprint.root.get("precedingPfIds")):
        yield _found("p24", "precedingPfIds")


def properties_are_known(footprint: Footprint) -> Iterator[Finding]:
    """P25: nothing stands there that the model does not know."""
    for place, found, known in footprint.objects():
        for name in found:
            if name not in known:
                yield _found("p25", "/".join(filter(None, (place, name))), name=name)


def aviation_is_in_fossil(footprint: Footprint) -> Iterator[Finding]:
    """P26: aircraft emissions are a part of the fossil ones."""
    yield from _part_of("p26", footprint, "aircraftGhgEmissions", "fossilGhgEmissions")


RULES: tuple[Rule, ...] = (
    *(shape, excluding_is_the_sum, including_is_the_sum, uptake_is_the_carbon, signs_are_right),
    *(amount_is_positive, kilograms_weigh_themselves, mass_is_known, carbon_is_in_the_mass),
    *(recycled_is_in_the_carbon, packaging_is_told, packaging_is_in_the_total, capture_is_told),
    *(primary_share_is_a_percentage, ratings_are_in_range, little_is_exempted),
    *(period_runs_forward, validity_is_in_bounds, made_after_the_period, times_are_utc),
    *(other_operators_have_a_name, standards_are_known, newest_gwp_is_used, names_are_urns),
    *(does_not_precede_itself, properties_are_known, aviation_is_in_fossil),
)


def _found(rule: str, where: str, severity: Severity = Severity.ERROR, **params: Param) -> Finding:
    field = where.removeprefix("pcf/")
    return Finding(
        code=f"pact_3.{rule}",
        severity=severity,
        where=where,
        clause="PACT Technical Specifications 3.0.3",
        params={"field": field, **params},
    )


def _compared(
    rule: str, where: str, total: Decimal | None, parts: list[Decimal]
) -> Iterator[Finding]:
    if total is None:
        return
    expected = sum(parts, Decimal(0))
    if abs(total - expected) > _allowed(total, *parts):
        yield _found(rule, where, value=str(total), expected=str(expected))


def _allowed(total: Decimal, *parts: Decimal) -> Decimal:
    rounding = sum(map(_rounding, (total, *parts)), Decimal(0))
    return max(rounding, _RELATIVE * max(abs(total), abs(sum(parts, Decimal(0)))))


def _rounding(number: Decimal) -> Decimal:
    """Half a unit in the last place that is written, 0.005 at most; a zero is a zero."""
    if not number:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return min(_LARGEST_ROUNDING, Decimal(5).scaleb(places - 1))


def _part_of(rule: str, footprint: Footprint, part: str, whole: str) -> Iterator[Finding]:
    inside, around = footprint.number(part), footprint.number(whole)
    if inside is not None and around is not None and inside > around + _allowed(around, inside):
        yield _found(rule, f"pcf/{part}", value=str(inside), whole=str(around))


def _amount_and_mass(footprint: Footprint) -> tuple[Decimal | None, Decimal | None]:
    amount = footprint.number("declaredUnitAmount")
    return amount, footprint.number("productMassPerDeclaredUnit")


def _carbon(footprint: Footprint) -> Decimal:
    names = ("fossilCarbonContent", "biogenicCarbonContent")
    return sum((footprint.number(name) or Decimal(0) for name in names), Decimal(0))


def _unit(footprint: Footprint) -> str:
    unit = footprint.pcf.get("declaredUnitOfMeasurement")
    return unit if isinstance(unit, str) else ""
