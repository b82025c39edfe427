"""One line of the footprint for every flow: amount per declared unit, times factor, in buckets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from supplier_pcf.domain.buckets import CO2_PER_CARBON, ZERO, Buckets
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.flows import Basis, Flow, Material, Packaging, Stage, Waste
from supplier_pcf.domain.fuels import Conversion, ConversionStep, StatedRatio, convert
from supplier_pcf.domain.stoichiometry import Reaction
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Payer, Transport, TransportPurpose
from supplier_pcf.domain.units import Dimension, UnitMismatch, dimension_of, ratio
from supplier_pcf.engine.amounts import Amount, Amounts, amounts_of
from supplier_pcf.engine.burning import with_burnt_carbon
from supplier_pcf.engine.carbon import (
    Carbon,
    CarbonLine,
    carbon_with_factor,
    in_product,
    known_carbon,
    packaging_fossil_share,
    packaging_share,
    recycled_share,
)
from supplier_pcf.engine.co_products import co_product_share
from supplier_pcf.engine.declared_unit import units_per_declared_unit
from supplier_pcf.engine.meters import included_uses
from supplier_pcf.engine.mixtures import Mixtures, may_be_summed
from supplier_pcf.engine.quality import Quality
from supplier_pcf.engine.result import CoProductShare, FlowResult, NotCounted
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RuleSet

_STAGES = {
    "materials": None,
    "energy_uses": Stage.PRODUCTION,
    "direct_emissions": Stage.PRODUCTION,
    "outside_processes": Stage.PRODUCTION,
    "packaging": Stage.PACKAGING,
    "wastes": Stage.WASTE,
    "transports": None,
}
"""The stage of each kind of flow; None: it depends on the flow."""

_LEGS = {
    TransportPurpose.INBOUND: Stage.INBOUND_TRANSPORT,
    TransportPurpose.INTERNAL: Stage.PRODUCTION,
    TransportPurpose.PACKAGING: Stage.PACKAGING,
    TransportPurpose.WASTE: Stage.WASTE,
    TransportPurpose.OUTBOUND: Stage.OUTBOUND_TRANSPORT,
}

_MISMATCH = NotCounted.UNIT_MISMATCH


@dataclass(slots=True)
class Lines:
    """The lines of one study, with everything its flows have in common worked out once."""

    study: Study
    library: FactorLibrary
    rules: RuleSet
    as_of: date
    amounts: Amounts = field(init=False)
    quality: Quality = field(init=False)
    units: float | None = field(init=False)
    joint: CoProductShare | None = field(init=False)
    own: dict[str, EmissionFactor] = field(init=False)
    in_product: dict[str, Material] = field(init=False)
    """The materials whose mass leaves with the product, by id."""
    included: frozenset[str] = field(init=False)
    """Uses of energy that another one already holds."""
    used: dict[str, EmissionFactor] = field(init=False, default_factory=dict)
    mixtures: Mixtures = field(init=False)
    _found_carbon: dict[str, Carbon] = field(init=False, default_factory=dict)
    _factors: dict[str, EmissionFactor] = field(init=False, default_factory=dict)
    _buckets_of: dict[str, Buckets] = field(init=False, default_factory=dict)
    _converted: dict[str, Conversion] = field(init=False, default_factory=dict)
    _joint_scale: float | None = field(init=False, default=None)
    """From one unit of the product to the declared unit, without the co-products' part."""

    def __post_init__(self) -> None:
        self.amounts = amounts_of(self.study)
        self.quality = Quality(self.study, self.rules, self.as_of)
        self.units = units_per_declared_unit(self.study)
        self.joint = co_product_share(self.study, self.rules)
        if self.units is not None and self.joint is not None:
            self._joint_scale = self.units * self.joint.share
        self.own = {f.id: f for f in self.study.factors}
        self.in_product = {m.id: m for m in self.study.materials if in_product(m, self.amounts)}
        self.included = included_uses(self.study.energy_uses)
        self.mixtures = Mixtures(self.factor, self.quality, self.used)

    def factor(self, factor_id: str | None) -> EmissionFactor | None:
        """The factor of this id: the study's own first, else the library's."""
        if factor_id is None:
            return None
        found = self._factors.get(factor_id)
        if found is None:
            found = self.own.get(factor_id) or self.library.get(factor_id)
            if found is not None:
                self._factors[factor_id] = found
        return found

    def lines(self) -> Iterator[FlowResult]:
        """Every flow's part, in the order of the study."""
        for kind in _STAGES:
            stage = _STAGES[kind]
            for flow in getattr(self.study, kind):
                yield self._line(flow, kind, stage or _stage_of(flow))

    def _line(self, flow: Flow, kind: str, stage: Stage) -> FlowResult:
        reason, scale = None, self._joint_scale
        if stage is Stage.PACKAGING or stage is Stage.OUTBOUND_TRANSPORT:
            # These belong to the product alone, not to its co-products.
            reason, scale = self._left_out(flow, stage), self.units
        elif flow.exclusion is not None:
            reason = NotCounted.EXCLUDED
        elif self.included and kind == "energy_uses" and flow.id in self.included:
            reason = NotCounted.INCLUDED
        amount = self._amount(flow, scale)
        if isinstance(amount, NotCounted):
            return self._uncounted(flow, kind, stage, amount if reason is None else reason)
        factor = self.factor(flow.factor_id)
        if factor is None:
            missing = NotCounted.NO_FACTOR if flow.factor_id is None else NotCounted.UNKNOWN_FACTOR
            return self._uncounted(flow, kind, stage, reason or missing, amount)
        in_unit = self._in_unit(flow, amount, factor)
        buckets = self._buckets(flow, in_unit, factor)
        if isinstance(buckets, NotCounted):
            return self._uncounted(flow, kind, stage, reason or buckets, amount)
        if reason is not None:
            kg = 0.0 if reason is NotCounted.INCLUDED else abs(buckets.excluding_uptake)
            return self._uncounted(flow, kind, stage, reason, amount, kg)
        self.used[factor.id] = factor
        return FlowResult(
            flow.id,
            flow.name,
            kind,
            stage,
            in_unit if isinstance(in_unit, float) else None,
            factor.unit,
            factor.id,
            self._with_uptake(flow, buckets),
            True,
            None,
            *self.mixtures.rated(flow, factor),
            0.0,
            self._converted.get(flow.id),
            self.mixtures.power.get(flow.id),
        )

    def _left_out(self, flow: Flow, stage: Stage) -> NotCounted | None:
        if flow.exclusion is not None:
            return NotCounted.EXCLUDED
        if stage is Stage.PACKAGING and not self.study.scope.packaging_included:
            return NotCounted.EXCLUDED
        if isinstance(flow, Transport) and stage is Stage.OUTBOUND_TRANSPORT:
            return None if flow.paid_by in (None, Payer.US) else NotCounted.EXCLUDED
        return None

    def _amount(self, flow: Flow, scale: float | None) -> Amount | NotCounted:
        """The amount per declared unit, in its own unit."""
        amount = self.amounts.per_unit(flow)
        if isinstance(amount, NotCounted):
            return amount
        if scale is None:
            return NotCounted.NO_DECLARED_UNIT if self.units is None else NotCounted.NO_SHARE
        return amount[0] * scale, amount[1]

    def _in_unit(self, flow: Flow, amount: Amount, factor: EmissionFactor) -> float | NotCounted:
        """The amount in the factor's unit; pieces become kg where the mass of one is known."""
        value, unit = amount
        if type(flow) is DirectEmission and flow.reaction is not None:
            return self._reacted(flow, flow.reaction, amount, factor)
        if unit == factor.unit:
            return value
        try:
            return value * ratio(unit, factor.unit)
        except UnitMismatch:
            pass
        if (
            isinstance(flow, Material)
            and flow.mass_per_unit is not None
            and flow.amount is not None
        ):
            try:
                mass = flow.mass_per_unit.to(factor.unit)
                return value * ratio(unit, flow.amount.unit) * mass
            except UnitMismatch:
                pass
        return self._fuel(flow, amount, factor) if type(flow) is EnergyUse else _MISMATCH

    def _reacted(
        self, flow: Flow, reaction: Reaction, amount: Amount, factor: EmissionFactor
    ) -> float | NotCounted:
        """kg CO2 that a substance sets free by its reaction, for the factor of CO2 (STANDARDS D.5)."""
        co2, value = reaction.co2_per_kg, amount[0]
        of_gas = dimension_of(amount[1]) is dimension_of(factor.unit) is Dimension.MASS
        if co2 is None or not of_gas or factor.kg_co2e != ratio(factor.unit, "kg"):
            return _MISMATCH
        times = co2 * ratio(amount[1], factor.unit)
        by = StatedRatio(value=co2, of="kg", per="kg", source=reaction.formula)
        self._converted[flow.id] = Conversion(*amount, (ConversionStep(times, factor.unit, by),))
        return value * times

    def _fuel(self, flow: EnergyUse, amount: Amount, factor: EmissionFactor) -> float | NotCounted:
        """Q x NCV or Q x density, as far as stated for this very fuel (STANDARDS D.4)."""
        fuel = self.library.fuels.get(factor.id)
        published = () if fuel is None else fuel.ratios_for(amount[1])
        way = convert(*amount, factor.unit, flow.conversions, published)
        if way is None:
            return _MISMATCH
        self._converted[flow.id] = way
        return way.converted

    def _buckets(
        self, flow: Flow, in_unit: float | NotCounted, factor: EmissionFactor
    ) -> Buckets | NotCounted:
        if isinstance(in_unit, NotCounted):
            return in_unit
        if factor.row_type is not RowType.FACTOR and not may_be_summed(factor, flow):
            return NotCounted.NOT_A_FACTOR
        per_unit = self._buckets_of.get(factor.id)
        if per_unit is None:
            per_unit = self._buckets_of[factor.id] = factor.buckets
        if type(flow) is not Material or flow.recycled_factor_id is not None:
            made = self.mixtures.of_one(flow, factor, per_unit)
            if isinstance(made, NotCounted):
                return made
            per_unit = made
        buckets = per_unit.times(in_unit)
        if type(flow) is Waste and flow.fossil_carbon_share:
            buckets = with_burnt_carbon(buckets, flow, factor, in_unit)
        return buckets if math.isfinite(sum(buckets)) else NotCounted.NOT_A_NUMBER

    def _with_uptake(self, flow: Flow, buckets: Buckets) -> Buckets:
        """The uptake follows the carbon that leaves with the product, not what went in (D.14)."""
        if type(flow) is not Material:
            return self._with_packaging(flow, buckets) if isinstance(flow, Packaging) else buckets
        carbon = self._carbon(flow)[1] if flow.id in self.in_product else 0.0
        uptake = buckets.uptake_product if carbon is None else -carbon * CO2_PER_CARBON or 0.0
        return (
            buckets if uptake == buckets.uptake_product else buckets._replace(uptake_product=uptake)
        )

    def _with_packaging(self, flow: Packaging, buckets: Buckets) -> Buckets:
        uptake = -self._packaged(flow) * CO2_PER_CARBON or 0.0
        return buckets._replace(uptake_product=0.0, uptake_packaging=uptake)

    def carbon_lines(self) -> Iterator[CarbonLine]:
        """The carbon of every material in the product, kg per declared unit."""
        for material in self.in_product.values():
            fossil, biogenic = self._carbon(material)
            yield fossil, biogenic, recycled_share(material)

    def packaging_carbon(self) -> float:
        """kg of biogenic carbon in the packaging of one declared unit."""
        return math.fsum(self._packaged(p) for p in self.study.packaging)

    def packaging_fossil(self) -> float:
        """kg of fossil carbon in the packaging of one declared unit."""
        return math.fsum(
            self._packaged_kg(p) * packaging_fossil_share(p) for p in self.study.packaging
        )

    def _carbon(self, material: Material) -> Carbon:
        found = self._found_carbon.get(material.id)
        if found is None:
            found = self._found_carbon[material.id] = self._work_out_carbon(material)
        return found

    def _work_out_carbon(self, material: Material) -> Carbon:
        if self.units is None:
            return None, None
        kg = self.amounts.net_mass(material)
        known = known_carbon(material, None if kg is None else kg * self.units)
        if None not in known:
            return known
        factor, net = self.factor(material.factor_id), self.amounts.net(material)
        if factor is None or net is None:
            return carbon_with_factor(known, None, None)
        amount = self._in_unit(material, (net[0] * self.units, net[1]), factor)
        known_amount = None if isinstance(amount, NotCounted) else amount
        return carbon_with_factor(known, factor, known_amount)

    def _packaged(self, flow: Packaging) -> float:
        return self._packaged_kg(flow) * packaging_share(flow)

    def _packaged_kg(self, flow: Packaging) -> float:
        amount = self.amounts.per_unit(flow)
        if isinstance(amount, NotCounted) or self.units is None:
            return 0.0
        if dimension_of(amount[1]) is not Dimension.MASS:
            return 0.0
        return amount[0] * ratio(amount[1], "kg") * self.units

    def _uncounted(
        self,
        flow: Flow,
        kind: str,
        stage: Stage,
        reason: NotCounted,
        amount: Amount | None = None,
        estimate: float = 0.0,
    ) -> FlowResult:
        if flow.exclusion is not None and flow.exclusion.estimate is not None:
            estimate = self._entered_estimate(flow, flow.exclusion.estimate)
        value, unit = amount if amount is not None else (None, "")
        return FlowResult(
            flow.id,
            flow.name,
            kind,
            stage,
            value,
            unit,
            flow.factor_id,
            ZERO,
            False,
            reason,
            0.0,
            0.0,
            0.0,
            0.0,
            estimate,
        )

    def _entered_estimate(self, flow: Flow, estimate: float) -> float:
        leads = self.amounts.supply(flow)
        scale = self.amounts.of_period(leads) if leads.basis is Basis.PER_PERIOD else 1.0
        if isinstance(scale, NotCounted) or self.units is None:
            return 0.0
        return estimate * scale * self.units


def _stage_of(flow: Flow) -> Stage:
    """A leg's stage follows its purpose; what is used up in production belongs to production."""
    if isinstance(flow, Material):
        return Stage.PRODUCTION if flow.is_auxiliary else Stage.MATERIALS
    return _LEGS[flow.purpose] if isinstance(flow, Transport) else Stage.PRODUCTION
