"""Checks of scenarios: whether what they change is still there; they say nothing of the footprint itself."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.engine.scenarios import apply, target


def scenarios_can_be_made(examined: Examined) -> Iterator[Finding]:
    """Every change of a scenario has its row, its number and its factor."""
    for scenario in examined.study.scenarios:
        for made in apply(examined.study, scenario, examined.library).not_made:
            row = target(examined.study, made.change.where)
            yield Finding(
                code=f"scenario.{made.reason.value}",
                severity=Severity.NOTE,
                where=f"scenarios/{scenario.id}",
                params={
                    "scenario": scenario.name or scenario.id,
                    "row": getattr(row, "name", "") or made.change.where.rpartition("/")[2],
                },
            )
