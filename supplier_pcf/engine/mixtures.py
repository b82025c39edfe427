"""Lines with more than one factor behind them: recycled input beside new, a kilowatt hour with what is added to it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.flows import Flow, Material
from supplier_pcf.domain.transport import Transport, TransportMode
from supplier_pcf.domain.units import UnitMismatch
from supplier_pcf.engine.electricity import PowerFactor, is_made_of_parts, whole_factor
from supplier_pcf.engine.quality import Quality
from supplier_pcf.engine.recycling import entered_share, holds_recycled, mixed
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.factors.library import Find

Rated = tuple[float, float, float, float]
"""Primary share, technology, time, geography."""

_NEVER_SUMMED = (
    RowType.CO2_ONLY_INVENTORY,
    RowType.BOUND_ONLY,
    RowType.ACTIVITY_DEFAULT,
    RowType.DO_NOT_SUM,
)


@dataclass(slots=True)
class Mixtures:
    """What one unit of a flow emits where its factor alone does not say it; notes every factor it uses."""

    find: Find
    quality: Quality
    used: dict[str, EmissionFactor]
    power: dict[str, PowerFactor] = field(default_factory=dict)
    """What the kilowatt hours of a flow were counted with, by its id."""

    def of_one(self, flow: Flow, factor: EmissionFactor, per_unit: Buckets) -> Buckets | NotCounted:
        """One unit where more than the factor as it stands may be behind it."""
        if type(flow) is Material:
            return self._recycled(flow, per_unit, factor)
        if type(flow) is EnergyUse:
            made = self._made_of_parts(flow, factor) if is_made_of_parts(flow) else None
            return made.buckets if isinstance(made, PowerFactor) else made or per_unit
        if isinstance(flow, Transport) and flow.mode is TransportMode.AIR:
            return per_unit._replace(fossil=0.0, aircraft=per_unit.aircraft + per_unit.fossil)
        return per_unit

    def rated(self, flow: Flow, factor: EmissionFactor) -> Rated:
        """Primary share and ratings; of two factors as two lines would have them (Catena-X v4, 7.2.4)."""
        recycled_id = flow.recycled_factor_id if type(flow) is Material else None
        if type(flow) is not Material or recycled_id is None or holds_recycled(factor):
            return self._rated(flow, factor)
        recycled = self.find(recycled_id) or factor
        share = entered_share(flow) or 0.0
        parts = ((factor, 1 - share), (recycled, share))
        weights = [abs(f.buckets.absolute_excluding_uptake * part) for f, part in parts]
        whole = math.fsum(weights)
        if not whole > 0:
            weights, whole = [1.0, 0.0], 1.0
        first, second = (weight / whole for weight in weights)
        both = zip(*(self._rated(flow, f) for f, _ in parts), strict=True)
        a, b, c, d = (first * one + second * other for one, other in both)
        return a, b, c, d

    def _rated(self, flow: Flow, factor: EmissionFactor) -> Rated:
        return self.quality.primary_share(flow, factor), *self.quality.scores(flow, factor)

    def _made_of_parts(self, flow: EnergyUse, factor: EmissionFactor) -> PowerFactor | NotCounted:
        """The main factor with what is added to it and the losses on the way (STANDARDS D.3)."""
        found = [self.find(factor_id) for factor_id in flow.added_factor_ids]
        added = [f for f in found if f is not None]
        if len(added) < len(found):
            return NotCounted.UNKNOWN_FACTOR
        if not all(may_be_summed(f, flow) for f in added):
            return NotCounted.NOT_A_FACTOR
        try:
            made = whole_factor(factor, added, flow.loss_share)
        except UnitMismatch:
            return NotCounted.UNIT_MISMATCH
        if made is None:
            return NotCounted.LOSSES
        counted = {part.factor_id for part in made.parts if not part.left_out}
        self.used.update((f.id, f) for f in added if f.id in counted)
        self.power[flow.id] = made
        return made

    def _recycled(
        self, flow: Material, virgin: Buckets, factor: EmissionFactor
    ) -> Buckets | NotCounted:
        """The factor of the mixture; shares are information only where the factor holds them already."""
        recycled = self.find(flow.recycled_factor_id)
        if recycled is None:
            return NotCounted.UNKNOWN_FACTOR
        if holds_recycled(factor):
            return virgin
        if recycled.unit != factor.unit:
            return NotCounted.UNIT_MISMATCH
        self.used[recycled.id] = recycled
        return mixed(virgin, recycled.buckets, entered_share(flow) or 0.0)


def may_be_summed(factor: EmissionFactor, flow: Flow) -> bool:
    """Whether a row that is no plain factor may enter this line at all."""
    if factor.row_type is RowType.GWP:
        return isinstance(flow, DirectEmission)
    return factor.row_type not in _NEVER_SUMMED
