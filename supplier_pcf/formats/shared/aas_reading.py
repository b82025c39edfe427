"""A submodel Carbon Footprint in our own words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.formats.shared import aas
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.validation import aas_model as model
from supplier_pcf.formats.validation.aas_model import Group, Information


def read_environment(document: object) -> Received:
    """The footprint from cradle to gate, with what the free part says under the names of PACT 3.

    Raises:
        Refusal: there is no such submodel, or no figure, unit and amount that can be read.
    """
    found = model.submodel_of(document)
    submodel = Group(found) if found is not None else None
    footprints = submodel.entries("ProductCarbonFootprints") if submodel else []
    if submodel is None or not footprints:
        raise Refusal("aas_json.no_footprint")
    chosen = _to_gate(footprints)
    figure = model.decimal(chosen.text("PcfCO2eq"))
    amount = model.double(chosen.text("QuantityOfMeasureForCalculation"))
    unit = aas.name_of(aas.UNITS, chosen.text("ReferenceImpactUnitForCalculation"))
    if figure is None or not amount or amount < 0 or not unit:
        raise Refusal("aas_json.no_figure")
    said = Information.of(submodel)
    return Received(
        format_id="aas-json",
        spec_version="IDTA 02023-1-0",
        amount=float(amount),
        unit=unit,
        excluding=float(figure),
        buckets=_buckets(said, figure),
        outbound=_outbound(footprints),
        **_identity(said),
        **_figures(said),
        **_facts(submodel, chosen, said),
    )


def _phases(footprint: Group) -> set[str]:
    return {aas.name_of(aas.PHASES, text) for text in footprint.texts("LifeCyclePhases")}


def _to_gate(footprints: list[Group]) -> Group:
    """The one from cradle to gate, else the first."""
    fitting = (f for f in footprints if aas.GATE in _phases(f) or _phases(f) >= {"A1", "A2", "A3"})
    return next(fitting, footprints[0])


def _outbound(footprints: list[Group]) -> float | None:
    for footprint in footprints:
        if _phases(footprint) == {aas.TO_CUSTOMER}:
            return _number(model.decimal(footprint.text("PcfCO2eq")))
    return None


def _buckets(said: Information, figure: Decimal) -> Buckets:
    """The kinds of emission as far as the free part tells them; else the whole figure counts as fossil."""

    def of(name: str) -> float:
        return _number(said.number(name)) or 0.0

    aircraft, fossil = of("aircraftGhgEmissions"), said.number("fossilGhgEmissions")
    if fossil is None:
        return Buckets(fossil=float(figure))
    without = fossil - (said.number("aircraftGhgEmissions") or Decimal(0))
    return Buckets(
        fossil=float(without),
        biogenic_non_co2=of("biogenicNonCO2Emissions"),
        land_use_change=of("landUseChangeGhgEmissions"),
        land_management=of("landManagementBiogenicCO2Emissions"),
        land_removals=of("landManagementBiogenicCO2Removals"),
        aircraft=aircraft,
        uptake_product=of("biogenicCO2Uptake"),
    )


def _identity(said: Information) -> dict[str, Any]:
    return {
        "id": said.text("id"),
        "is_active": said.text("status") != "Deprecated",
        "preceding": said.texts("precedingPfIds"),
        "company": said.text("companyName"),
        "company_ids": said.texts("companyIds"),
        "product": said.text("productNameCompany"),
        "description": said.text("productDescription"),
        "product_ids": said.texts("productIds"),
        "classifications": said.texts("productClassifications"),
        "comment": said.text("comment"),
    }


def _figures(said: Information) -> dict[str, Any]:
    packed = said.text("packagingEmissionsIncluded")
    rated = [_number(said.number(f"{n}DQR")) for n in ("technological", "temporal", "geographical")]
    ratings = [each for each in rated if each is not None]
    return {
        "including": _number(said.number("pcfIncludingBiogenicUptake")),
        "mass_kg": _number(said.number("productMassPerDeclaredUnit")),
        "packaging": _number(said.number("packagingGhgEmissions")),
        "packaging_included": {"true": True, "false": False}.get(packed),
        "fossil_carbon": _number(said.number("fossilCarbonContent")),
        "biogenic_carbon": _number(said.number("biogenicCarbonContent")),
        "recycled_carbon": _number(said.number("recycledCarbonContent")),
        "exempted_percent": _number(said.number("exemptedEmissionsPercent")),
        "primary_percent": _number(said.number("primaryDataShare")),
        "ratings": _ratings(ratings),
    }


def _ratings(found: list[float]) -> Ratings | None:
    """All three or none."""
    if len(found) != 3:
        return None
    technology, time, geography = found
    return Ratings(technology=technology, time=time, geography=geography)


def _facts(submodel: Group, chosen: Group, said: Information) -> dict[str, Any]:
    start = said.time("referencePeriodStart")
    published = chosen.text("PublicationDate")
    valid_from = said.time("validityPeriodStart") or model.time(published)
    return {
        "created": published,
        "period_start": start.date() if start else None,
        "period_end": _last_day(said.time("referencePeriodEnd")),
        "valid_from": valid_from.date() if valid_from else None,
        "valid_until": _last_day(model.time(chosen.text("ExpirationDate"))),
        "place": _place(said),
        "gwp_sets": said.texts("ipccCharacterizationFactors"),
        "standards": _standards(submodel, chosen),
        "rules": _rules(submodel),
        "boundary": said.text("boundaryProcessesDescription"),
        "allocation": said.text("allocationRulesDescription"),
        "sources": said.texts("secondaryEmissionFactorSources"),
    }


def _standards(submodel: Group, chosen: Group) -> tuple[str, ...]:
    """The methods of the footprint and of the footprints by rules, each once."""
    groups = [chosen, *submodel.entries("ProductOrSectorSpecificCarbonFootprints")]
    texts = (text for group in groups for text in group.texts("PcfCalculationMethods"))
    names = (aas.name_of(aas.METHODS, text) for text in texts)
    return tuple(dict.fromkeys(filter(None, names)))


def _place(said: Information) -> str:
    names = ("CountrySubdivision", "Country", "RegionOrSubregion")
    return next(filter(None, (said.text(f"geography{name}") for name in names)), "")


def _rules(submodel: Group) -> tuple[str, ...]:
    names = []
    for entry in submodel.entries("ProductOrSectorSpecificCarbonFootprints"):
        rule = entry.group("ProductOrSectorSpecificRule")
        if rule is not None and rule.text("PcfRuleName"):
            name, version = rule.text("PcfRuleName"), rule.text("PcfRuleVersion")
            names.append(name if version in name else f"{name} {version}")
    return tuple(names)


def _last_day(end: datetime | None) -> date | None:
    """The last whole day before an end that is not in it."""
    if end is None:
        return None
    moment = end.astimezone(UTC) if end.tzinfo else end
    return (moment - timedelta(microseconds=1)).date()


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
