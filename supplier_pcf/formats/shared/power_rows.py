"""Rows of the inventory about power: what a kilowatt hour was counted with, and what it is by location."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.formats.shared.issue import Issue

Row = dict[str, str | float | int | bool | None]


def part_rows(issue: Issue, licensed: Collection[str]) -> Iterator[Row]:
    """Of each row of power every factor behind one unit, in kg CO2e before losses, so that it can be worked out again.

    Rows whose ids are among the licensed tell nothing.
    """
    for _, line in issue.lines():
        if line.power is None or line.id in licensed:
            continue
        for part in line.power.parts:
            yield {
                "section": "power_part",
                "id": line.id,
                "name": line.name,
                "amount": part.kg_co2e,
                "unit": f"kg CO2e/{line.unit}",
                "factor_id": part.factor_id,
                "share_percent": 100 * line.power.loss_share if part.with_losses else 0.0,
                "counted": not part.left_out,
                "reason": part.left_out,
            }


def location_rows(issue: Issue) -> Iterator[tuple[Row, EmissionFactor | None]]:
    """Every row of power with the average mix of its place; of a licensed mix not what it comes to."""
    for line in issue.result.power.lines:
        factor = issue.factor(line.factor_id)
        told = factor is not None and factor.layer is not Layer.LICENSED
        row: Row = {
            "section": "location",
            "id": line.id,
            "factor_id": line.factor_id,
            "kg_co2e": line.kg_co2e if told else None,
            "reason": line.lack.value if line.lack else "",
        }
        yield row, factor
