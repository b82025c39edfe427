"""The rules between the fields of a PACT footprint, P00 to P26, for what the official schemas let pass.

Specification: PACT Technical Specifications 3.0.3 and 2.3.3, data type ProductFootprint,
https://docs.carbon-transparency.org. P00 is the shape itself, so that a file can be judged without a
schema at hand; P01 to P26 are the sentences between the fields there and in PACT's how-to guide. The
versions name their fields differently: here they go by the names of PACT 3.

Sums are compared with the roundings their digits admit, see `sums`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import islice

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.formats.shared.urns import is_urn
from supplier_pcf.formats.validation import pact_model as model
from supplier_pcf.formats.validation import typed
from supplier_pcf.formats.validation.pact_model import Footprint
from supplier_pcf.formats.validation.sums import allowed, are_equal, rounding
from supplier_pcf.formats.validation.typed import What, as_list, as_object, shown
from supplier_pcf.rules.validity import LONGEST_VALIDITY, add_years

Rule = Callable[[Footprint], Iterator[Finding]]

_CO2_PER_CARBON = Decimal(44) / Decimal(12)
_LONGEST_REFERENCE = timedelta(days=1096)
MOST_FINDINGS = 200
_SHAPE = {What.MISSING: "p00", What.WRONG: "p00_value", What.UNKNOWN: "p25"}


def judged(footprint: Footprint, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """What these rules find, as much of it as anybody reads."""
    return tuple(islice((finding for rule in rules for finding in rule(footprint)), MOST_FINDINGS))


def shape(footprint: Footprint) -> Iterator[Finding]:
    """P00, P25: what must be there is there and of its kind, and nothing that the model does not know."""
    for fault in typed.faults(footprint.root, footprint.version.root):
        yield found(footprint, _SHAPE[fault.what], fault.where, value=fault.value)
    if sum(name in footprint.pcf for name in model.GEOGRAPHY) > 1:
        yield found(footprint, "p00_places", "pcf/geographyCountry")


def excluding_is_the_sum(footprint: Footprint) -> Iterator[Finding]:
    """P01: pcfExcludingBiogenicUptake is the sum of its seven parts."""
    total = footprint.number("pcfExcludingBiogenicUptake")
    parts = [n for n in map(footprint.number, footprint.version.summands) if n is not None]
    yield from compared(footprint, "p01", "pcfExcludingBiogenicUptake", total, parts)


def including_is_the_sum(footprint: Footprint) -> Iterator[Finding]:
    """P02: pcfIncludingBiogenicUptake is the excluding one plus the uptake."""
    total = footprint.number("pcfIncludingBiogenicUptake")
    excluding = footprint.number("pcfExcludingBiogenicUptake")
    if excluding is not None:
        uptake = footprint.number("biogenicCO2Uptake") or Decimal(0)
        parts = [excluding, uptake]
        yield from compared(footprint, "p02", "pcfIncludingBiogenicUptake", total, parts)


def uptake_is_the_carbon(footprint: Footprint) -> Iterator[Finding]:
    """P03: the uptake is -44/12 of the biogenic carbon in the product."""
    carbon = footprint.number("biogenicCarbonContent")
    uptake = footprint.number("biogenicCO2Uptake")
    if carbon is None or uptake is None:
        return
    expected = -carbon * _CO2_PER_CARBON
    if not are_equal(uptake, expected, rounding(uptake), rounding(carbon) * _CO2_PER_CARBON):
        where, nearly = footprint.where("biogenicCO2Uptake"), f"{expected:.6g}"
        yield found(footprint, "p03", where, value=str(uptake), expected=nearly)


def signs_are_right(footprint: Footprint) -> Iterator[Finding]:
    """P04: emissions and contents are not negative, removals and uptake not positive."""
    version = footprint.version
    for names, sign in ((version.not_negative, 1), (version.not_positive, -1)):
        for name in names:
            number = footprint.number(name)
            if number is not None and number * sign < 0:
                yield found(footprint, "p04", footprint.where(name), value=str(number))


def amount_is_positive(footprint: Footprint) -> Iterator[Finding]:
    """P05: the declared amount is above zero."""
    amount = footprint.number("declaredUnitAmount")
    if amount is not None and amount <= 0:
        yield found(footprint, "p05", footprint.where("declaredUnitAmount"), value=str(amount))


def mass_is_known(footprint: Footprint) -> Iterator[Finding]:
    """P07: goods have a mass; energy, transport and services have none."""
    mass, unit = footprint.number("productMassPerDeclaredUnit"), footprint.unit
    if mass is None or not unit:
        return
    if mass != 0 if unit in footprint.version.without_mass else mass <= 0:
        yield found(footprint, "p07", "pcf/productMassPerDeclaredUnit", value=str(mass), unit=unit)


def carbon_is_in_the_mass(footprint: Footprint) -> Iterator[Finding]:
    """P08: fossil and biogenic carbon weigh no more than the product."""
    mass, whole = footprint.number("productMassPerDeclaredUnit"), carbon(footprint)
    if mass is not None and mass > 0 and whole > mass + allowed(mass, whole):
        yield found(footprint, "p08", "pcf/fossilCarbonContent", value=str(whole), mass=str(mass))


def packaging_agrees(footprint: Footprint) -> Iterator[Finding]:
    """P10: emissions of packaging stand there only if it is included."""
    included = footprint.pcf.get("packagingEmissionsIncluded")
    has_figure, where = "packagingGhgEmissions" in footprint.pcf, "pcf/packagingGhgEmissions"
    if included is False and has_figure:
        yield found(footprint, "p10", where)
    if included is True and not has_figure:
        yield found(footprint, "p10_none", where, Severity.WARNING)


def packaging_is_in_the_total(footprint: Footprint) -> Iterator[Finding]:
    """P11: packaging is a part of the footprint, so it is not above it."""
    yield from part_of(footprint, "p11", "packagingGhgEmissions", "pcfExcludingBiogenicUptake")


def little_is_exempted(footprint: Footprint) -> Iterator[Finding]:
    """P15: the exempted share is a percentage, explained if above 0, doubtful above the version's limit."""
    percent = footprint.number("exemptedEmissionsPercent")
    if percent is None:
        return
    if not 0 <= percent <= 100:
        yield found(footprint, "p15", "pcf/exemptedEmissionsPercent", value=str(percent))
    elif percent > footprint.version.exempted_limit:
        where = "pcf/exemptedEmissionsPercent"
        limit = footprint.version.exempted_limit
        yield found(footprint, "p15_much", where, Severity.WARNING, value=str(percent), limit=limit)
    if percent > 0 and not footprint.pcf.get("exemptedEmissionsDescription"):
        where = "pcf/exemptedEmissionsDescription"
        yield found(footprint, "p15_why", where, Severity.WARNING, value=str(percent))


def period_runs_forward(footprint: Footprint) -> Iterator[Finding]:
    """P16: the reference period ends after it starts, and is not longer than three years."""
    start, end = footprint.time("referencePeriodStart"), footprint.time("referencePeriodEnd")
    if start is None or end is None:
        return
    if end <= start:
        yield found(footprint, "p16", "pcf/referencePeriodEnd")
    elif end - start > _LONGEST_REFERENCE:
        yield found(footprint, "p16_long", "pcf/referencePeriodEnd", Severity.WARNING)


def validity_is_in_bounds(footprint: Footprint) -> Iterator[Finding]:
    """P17: validity starts when the reference period is over and lasts three years from there."""
    over = footprint.time("referencePeriodEnd")
    start, end = footprint.time("validityPeriodStart"), footprint.time("validityPeriodEnd")
    if over is None:
        return
    if start is not None and start < over:
        yield found(footprint, "p17", "validityPeriodStart")
    if end is not None and (end <= (start or over) or end > add_years(over, LONGEST_VALIDITY)):
        yield found(footprint, "p17", "validityPeriodEnd")


def made_after_the_period(footprint: Footprint) -> Iterator[Finding]:
    """P18: a footprint is made when its reference period is over."""
    created, over = footprint.time("created"), footprint.time("referencePeriodEnd")
    if created is not None and over is not None and created < over:
        yield found(footprint, "p18", "created")


def times_are_utc(footprint: Footprint) -> Iterator[Finding]:
    """P19: every time is in UTC."""
    times = {name: footprint.time(name) for name in model.ROOT_TIMES}
    times |= {f"pcf/{name}": footprint.time(name) for name in model.PCF_TIMES}
    assured = as_object(footprint.get("verification")).get("completedAt")
    times[f"{footprint.where('verification')}/completedAt"] = typed.time(assured)
    for where, moment in times.items():
        if moment is not None and moment.utcoffset():
            yield found(footprint, "p19", where)


def other_operators_have_a_name(footprint: Footprint) -> Iterator[Finding]:
    """P20: the operator `Other` has a name, and no operator else has one."""
    for index, item in enumerate(footprint.items("productOrSectorSpecificRules")):
        rule = as_object(item)
        if (rule.get("operator") == "Other") is not bool(rule.get("otherOperatorName")):
            where = f"pcf/productOrSectorSpecificRules/{index}/otherOperatorName"
            yield found(footprint, "p20", where)


def newest_gwp_is_used(footprint: Footprint) -> Iterator[Finding]:
    """P22: AR6 is among the reports whose GWP values were used."""
    sets = footprint.items("ipccCharacterizationFactors")
    if sets and "AR6" not in sets:
        stated = shown(", ".join(map(str, sets)))
        where = footprint.where("ipccCharacterizationFactors")
        yield found(footprint, "p22", where, Severity.WARNING, value=stated)


def names_are_urns(footprint: Footprint) -> Iterator[Finding]:
    """P23: ids of companies, products and classes obey RFC 8141."""
    for name in ("companyIds", "productIds", "productClassifications"):
        for index, urn in enumerate(as_list(footprint.root.get(name))):
            if not isinstance(urn, str) or not is_urn(urn):
                yield found(footprint, "p23", f"{name}/{index}", value=shown(urn))


def does_not_precede_itself(footprint: Footprint) -> Iterator[Finding]:
    """P24: a footprint is not among its own predecessors."""
    if footprint.root.get("id") in as_list(footprint.root.get("precedingPfIds")):
        yield found(footprint, "p24", "precedingPfIds")


def aviation_is_in_fossil(footprint: Footprint) -> Iterator[Finding]:
    """P26: aircraft emissions are a part of the fossil ones."""
    yield from part_of(footprint, "p26", "aircraftGhgEmissions", "fossilGhgEmissions")


def found(
    footprint: Footprint,
    rule: str,
    where: str,
    severity: Severity = Severity.ERROR,
    **params: Param,
) -> Finding:
    """A broken rule; a doubt where this version does not state the rule as a sum or a sentence."""
    version = footprint.version
    doubtful = severity is Severity.ERROR and rule in version.doubts
    return Finding(
        code=f"{version.id}.{rule}",
        severity=Severity.WARNING if doubtful else severity,
        where=where,
        clause=version.clause,
        params={"field": shown(where.removeprefix("pcf/")), **_cut(params)},
    )


def _cut(params: dict[str, Param]) -> dict[str, Param]:
    return {
        name: shown(value) if isinstance(value, str) else value for name, value in params.items()
    }


def compared(
    footprint: Footprint, rule: str, name: str, total: Decimal | None, parts: list[Decimal]
) -> Iterator[Finding]:
    """The finding that a printed total is not the sum of its parts."""
    if total is None:
        return
    expected = sum(parts, Decimal(0))
    if abs(total - expected) > allowed(total, *parts):
        where = footprint.where(name)
        yield found(footprint, rule, where, value=str(total), expected=str(expected))


def part_of(footprint: Footprint, rule: str, part: str, whole: str) -> Iterator[Finding]:
    """The finding that a part is larger than its whole."""
    inside, around = footprint.number(part), footprint.number(whole)
    if inside is not None and around is not None and inside > around + allowed(around, inside):
        where = footprint.where(part)
        yield found(footprint, rule, where, value=str(inside), whole=str(around))


def carbon(footprint: Footprint) -> Decimal:
    """kg of fossil and biogenic carbon in the product."""
    names = ("fossilCarbonContent", "biogenicCarbonContent")
    return sum((footprint.number(name) or Decimal(0) for name in names), Decimal(0))


BOTH: tuple[Rule, ...] = (
    *(shape, excluding_is_the_sum, including_is_the_sum, uptake_is_the_carbon, signs_are_right),
    *(amount_is_positive, mass_is_known, carbon_is_in_the_mass),
    *(packaging_agrees, packaging_is_in_the_total, little_is_exempted),
    *(period_runs_forward, validity_is_in_bounds, made_after_the_period, times_are_utc),
    *(other_operators_have_a_name, newest_gwp_is_used, names_are_urns),
    *(does_not_precede_itself, aviation_is_in_fossil),
)
"""What holds for every version."""
