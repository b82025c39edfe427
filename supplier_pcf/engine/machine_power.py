"""Electricity of one piece as the machines say it, beside the plant's share (STANDARDS D.2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.meters import included_uses
from supplier_pcf.engine.result import NotCounted


class MachinePower(NamedTuple):
    """kWh for one piece by mean power and cycle time, and whether every step says them."""

    kwh: float
    is_whole: bool


def machine_power(steps: Iterable[ProcessStep]) -> MachinePower | None:
    """The sum of P x t / (3600 x parts) over the steps; None where no step says power and time.

    Power in kW, time in seconds; a step that does not say how many parts a cycle makes, makes one.
    """
    found = [_of(step) for step in steps]
    known = [kwh for kwh in found if kwh is not None]
    return MachinePower(math.fsum(known), len(known) == len(found)) if known else None


def _of(step: ProcessStep) -> float | None:
    parts = 1.0 if step.parts_per_cycle is None else step.parts_per_cycle
    if step.power_kw is None or step.cycle_seconds is None or not parts > 0:
        return None
    kwh = step.power_kw * step.cycle_seconds / (3600 * parts)
    return kwh if math.isfinite(kwh) and kwh > 0 else None


def shared_power(study: Study) -> float | None:
    """kWh of electricity that reach one unit of the product; None where one of its uses is not known."""
    amounts, included = Amounts(study), included_uses(study.energy_uses)
    whole = []
    for use in study.energy_uses:
        if use.carrier is not Carrier.ELECTRICITY or use.id in included or use.exclusion:
            continue
        amount = amounts.per_unit(use)
        if isinstance(amount, NotCounted):
            return None
        try:
            whole.append(amount[0] * ratio(amount[1], "kWh"))
        except UnitMismatch:
            return None
    return math.fsum(whole) if whole else None
