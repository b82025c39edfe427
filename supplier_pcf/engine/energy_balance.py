"""Energy in against energy out, meter by meter: what is read is in products, passed on, or given to nobody."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import AllocationBasis
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.meters import metered, taken_off
from supplier_pcf.engine.sharing import PLANT_BASES, allocated_share


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterBalance:
    """One meter in the reference period, in its own unit (ISO 14067 clause 6.4.3).

    What was read is passed on, used for this product, used for the plant's other products, or given to nobody.
    """

    id: str
    name: str
    unit: str
    read: float
    passed_on: float
    """Taken off for offices, tenants and whatever else is not production."""
    here: float
    """Of this product."""
    others: float
    """Of the other products in the plant's list."""
    uses: int
    """Rows of energy that take their amount from this meter."""
    is_known: bool = True
    """Whether the share of every row is known."""

    @property
    def unallocated(self) -> float:
        """What no product in the list carries; below zero where more is given out than was read."""
        return self.read - self.passed_on - self.here - self.others


def energy_balances(study: Study) -> tuple[MeterBalance, ...]:
    """Every meter that has readings, in the order of the study."""
    found = (_balance(study, meter) for meter in study.meters if meter.readings)
    return tuple(balance for balance in found if math.isfinite(balance.read))


def _balance(study: Study, meter: Meter) -> MeterBalance:
    read = metered(meter, study.period)
    off = min(taken_off(meter), read)
    uses = [use for use in study.energy_uses if use.meter_id == meter.id and use.part_of is None]
    shares = [_shares(study, use) for use in uses]
    known = [share for share in shares if share is not None]
    return MeterBalance(
        id=meter.id,
        name=meter.name or meter.id,
        unit=meter.unit,
        read=read,
        passed_on=off,
        here=(read - off) * math.fsum(here for here, _ in known),
        others=(read - off) * math.fsum(others for _, others in known),
        uses=len(uses),
        is_known=len(known) == len(shares),
    )


def _shares(study: Study, use: EnergyUse) -> tuple[float, float] | None:
    """The parts of this product and of the others in the list; None where they are not known."""
    here = allocated_share(study, use.allocation, use.site_id)
    if here is None:
        return None
    is_shared = use.allocation is not None and use.allocation.basis in PLANT_BASES
    return here, 1.0 - here if is_shared else 0.0


def given_by_hand(uses: Sequence[EnergyUse]) -> tuple[EnergyUse, ...]:
    """The rows whose share was entered, not worked out from what the plant made."""
    return tuple(
        use
        for use in uses
        if use.allocation is not None and use.allocation.basis is AllocationBasis.SHARE
    )
