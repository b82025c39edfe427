"""The running result: the few figures that stand beside every page."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import PCF_STAGES
from supplier_pcf.engine.result import NOT_OWED
from supplier_pcf.report.labels import Translate, per_unit, stage_title


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePart:
    """One stage's part of the footprint."""

    stage: str
    title: str
    kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """kg CO2e per declared unit, and what is behind them; None where nothing is counted yet."""

    kg: float | None = None
    per_kg: float | None = None
    unit: str = ""
    """The declared unit in words."""
    stages: tuple[StagePart, ...] = ()
    counted: int = 0
    total: int = 0
    primary_percent: float | None = None
    first_open: str = ""
    """The place of what the first row that is not counted lacks."""

    @property
    def open_rows(self) -> int:
        """Rows that need the user."""
        return self.total - self.counted


def running(done: Calculated, language: str, translate: Translate) -> Running:
    """The figures of this moment; a study without counted rows has none."""
    result = done.result
    declared = result.declared_unit
    unit = per_unit(declared.amount, declared.unit, language, translate)
    first_open = _first_open(done)
    if not result.rows_counted:
        return Running(unit=unit, total=result.rows_total, first_open=first_open)
    stages = tuple(
        StagePart(
            stage=stage.value,
            title=stage_title(stage, translate),
            kg=result.stages[stage].excluding_uptake,
        )
        for stage in PCF_STAGES
        if stage in result.stages
    )
    return Running(
        kg=result.excluding,
        per_kg=result.per_kg,
        unit=unit,
        stages=stages,
        counted=result.rows_counted,
        total=result.rows_total,
        primary_percent=result.primary_data_share_excluding,
        first_open=first_open,
    )


def _first_open(done: Calculated) -> str:
    """The first finding about a row that is owed a number and has none; errors stand first."""
    if done.result.rows_counted == done.result.rows_total:
        return ""
    flows = done.result.flows
    rows = {line.id for line in flows if not line.counted and line.reason not in NOT_OWED}
    places = (f.where for f in done.findings if f.severity is Severity.ERROR)
    return next((place for place in places if _row_of(place) in rows), "")


def _row_of(place: str) -> str:
    return place.partition("/")[2].partition("/")[0]
