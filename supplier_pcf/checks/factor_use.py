"""Is every factor used for what it was made for? The guards of the factor library, as findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.energy import Carrier, DirectEmission, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, Provenance, RowType, ScrapConvention
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import (
    Flow,
    Material,
    OutsideProcess,
    Packaging,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.engine.burning import states_its_carbon
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.factors.guards import (
    BLOCKING,
    IPCC_REPORTS,
    FactorUse,
    families,
    grid_sources,
    is_primary_light_metal_from_elsewhere,
    misuse,
    names_a_recycling_credit,
)
from supplier_pcf.rules import Recycling

_CLAUSE = "ISO 14067:2018, 6.3.5"
_ELECTRICITY = "ISO 14067:2018, 6.4.9.4.1"
_WASTE_SHEET = "UK GHG Conversion Factors 2025, sheet Waste disposal"
_CLAUSES = {
    "factor.co2_only_grid": _ELECTRICITY,
    "factor.inventory_only": _ELECTRICITY,
    "factor.provincial_electricity": _ELECTRICITY,
    "factor.no_upstream": _ELECTRICITY,
    "factor.no_grid_losses": _ELECTRICITY,
    "factor.grid_only": _ELECTRICITY,
    "factor.radiative_forcing": "ISO 14067:2018, 6.4.9.7",
    "factor.bound_only": "Implementing Regulation (EU) 2025/2621, Annex I",
    "factor.collection_only": _WASTE_SHEET,
    "factor.collection_for_burning": _WASTE_SHEET,
    "factor.scrap_credit": "Catena-X PCF Rulebook v4, 5.2.5",
    "factor.scrap_credit_named": "Catena-X PCF Rulebook v4, 5.2.5",
    "factor.forming_twice": "ISO 14067:2018, 5.12",
    "factor.co2_only": "ISO 14067:2018, 6.5.1",
    "factor.co2_only_fuel": "ISO 14067:2018, 6.5.1",
}
"""Where it is written, for codes that are not about the quality of secondary data at large."""
_OLD_AFTER_YEARS = 10

_USES: dict[type[Flow], FactorUse] = {
    DirectEmission: FactorUse.DIRECT_EMISSION,
    OutsideProcess: FactorUse.PROCESS,
    Packaging: FactorUse.PACKAGING,
    Transport: FactorUse.TRANSPORT,
}

_WASTE_USES = {
    WasteTreatment.RECYCLING: FactorUse.WASTE_RECYCLING,
    WasteTreatment.INCINERATION: FactorUse.WASTE_BURNING,
    WasteTreatment.ENERGY_RECOVERY: FactorUse.WASTE_BURNING,
}

_HEAT = (Carrier.STEAM, Carrier.HEAT, Carrier.COLD, Carrier.COMPRESSED_AIR)


def use_of(flow: Flow) -> FactorUse:
    """What a flow multiplies its factor with."""
    if isinstance(flow, EnergyUse):
        if flow.carrier is Carrier.ELECTRICITY:
            return FactorUse.ELECTRICITY
        return FactorUse.HEAT if flow.carrier in _HEAT else FactorUse.FUEL
    if isinstance(flow, Waste):
        if states_its_carbon(flow):
            return FactorUse.WASTE_BURNING_APART
        return _WASTE_USES.get(flow.treatment, FactorUse.WASTE)
    return _USES.get(type(flow), FactorUse.MATERIAL)


def factors_fit_their_use(examined: Examined) -> Iterator[Finding]:
    """Row type and boundary of a factor suit the flow; the unit is looked at with the amounts."""
    known: dict[tuple[str, FactorUse], list[str]] = {}
    for flow, line, factor in examined.factored():
        use = use_of(flow)
        codes = known.get((factor.id, use))
        if codes is None:
            codes = known[factor.id, use] = misuse(factor, use)
        for code in codes:
            if code in _supplied(flow, line):
                continue
            severity = Severity.ERROR if code in BLOCKING else Severity.WARNING
            yield _about(code, line.kind, flow, factor, severity)


def _supplied(flow: Flow, line: FlowResult) -> Iterator[str]:
    """What a factor lacks and the row has otherwise: parts that were added, or no grid in between."""
    if isinstance(flow, EnergyUse) and flow.source is ElectricitySource.ON_SITE:
        yield "factor.no_grid_losses"
    if line.power is None:
        return
    added = [part for part in line.power.parts[1:] if not part.left_out]
    if line.power.loss_share or not all(part.with_losses for part in added):
        yield "factor.no_grid_losses"
    if any(part.with_losses for part in added):
        yield "factor.no_upstream"


def factors_stand_side_by_side(examined: Examined) -> Iterator[Finding]:
    """Families of factors that must not meet in one footprint."""
    used = [factor for _, line, factor in examined.factored() if line.counted]
    reports = [name for name in examined.result.gwp_sets if name in IPCC_REPORTS]
    for code in families(used):
        mixed = code == "factors.mixed_china_electricity"
        yield Finding(
            code=code,
            severity=Severity.ERROR if mixed else Severity.NOTE,
            where="result/factor_sets",
            clause="ISO 14067:2018, 6.5.1",
            params={"sets": ", ".join(reports)},
        )


def grid_figures_are_of_one_kind(examined: Examined) -> Iterator[Finding]:
    """Power counted by Ember beside power counted by an authority is named, never silent."""
    used = [factor for _, line, factor in examined.factored() if line.counted]
    ember, official = grid_sources(used)
    if not ember or not official:
        return
    twice = sorted({*ember} & {*official})
    yield Finding(
        code="factors.two_grids_of_one_country" if twice else "factors.ember_beside_official",
        severity=Severity.WARNING if twice else Severity.NOTE,
        where="result/factor_sets",
        clause=_ELECTRICITY,
        params={
            "ember": ", ".join(ember),
            "official": ", ".join(official),
            "both": ", ".join(twice),
        },
    )


def forming_is_counted_once(examined: Examined) -> Iterator[Finding]:
    """A factor with forming inside meets the plant's own forming; a stated reason settles it."""
    says_so, uses_energy = _forms_by_name(examined), _uses_energy(examined)
    for flow, line, factor in examined.factored():
        is_material = isinstance(flow, Material) and not flow.is_auxiliary
        if not is_material or not factor.includes_forming or flow.factor_reason:
            continue
        if says_so or (uses_energy and _is_most_of_the_product(line, examined)):
            yield _about("factor.forming_twice", line.kind, flow, factor, Severity.WARNING)


def _forms_by_name(examined: Examined) -> bool:
    """Whether a step, a use of energy or a bought process is called moulding or the like."""
    names = [step.name for step in examined.study.process_steps]
    names += [flow.name for flow in examined.study.energy_uses]
    names += [f"{flow.name} {flow.process}" for flow in examined.study.outside_processes]
    return any(_FORMING.search(name) for name in names)


def _uses_energy(examined: Examined) -> bool:
    return any(line.counted and isinstance(flow, EnergyUse) for flow, line in examined.lines())


def _is_most_of_the_product(line: FlowResult, examined: Examined) -> bool:
    """Half of the mass or more: a plant's own energy then most likely forms this very material."""
    whole, amount = examined.result.mass_kg, line.amount
    if not whole or amount is None or dimension_of(line.unit) is not Dimension.MASS:
        return False
    return amount * ratio(line.unit, "kg") >= whole / 2


_FORMING = re.compile(
    r"mou?ld|spritzg|extru|thermoform|tiefzieh|注塑|吹塑|挤出|吸塑|成型", re.IGNORECASE
)


def light_metals_are_of_their_place(examined: Examined) -> Iterator[Finding]:
    """Chinese aluminium and magnesium want a Chinese figure; other places use far less coal power."""
    sites = {site.country for site in examined.study.sites}
    metals = {
        factor.id
        for factor in examined.used_factors()
        if is_primary_light_metal_from_elsewhere(factor)
    }
    for flow, line, factor in examined.factored():
        if factor.id not in metals or not isinstance(flow, Material):
            continue
        stated = country_of(flow.origin_place)
        if stated == "CN" or (not stated and "CN" in sites):
            yield _about("factor.metal_of_elsewhere", line.kind, flow, factor, Severity.WARNING)


def waste_is_treated_as_said(examined: Examined) -> Iterator[Finding]:
    """A figure of landfill on waste that is burnt, or the other way round."""
    for flow, line, factor in examined.factored():
        if not isinstance(flow, Waste):
            continue
        shown = next((way for word, way in _WAYS if factor.subcategory.startswith(word)), None)
        done = _WASTE_USES.get(flow.treatment, flow.treatment)
        if shown is not None and flow.treatment in _TOLD_APART and shown != done:
            yield _about("factor.other_treatment", line.kind, flow, factor, Severity.WARNING)


_WAYS: tuple[tuple[str, FactorUse | WasteTreatment], ...] = (
    ("landfill", WasteTreatment.LANDFILL),
    ("incineration", FactorUse.WASTE_BURNING),
)
"""How the sets name a treatment."""

_TOLD_APART = frozenset(
    {WasteTreatment.LANDFILL, WasteTreatment.INCINERATION, WasteTreatment.ENERGY_RECOVERY}
)


def single_values_are_named(examined: Examined) -> Iterator[Finding]:
    """One figure of one paper is better than none, and says that it stands alone."""
    for flow, line, factor in examined.factored():
        if line.counted and factor.provenance is Provenance.SINGLE_VALUE:
            yield _about("factor.single_value", line.kind, flow, factor, Severity.NOTE)


def factors_are_recent(examined: Examined) -> Iterator[Finding]:
    """Data older than ten years is named, once a factor."""
    said: set[str] = set()
    for flow, line, factor in examined.factored():
        if not line.counted or factor.id in said or factor.year_to is None:
            continue
        said.add(factor.id)
        if examined.result.as_of.year - factor.year_to > _OLD_AFTER_YEARS:
            yield _about(
                "factor.old", line.kind, flow, factor, Severity.WARNING, year=factor.year_to
            )


def years_are_stated(examined: Examined) -> Iterator[Finding]:
    """Whether data are old cannot be told where no year is stated: said once, with how many."""
    silent = {
        factor.id: factor
        for _, line, factor in examined.factored()
        if line.counted and factor.year_to is None and factor.row_type is RowType.FACTOR
    }
    if silent:
        first = next(iter(silent.values()))
        yield Finding(
            code="factors.no_year",
            severity=Severity.NOTE,
            where="result/factor_sets",
            clause=_CLAUSE,
            params={"count": len(silent), "factor": named_factor(first)},
        )


def scrap_is_not_credited(examined: Examined) -> Iterator[Finding]:
    """A recycling credit inside a factor breaks the cut-off rule (Catena-X v4, 5.2.5); elsewhere it is named."""
    cuts_off = examined.rules.recycling is Recycling.CUT_OFF
    severity = Severity.ERROR if cuts_off else Severity.WARNING
    for flow, line, factor in examined.factored():
        if factor.scrap_convention is ScrapConvention.CREDITED:
            yield _about("factor.scrap_credit", line.kind, flow, factor, severity)
        elif names_a_recycling_credit(factor):
            yield _about("factor.scrap_credit_named", line.kind, flow, factor, Severity.WARNING)


def _about(
    code: str,
    kind: str,
    flow: Flow,
    factor: EmissionFactor,
    severity: Severity,
    **more: str | int,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        where=place(kind, flow, "factor"),
        clause=_CLAUSES.get(code, _CLAUSE),
        params={"name": named(flow), "factor": named_factor(factor), **more},
    )
