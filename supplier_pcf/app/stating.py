"""A heating value or density as the user's bill states it, put on a row of energy."""

from __future__ import annotations

import re
from dataclasses import replace

from supplier_pcf.app.entering import entered_number
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.fuels import Conversion, StatedRatio
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import dimension_of
from supplier_pcf.engine.result import Result
from supplier_pcf.importers.unit_words import unit_of

_RATIO = re.compile(r"\s*([\d.,]+)\s*([^/]+?)\s*/\s*(.+?)\s*")


def stated_ratio(text: str, source: str) -> StatedRatio:
    """What "11.2 kWh gross / m3" or "10.1 kWh Hi/m3" says.

    Raises:
        Refusal: it is no number with two units of energy, mass or volume.
    """
    found = _RATIO.fullmatch(text)
    value = entered_number(found[1], ".") if found else None
    if found and isinstance(value, float | int):
        of, per = unit_of(found[2]) or found[2], unit_of(found[3]) or found[3]
        ratio = StatedRatio(value=float(value), of=of, per=per, source=source)
        if ratio.is_sound:
            return ratio
    raise Refusal("heating_value.unreadable", text=text)


def state_ratio(study: Study, row: str, ratio: StatedRatio) -> Study:
    """The same study with this ratio on a row of energy; one of the same kinds of units goes.

    Raises:
        Refusal: there is no such row of energy.
    """
    use = next((use for use in study.energy_uses if use.id == row), None)
    if use is None:
        rows = ", ".join(use.id for use in study.energy_uses) or "none"
        raise Refusal("heating_value.no_row", row=row, rows=rows)
    return set_flow(study, _stating(use, ratio))


def forget_ratio(study: Study, row: str, ratio: StatedRatio) -> Study:
    """The same study without this ratio on a row of energy."""
    use = next((use for use in study.energy_uses if use.id == row), None)
    if use is None:
        return study
    kept = tuple(other for other in use.conversions if other != ratio)
    return set_flow(study, replace(use, conversions=kept))


def conversion_of(result: Result, row: str) -> Conversion | None:
    """How the amount of a row came into the unit of its factor, for one declared unit."""
    return next((line.conversion for line in result.flows if line.id == row), None)


OF_UNITS = ("kWh gross", "kWh net", "MJ gross", "MJ net", "GJ net", "kg", "t")
"""What bills state of a fuel: its energy, or its mass."""

PER_UNITS = ("m3", "Nm3", "m3 15C", "m3 20C", "l", "kg", "t", "kWh gross")
"""For how much of it."""


def _stating(use: EnergyUse, ratio: StatedRatio) -> EnergyUse:
    kept = tuple(other for other in use.conversions if _kinds(other) != _kinds(ratio))
    return replace(use, conversions=(*kept, ratio))


def _kinds(ratio: StatedRatio) -> frozenset[object]:
    return frozenset({dimension_of(ratio.of), dimension_of(ratio.per)})
