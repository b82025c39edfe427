"""Scenarios side by side as the window shows them: a drawing, and a table with the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from supplier_pcf.app.scenarios import ScenarioView, SideBySide, name_of
from supplier_pcf.domain.flows import PCF_STAGES
from supplier_pcf.domain.numbers import MINUS, NOTHING, significant
from supplier_pcf.report.drawing import Drawing
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, stage_title
from supplier_pcf.report.scenario_chart import ScenarioBar, scenario_bars, signed_percent

Row = tuple[str, ...]


def scenario_drawing(
    found: SideBySide, translate: Translate, language: str, width: float
) -> Drawing:
    """Today and every scenario as bars, so many points wide."""
    today = ScenarioBar(title=translate("Today"), kg=found.today, stages=found.stages, percent=None)
    bars = [
        ScenarioBar(
            title=name_of(view.scenario), kg=view.kg, stages=view.stages, percent=view.percent
        )
        for view in found.scenarios
    ]
    return scenario_bars([today, *bars], translate, language, width=width)


def scenario_titles(found: SideBySide, translate: Translate) -> Row:
    """The heads of the table: what, today, every scenario."""
    return "", translate("Today"), *(name_of(view.scenario) for view in found.scenarios)


def scenario_rows(found: SideBySide, translate: Translate, language: str) -> tuple[Row, ...]:
    """Stages, sum, difference, a year, and how much the checks would newly say, of today and every scenario."""
    return tuple(_rows(found, translate, language))


def _rows(found: SideBySide, translate: Translate, language: str) -> Iterator[Row]:
    _ = translate
    for stage in PCF_STAGES:
        views = (
            kg_text(view.stages[stage], language) if view.kg is not None else NOTHING
            for view in found.scenarios
        )
        yield stage_title(stage, _), kg_text(found.stages[stage], language), *views

    def row(title: str, today: str, of: Callable[[ScenarioView], str]) -> Row:
        return title, today, *(of(view) for view in found.scenarios)

    yield row(
        _("Sum without biogenic uptake"),
        kg_text(found.today, language),
        lambda view: kg_text(view.kg, language),
    )
    yield row(_("Difference, kg CO₂e"), NOTHING, lambda view: _signed(view.difference, language))
    yield row(_("Difference"), NOTHING, lambda view: signed_percent(view.percent, language))
    yield row(_("t CO₂e a year"), NOTHING, lambda view: _signed(view.tonnes_a_year, language))
    yield row(_("New remarks of the checks"), NOTHING, lambda view: str(len(view.new_findings)))


def _signed(value: float | None, language: str) -> str:
    """Three significant digits with the sign; nothing is just 0."""
    if value is None:
        return NOTHING
    text = significant(value, language)
    if text.strip(MINUS + "0.,") == "":
        return "0"
    return f"+{text}" if value > 0 else text
