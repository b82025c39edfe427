"""The rows behind charts and tables, so that both print the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import fsum

from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.domain.numbers import MINUS, shares, significant
from supplier_pcf.engine.result import FlowResult, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """One stage: kg CO2e per declared unit without uptake, and percent of the footprint."""

    stage: Stage
    kg: float
    percent: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionRow:
    """One flow, or all that are not shown one by one: then `flow` is None and `others` their number."""

    flow: FlowResult | None
    kg: float
    percent: Decimal | None
    others: int = 0


_LEAST_KG = 1e-5


def _percents(parts: Sequence[float]) -> tuple[Decimal | None, ...]:
    return shares(parts) or (None,) * len(parts)


def kg_text(kg: float | None, language: str) -> str:
    """kg CO2e as charts and tables print it; what is next to nothing is called smaller than a limit."""
    if kg is not None and 0 < abs(kg) < _LEAST_KG:
        limit = significant(_LEAST_KG, language, 1)
        return f"< {limit}" if kg > 0 else f"> {MINUS}{limit}"
    return significant(kg, language)


def stage_rows(result: Result) -> tuple[StageRow, ...]:
    """Every stage of the footprint in the order of the life cycle."""
    kgs = [result.stages[s].excluding_uptake if s in result.stages else 0.0 for s in PCF_STAGES]
    return tuple(
        StageRow(stage=stage, kg=kg, percent=percent)
        for stage, kg, percent in zip(PCF_STAGES, kgs, _percents(kgs), strict=True)
    )


def counted_flows(result: Result) -> tuple[FlowResult, ...]:
    """The flows inside the footprint, the largest first, whatever their sign."""
    inside = (f for f in result.flows if f.counted and f.stage in PCF_STAGES)
    return tuple(sorted(inside, key=lambda f: -abs(f.kg_co2e)))


def contribution_rows(result: Result, top: int) -> tuple[ContributionRow, ...]:
    """The `top` largest flows, and the rest as one row; a rest of one is shown by itself."""
    flows = counted_flows(result)
    shown = flows if len(flows) <= top + 1 else flows[:top]
    rest = flows[len(shown) :]
    kgs = [f.kg_co2e for f in shown]
    if rest:
        kgs.append(fsum(f.kg_co2e for f in rest))
    return tuple(
        ContributionRow(flow=flow, kg=kg, percent=percent, others=0 if flow else len(rest))
        for flow, kg, percent in zip(
            (*shown, *([None] if rest else [])), kgs, _percents(kgs), strict=True
        )
    )
