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


@dataclass(frozen=True, slots=True)
class _Inside:
    """The flows inside a footprint, the largest first, with their percents and the rows made of them."""

    flows: tuple[FlowResult, ...]
    percents: tuple[Decimal | None, ...]
    largest: dict[int, tuple[ContributionRow, ...]]


_last: list[tuple[Result, _Inside]] = []
"""What was found of the result asked for last: a page asks for the flows of one result again and again."""


def counted_flows(result: Result) -> tuple[FlowResult, ...]:
    """The flows inside the footprint, the largest first, whatever their sign."""
    return _inside(result).flows


def flow_percents(result: Result) -> tuple[Decimal | None, ...]:
    """Percent of the footprint of each of `counted_flows`, rounded once over all of them."""
    return _inside(result).percents


def _inside(result: Result) -> _Inside:
    for known, found in _last:
        if known is result:
            return found
    sized = ((f.kg_co2e, f) for f in result.flows if f.counted and f.stage in PCF_STAGES)
    largest = sorted(sized, key=lambda pair: -abs(pair[0]))
    percents = _percents([kg for kg, _flow in largest])
    made = _Inside(tuple(flow for _kg, flow in largest), percents, {})
    _last[:] = [(result, made)]
    return made


def contribution_rows(result: Result, top: int) -> tuple[ContributionRow, ...]:
    """The `top` largest flows, and the rest as one row; a rest of one is shown by itself."""
    inside = _inside(result)
    if top not in inside.largest:
        shown = len(inside.flows) if len(inside.flows) <= top + 1 else top
        rows = tuple(
            ContributionRow(flow=flow, kg=flow.kg_co2e, percent=percent)
            for flow, percent in zip(inside.flows[:shown], inside.percents[:shown], strict=True)
        )
        rest = _together(inside.flows[shown:], inside.percents[shown:])
        inside.largest[top] = (*rows, *rest)
    return inside.largest[top]


def _together(
    flows: Sequence[FlowResult], percents: Sequence[Decimal | None]
) -> tuple[ContributionRow, ...]:
    """Many flows as one row: whoever adds up the rows of a table finds its figures."""
    if not flows:
        return ()
    known = [percent for percent in percents if percent is not None]
    row = ContributionRow(
        flow=None,
        kg=fsum(flow.kg_co2e for flow in flows),
        percent=sum(known, Decimal(0)) if known else None,
        others=len(flows),
    )
    return (row,)
