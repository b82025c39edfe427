"""Our own check of the submodel Carbon Footprint: what the template asks for, and what goes together.

Specification: IDTA 02023-1-0, template 1.0.1: which elements there are, how often, of which type and with which
values. The free part is checked where it uses the names of PACT 3, with the sums that belong to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.formats.shared import aas
from supplier_pcf.formats.validation import aas_model as model
from supplier_pcf.formats.validation.aas_model import Group, Information, submodel_of
from supplier_pcf.formats.validation.sums import agree

__all__ = ["check", "submodel_of"]

_CLAUSE = "IDTA 02023-1-0"
_ONCE = (
    *("PcfCalculationMethods", "PcfCO2eq", "ReferenceImpactUnitForCalculation"),
    *("QuantityOfMeasureForCalculation", "LifeCyclePhases", "PublicationDate"),
)
_AT_MOST_ONCE = ("ExpirationDate",)
_TYPES: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "PcfCO2eq": ("xs:decimal", model.decimal),
    "QuantityOfMeasureForCalculation": ("xs:double", model.double),
    "PublicationDate": ("xs:dateTime", model.time),
    "ExpirationDate": ("xs:dateTime", model.time),
}
_SUMMANDS = (
    *("fossilGhgEmissions", "landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions"),
    *("landManagementBiogenicCO2Removals", "biogenicNonCO2Emissions"),
)
_PERCENTAGES = ("primaryDataShare", "exemptedEmissionsPercent")
_RATINGS = ("technologicalDQR", "geographicalDQR", "temporalDQR")


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with the submodel in a document."""
    found = submodel_of(document)
    if found is None:
        return (_found("no_submodel", "submodels"),)
    return tuple(_check(Group(found)))


def _check(submodel: Group) -> Iterator[Finding]:
    footprints = submodel.entries("ProductCarbonFootprints")
    if not footprints:
        yield _found("missing", "ProductCarbonFootprints")
    for footprint in footprints:
        yield from _elements(footprint)
        yield from _values(footprint)
        yield from _times(footprint)
    if footprints and not any(_is_to_gate(f) for f in footprints):
        yield _found("no_gate", "ProductCarbonFootprints", Severity.WARNING)
    for entry in submodel.entries("ProductOrSectorSpecificCarbonFootprints"):
        yield from _rules(entry)
    yield from _information(Information.of(submodel), footprints)


def _elements(footprint: Group) -> Iterator[Finding]:
    for name in (*_ONCE, *_AT_MOST_ONCE):
        times = len(footprint.all(name))
        if times > 1:
            yield _found("twice", f"{footprint.place}/{name}", count=times)
        elif times == 0 and name in _ONCE:
            yield _found("missing", f"{footprint.place}/{name}")
    for name, (kind, read) in _TYPES.items():
        for element in footprint.all(name):
            place, text = f"{footprint.place}/{name}", model.text_of(element)
            if not text:
                yield _found("missing", place)
            elif read(text) is None:
                yield _found("unreadable", place, value=text[:60], kind=kind)
            elif element.get("valueType") != kind:
                yield _found("type", place, kind=kind)


def _values(footprint: Group) -> Iterator[Finding]:
    lists = (
        ("PcfCalculationMethods", aas.METHODS),
        ("LifeCyclePhases", aas.PHASES),
    )
    for name, allowed in lists:
        texts, place = footprint.texts(name), f"{footprint.place}/{name}"
        if footprint.all(name) and not texts:
            yield _found("missing", place)
        for text in texts:
            if not aas.name_of(allowed, text):
                yield _found("value", place, Severity.WARNING, value=text[:60])
    unit = footprint.text("ReferenceImpactUnitForCalculation")
    if unit and not aas.name_of(aas.UNITS, unit):
        place = f"{footprint.place}/ReferenceImpactUnitForCalculation"
        yield _found("value", place, value=unit[:60])
    amount = model.double(footprint.text("QuantityOfMeasureForCalculation"))
    if amount is not None and amount <= 0:
        place = f"{footprint.place}/QuantityOfMeasureForCalculation"
        yield _found("amount", place, value=str(amount))


def _times(footprint: Group) -> Iterator[Finding]:
    moments = {}
    for name in ("PublicationDate", "ExpirationDate"):
        moment = model.time(footprint.text(name))
        if moment is not None and moment.tzinfo is None:
            yield _found("zone", f"{footprint.place}/{name}", Severity.WARNING)
        elif moment is not None:
            moments[name] = moment
    if len(moments) == 2 and moments["ExpirationDate"] <= moments["PublicationDate"]:
        yield _found("expired", f"{footprint.place}/ExpirationDate")


def _rules(entry: Group) -> Iterator[Finding]:
    rule = entry.group("ProductOrSectorSpecificRule")
    if not entry.texts("PcfCalculationMethods"):
        yield _found("missing", f"{entry.place}/PcfCalculationMethods")
    for name in ("PcfRuleOperator", "PcfRuleName"):
        if rule is None or not rule.text(name):
            yield _found("missing", f"{entry.place}/ProductOrSectorSpecificRule/{name}")
    if entry.group("PcfInformation") is None:
        yield _found("missing", f"{entry.place}/PcfInformation")


def _information(said: Information, footprints: list[Group]) -> Iterator[Finding]:
    excluding, including = (
        said.number(f"pcf{which}BiogenicUptake") for which in ("Excluding", "Including")
    )
    figures = [model.decimal(f.text("PcfCO2eq")) for f in footprints if _is_to_gate(f)]
    if excluding is not None and figures and figures[0] is not None:
        yield from _summed("pcfExcludingBiogenicUptake", excluding, [figures[0]])
    parts = [n for n in map(said.number, _SUMMANDS) if n is not None]
    if excluding is not None and parts:
        yield from _summed("pcfExcludingBiogenicUptake", excluding, parts)
    if excluding is not None and including is not None:
        uptake = said.number("biogenicCO2Uptake") or Decimal(0)
        yield from _summed("pcfIncludingBiogenicUptake", including, [excluding, uptake])
    yield from _ranges(said)
    yield from _periods(said, footprints)


def _summed(name: str, total: Decimal, parts: list[Decimal]) -> Iterator[Finding]:
    if not agree(total, parts):
        expected = str(sum(parts, Decimal(0)))
        yield _found("sum", f"PcfInformation/{name}", value=str(total), expected=expected)


def _ranges(said: Information) -> Iterator[Finding]:
    limits = [(name, 0, 100) for name in _PERCENTAGES] + [(name, 1, 5) for name in _RATINGS]
    for name, least, most in limits:
        number = said.number(name)
        if number is not None and not least <= number <= most:
            place = f"PcfInformation/{name}"
            yield _found("range", place, value=str(number), least=least, most=most)


def _periods(said: Information, footprints: list[Group]) -> Iterator[Finding]:
    start, over = said.time("referencePeriodStart"), said.time("referencePeriodEnd")
    if start is None or over is None or start.tzinfo is None or over.tzinfo is None:
        return
    if over <= start:
        yield _found("period", "PcfInformation/referencePeriodEnd")
    for footprint in footprints:
        made = model.time(footprint.text("PublicationDate"))
        if made is not None and made.tzinfo is not None and made < over:
            yield _found("too_early", f"{footprint.place}/PublicationDate")


def _is_to_gate(footprint: Group) -> bool:
    phases = {aas.name_of(aas.PHASES, text) for text in footprint.texts("LifeCyclePhases")}
    return aas.GATE in phases or phases >= {"A1", "A2", "A3"}


def _found(what: str, where: str, severity: Severity = Severity.ERROR, **params: Param) -> Finding:
    return Finding(
        code=f"aas_json.{what}",
        severity=severity,
        where=where,
        clause=_CLAUSE,
        params={"field": where, **params},
    )
